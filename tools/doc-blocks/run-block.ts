/**
 * Runs one block in a process of its own: `node run-block.ts MODULE`. A block that leaves a server listening has done
 * its work when that server answers; everything else has when the module is through. Errors end the process with 1.
 */
import { subscribe } from 'node:diagnostics_channel'
import { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const servers = new Set<Server>()
const starting = new Set<Server>()
subscribe('tracing:net.server.listen:asyncStart', (message) => {
  if (!hasServer(message)) return
  servers.add(message.server)
  starting.add(message.server)
})
for (const event of ['asyncEnd', 'error'])
  subscribe(`tracing:net.server.listen:${event}`, (message) => {
    if (hasServer(message)) starting.delete(message.server)
  })

const [, , module = ''] = process.argv
await import(pathToFileURL(module).href)
while (starting.size > 0) await delay(5)
for (const server of servers) await answers(server)
process.exit(0)

async function answers(server: Server): Promise<void> {
  const address = server.address()
  if (typeof address !== 'object' || address === null) return
  const response = await fetch(`http://127.0.0.1:${address.port}/`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
  })
  if (response.status >= 500) throw new Error(`the server of this block answers ${response.status}`)
}

function hasServer(message: unknown): message is { readonly server: Server } {
  return (
    typeof message === 'object' && message !== null && 'server' in message && message.server instanceof Server
  )
}
