import { parseArgs } from 'node:util'
import { comparePeers } from './core/compare-peers.ts'
import { severalProcesses } from './core/several-processes.ts'
import { warmCall } from './core/warm-call.ts'
import { compareDirectories } from './directory/compare-directories.ts'
import { drawCurves } from './directory/curves.ts'
import { compareServers } from './graphql/compare-servers.ts'
import { costBySize } from './hostile/cost-by-size.ts'
import { frozenRedis } from './hostile/frozen-redis.ts'
import { junkCallbacks } from './hostile/junk-callbacks.ts'
import { killedWhileHandling } from './hostile/killed-while-handling.ts'
import { recorded } from './results/record.ts'
import { keepResults } from './results/results-file.ts'
import { writePages } from './results/write-pages.ts'
import { load } from './simulator/load.ts'
import { soak } from './simulator/soak.ts'
import { compareSessions } from './sessions/compare-sessions.ts'
import { checkTime } from './types/check-time.ts'
import { measureHeap } from './sessions/heap.ts'
import { measureStarts } from './start/measure-starts.ts'
import { fullPace, type Pace, quickPace } from './support/pace.ts'

/** Every part by the name it is asked for: `pnpm bench`, or `pnpm bench core`. */
const parts: Record<string, (pace: Pace) => Promise<void>> = {
  core: async () => {
    console.log('\n## core\n')
    await warmCall()
    await severalProcesses()
    await comparePeers()
  },
  directory: async () => {
    console.log('\n## directory')
    for (const line of await compareDirectories()) console.error(`BROKEN ${line}`)
    await drawCurves()
  },
  types: async () => {
    console.log('\n## types')
    checkTime()
  },
  hostile: async () => {
    console.log('\n## what strangers and failures cost')
    await costBySize()
    await junkCallbacks()
    await frozenRedis()
    await killedWhileHandling()
  },
  simulator: async () => {
    console.log('\n## simulator')
    await soak()
    await load()
  },
  sessions: async (pace) => {
    console.log('\n## express-middleware')
    await compareSessions(pace)
    if (!pace.quick) await measureHeap()
  },
  graphql: async (pace) => {
    console.log('\n## graphql')
    await compareServers(pace)
  },
  starts: async (pace) => {
    console.log('\n## starts')
    await measureStarts(pace)
  },
}

const { values, positionals: asked } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
/** Those a minute is enough for. */
const quickParts = ['sessions', 'graphql', 'starts']
const pace = values.quick ? quickPace : fullPace
const all = values.quick ? quickParts : Object.keys(parts)
const startedAt = performance.now()
for (const name of asked.length === 0 ? all : asked) await parts[name]?.(pace)
console.log(`\n${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
if (values.write) await writePages(keepResults(recorded))
// Some peers leave timers behind.
process.exit(0)
