import { once } from 'node:events'
import type { Express } from 'express'
import type { Demand, Report, ServerOrder } from '../order.ts'
import { buildApps } from './build-apps.ts'
import { openStores } from './stores.ts'
import { survey, watchTokens } from './survey.ts'

/** A process under attack. Its order comes from the driver that has forked it, with the first message. */
watchTokens((token) => tell({ told: 'token', token }))
let offsetMs = 0
const order = await firstMessage()
const stores = await openStores(order.redisUrl)
const apps = buildApps(
  order,
  stores,
  () => Date.now() + offsetMs,
  (key) => tell({ told: 'event', key }),
)
await listen(apps.sealed, order.ports.sealed)
await listen(apps.stored, order.ports.stored)
process.on('message', (demand: Demand) => {
  if (demand.ask === 'clock') ({ offsetMs } = demand)
  else if (demand.ask === 'thaw') apps.thaw()
  else tell({ told: 'survey', survey: survey() })
})
process.on('disconnect', () => process.exit(0))
tell({ told: 'listening' })

async function firstMessage(): Promise<ServerOrder> {
  return new Promise((resolve) => {
    process.once('message', (message: ServerOrder) => resolve(message))
  })
}

async function listen(app: Express, port: number): Promise<void> {
  await once(app.listen(port, '127.0.0.1'), 'listening')
}

function tell(report: Report): void {
  process.send?.(report)
}
