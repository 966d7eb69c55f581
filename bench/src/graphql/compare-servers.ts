import { startSimulator } from '@wecom-kit/simulator'
import { driveVariants, medianRows, startVariant, type Load, type Running } from '../load/drive-variants.ts'
import { printTable } from 'test-support/print-table'
import { query, variants } from './variants.ts'

const rounds = { rounds: 5, seconds: 2, connections: 10 }
const body = JSON.stringify({ query })
const headers = { 'content-type': 'application/json' }

/** CPU of one GraphQL request for 100 members × 8 fields, four servers interleaved. */
export async function compareServers(): Promise<void> {
  const simulator = await startSimulator({ seed: 'big-corp?users=12000&departments=300' })
  const app = simulator.apps.find(({ kind }) => kind === 'app')
  const corp = JSON.stringify({
    baseUrl: simulator.url,
    corpId: simulator.corp.id,
    agentId: app?.agentId,
    secret: app?.secret,
  })
  const script = new URL('server.ts', import.meta.url)
  const running = await Promise.all(Object.keys(variants).map((name) => startVariant(script, name, corp)))
  for (const one of running) await checkAnswer(one)
  const load: Load = ({ origin }) => ({ url: `${origin}/graphql`, method: 'POST', headers, body })
  await driveVariants(running, load, rounds)
  printTable(
    `GraphQL, 100 members × 8 fields, ${rounds.connections} connections, median of ${rounds.rounds} rounds`,
    ['server', 'µs CPU per request', 'of bare', 'added', 'requests/s', 'of bare'],
    medianRows(running),
  )
  for (const { child } of running) child.disconnect()
  await simulator.close()
}

async function checkAnswer({ name, origin }: Running): Promise<void> {
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body })
  const answer: unknown = await response.json()
  const members = JSON.stringify(answer).split('"englishName"').length - 1
  if (members !== 100)
    throw new Error(`${name} answered ${members} members: ${JSON.stringify(answer).slice(0, 300)}`)
}
