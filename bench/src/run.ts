import { comparePeers } from './core/compare-peers.ts'
import { severalProcesses } from './core/several-processes.ts'
import { warmCall } from './core/warm-call.ts'
import { compareDirectories } from './directory/compare-directories.ts'
import { compareServers } from './graphql/compare-servers.ts'
import { costBySize } from './hostile/cost-by-size.ts'
import { frozenRedis } from './hostile/frozen-redis.ts'
import { junkCallbacks } from './hostile/junk-callbacks.ts'
import { killedWhileHandling } from './hostile/killed-while-handling.ts'
import { load } from './simulator/load.ts'
import { soak } from './simulator/soak.ts'
import { compareSessions } from './sessions/compare-sessions.ts'
import { checkTime } from './types/check-time.ts'
import { measureHeap } from './sessions/heap.ts'

/** Every part by the name it is asked for: `pnpm bench`, or `pnpm bench core`. */
const parts: Record<string, () => Promise<void>> = {
  core: async () => {
    console.log('\n## core\n')
    await warmCall()
    await severalProcesses()
    await comparePeers()
  },
  directory: async () => {
    console.log('\n## directory')
    for (const line of await compareDirectories()) console.error(`BROKEN ${line}`)
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
  sessions: async () => {
    console.log('\n## express-middleware')
    await compareSessions()
    await measureHeap()
  },
  graphql: async () => {
    console.log('\n## graphql')
    await compareServers()
  },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
for (const [name, run] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await run()
}
// Some peers leave timers behind.
process.exit(0)
