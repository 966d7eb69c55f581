import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string
  /** Path and query, as they were sent. */
  readonly target: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Which connection it came on, counted from 1. */
  readonly connection: number
}

/** How the server behaves towards one request; see `fault-modes.ts`. */
export type FaultMode = (socket: Socket, request: SeenRequest) => void

/** An HTTP server over bare sockets that can break every rule of HTTP. */
export interface FaultServer {
  readonly url: string
  readonly port: number
  readonly requests: readonly SeenRequest[]
  readonly connections: number
  /** Answers of a path: the first request gets the first, and all after the last get the last. */
  on(path: string, ...modes: FaultMode[]): void
  /** Requests seen, of one path or of all. */
  count(path?: string): number
  close(): Promise<void>
}

/** Starts one on a free loopback port. With `tls` it speaks HTTPS with that key and certificate. */
export async function startFaultServer(tls?: { key: string; cert: string }): Promise<FaultServer> {
  const requests: SeenRequest[] = []
  const scripts = new Map<string, { modes: readonly FaultMode[]; next: number }>()
  const sockets = new Set<Socket>()
  let connections = 0
  const onSocket = (socket: Socket): void => {
    connections += 1
    const connection = connections
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A peer that resets us is what half of these tests are about.
    socket.on('error', () => {})
    readRequests(socket, connection, (request) => {
      requests.push(request)
      nextMode(scripts.get(request.path))(socket, request)
    })
  }
  const server: Server = tls === undefined ? createServer(onSocket) : createTlsServer(tls, onSocket)
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    get connections() {
      return connections
    },
    on: (path, ...modes) => void scripts.set(path, { modes, next: 0 }),
    count: (path) => requests.filter((request) => path === undefined || request.path === path).length,
    async close() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function nextMode(script: { modes: readonly FaultMode[]; next: number } | undefined): FaultMode {
  const mode = script?.modes[Math.min(script.next, script.modes.length - 1)]
  if (script !== undefined) script.next += 1
  if (mode === undefined) throw new Error('the fault server has no answer for this path')
  return mode
}

/** Cuts a socket's bytes into requests. Understands Content-Length and chunked bodies, which is all undici sends. */
function readRequests(socket: Socket, connection: number, onRequest: (request: SeenRequest) => void): void {
  let pending = ''
  socket.on('data', (chunk) => {
    pending += chunk.toString('latin1')
    // A TLS handshake, for one: a real server says 400 and hangs up.
    if (pending !== '' && !/^[A-Z]/.test(pending)) {
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      return
    }
    for (;;) {
      const end = pending.indexOf('\r\n\r\n')
      if (end === -1) return
      const [requestLine = '', ...lines] = pending.slice(0, end).split('\r\n')
      const headers = Object.fromEntries(
        lines.map((line) => {
          const colon = line.indexOf(':')
          return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
        }),
      )
      const rest = pending.slice(end + 4)
      const bodyLength = lengthOfBody(headers, rest)
      if (bodyLength === undefined || rest.length < bodyLength) return
      pending = rest.slice(bodyLength)
      const [method = '', target = ''] = requestLine.split(' ')
      const { pathname, searchParams } = new URL(target, 'http://fault.invalid')
      onRequest({
        method,
        target,
        path: pathname,
        query: searchParams,
        headers,
        body: rest.slice(0, bodyLength),
        connection,
      })
    }
  })
}

function lengthOfBody(headers: Record<string, string>, rest: string): number | undefined {
  if (headers['transfer-encoding'] !== 'chunked') return Number(headers['content-length'] ?? 0)
  const end = rest.indexOf('0\r\n\r\n')
  return end === -1 ? undefined : end + 5
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return address.port
}
