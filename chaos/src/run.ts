import { writeFileSync } from 'node:fs'
import { hasRedisServer } from 'test-support/redis-server'
import { runCampaign } from './campaign.ts'
import { report } from './report.ts'
import { readSettings } from './settings.ts'
import { openWorld } from './world.ts'

const settings = readSettings(process.argv.slice(2), process.env)
if (!hasRedisServer()) {
  console.error('chaos needs redis-server or valkey-server on the PATH')
  process.exit(1)
}
console.log(`CHAOS_SEED=${settings.seed}, ${settings.seconds} s`)
const world = await openWorld()
const campaign = await runCampaign(world, settings)
const isWhole = report(world, campaign)
await world[Symbol.asyncDispose]()
const { SUMMARY_FILE: summary } = process.env
if (summary !== undefined)
  writeFileSync(summary, JSON.stringify({ passed: isWhole ? 1 : 0, failed: isWhole ? 0 : 1, skipped: 0 }))
process.exit(isWhole ? 0 : 1)
