import type { ServerResponse } from 'node:http'
import type { Fault } from '../faults/fault.ts'
import type { Reply } from './reply.ts'
import type { Timers } from './timers.ts'

/** Writes the reply, whole or spoilt as the fault wants. Resolves when nothing more will be written. */
export async function sendReply(
  response: ServerResponse,
  reply: Reply,
  fault: Fault | undefined,
  timers: Timers,
): Promise<void> {
  const { body, headers, status } = reply
  response.writeHead(status, { 'content-length': body.length, ...headers })
  if (fault?.kind === 'truncate') return truncate(response, body)
  if (fault?.kind === 'slow-body') return drip(response, body, fault.ms ?? 5000, timers)
  response.end(body)
}

async function truncate(response: ServerResponse, body: Buffer): Promise<void> {
  // An empty write would keep the headers in the buffer and the client would see a plain reset.
  response.flushHeaders()
  const half = body.subarray(0, Math.floor(body.length / 2))
  await new Promise<void>((resolve) => {
    if (half.length === 0) resolve()
    else response.write(half, () => resolve())
  })
  response.destroy()
}

const drops = 10

async function drip(response: ServerResponse, body: Buffer, ms: number, timers: Timers): Promise<void> {
  response.flushHeaders()
  const size = Math.max(1, Math.ceil(body.length / drops))
  for (let start = 0; start < body.length; start += size) {
    await timers.wait(ms / drops)
    if (response.destroyed) return
    response.write(body.subarray(start, start + size))
  }
  response.end()
}
