import type { ServerResponse } from 'node:http'
import type { Journal } from '../journal/journal.ts'

/** `GET /__simulator/events`: each completed request as a server-sent event, until the browser leaves. */
export function streamCalls(journal: Journal, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  // A first byte makes the browser call the stream open.
  response.write(':\n\n')
  const stop = journal.watch((entry) => {
    // A browser that does not keep up loses calls instead of filling the memory.
    if (!response.writableNeedDrain) response.write(`data: ${JSON.stringify(entry)}\n\n`)
  })
  response.on('close', stop)
}
