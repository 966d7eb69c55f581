import { startSimulator } from '@wecom-kit/simulator'
import { heapUsed } from 'test-support/heap-used'

/** The simulator in a process of its own, reporting the memory that is left after a collection. */
const startedAt = performance.now()
const simulator = await startSimulator({ seed: 'big-corp?users=12000&departments=300' })
process.send?.({
  url: simulator.url,
  corpId: simulator.corp.id,
  secret: simulator.apps[0]?.secret,
  startMs: performance.now() - startedAt,
})
process.on('message', () => {
  process.send?.({ heapMb: heapUsed() / 2 ** 20, rssMb: process.memoryUsage().rss / 2 ** 20 })
})
process.on('disconnect', () => process.exit(0))
