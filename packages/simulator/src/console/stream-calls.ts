import type { ServerResponse } from 'node:http'
import type { Simulation } from '../simulation/simulation.ts'

/**
 * `GET /__simulator/events`: each completed request as a server-sent event, and an event `change` for whatever else is
 * different now, until the browser leaves.
 */
export function streamCalls(simulation: Simulation, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  // A first byte makes the browser call the stream open.
  response.write(':\n\n')
  const send = (text: string): void => {
    // A browser that does not keep up loses calls instead of filling the memory.
    if (!response.writableNeedDrain) response.write(`${text}\n\n`)
  }
  const stops = [
    simulation.journal.watch((entry) => send(`data: ${JSON.stringify(entry)}`)),
    simulation.watch(() => send('event: change\ndata: {}')),
  ]
  response.on('close', () => {
    for (const stop of stops) stop()
  })
}
