import type { Server } from 'node:http'
import type { Express } from 'express'
import { heapUsed } from 'test-support/heap-used'

/**
 * Runs one variant in this child process and reports its CPU when asked: the load's own CPU is not counted.
 *
 * @param ready gives what the parent needs to know, once the variant listens
 */
export function serveVariant(app: Express, ready: (origin: string) => Promise<object>): void {
  const server: Server = app.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address === null || typeof address === 'string') return
    const origin = `http://127.0.0.1:${address.port}`
    void ready(origin).then((facts) => process.send?.({ origin, ...facts }))
  })
  process.on('message', (question) => {
    if (question === 'heap') process.send?.({ heapMb: heapUsed() / 2 ** 20 })
    else process.send?.({ cpu: process.cpuUsage() })
  })
  process.on('disconnect', () => process.exit(0))
}
