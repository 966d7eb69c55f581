import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A listening server. */
export interface HttpServer {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string
  /** Ends every connection, answered or not. */
  close(): Promise<void>
}

/** Listens on `port` (0 is any free one) and sends every request to the handler; a handler's error is a bare 500. */
export async function listen(port: number, host: string, handler: Handler): Promise<HttpServer> {
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => fail(response, error))
  })
  // Node's 5 seconds would cut idle connections of a client just when it uses them again.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  return { url: urlOf(server, host), close: () => close(server) }
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function fail(response: ServerResponse, error: unknown): void {
  process.emitWarning(error instanceof Error ? error : new Error(String(error)))
  if (response.headersSent) response.destroy()
  else response.writeHead(500).end()
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
