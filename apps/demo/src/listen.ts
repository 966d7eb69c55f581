import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

/** A port is taken or may not be used, or a host is not here; the message says which and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Where to listen; `variable` is the name that sets the port, for the message. */
export interface ListenAddress {
  readonly port: number
  readonly host: string | undefined
  readonly variable: string
}

/**
 * Starts an HTTP server.
 *
 * @throws ListenError when the port is taken or forbidden, or the host is not of this machine
 */
export async function listen(handler: RequestListener, address: ListenAddress): Promise<Server> {
  const server = createServer(handler)
  server.listen({ port: address.port, ...(address.host === undefined ? {} : { host: address.host }) })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explainListenError(error, address)
  }
  return server
}

/** Turns the errors people meet into a sentence that says what to do; any other error stays as it is. */
export function explainListenError(error: unknown, { port, host, variable }: ListenAddress): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} is taken by another program. Stop it, or choose another one: ${variable}=${port < 65_535 ? port + 1 : port - 1}`,
    )
  }
  if (code === 'EACCES') {
    return new ListenError(
      `Port ${port} needs more rights than this user has. Choose one above 1023: ${variable}=8080`,
    )
  }
  if (host !== undefined && ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(code))) {
    return new ListenError(
      `HOST ${host} is no address of this machine. Choose 127.0.0.1 for this machine only, or 0.0.0.0 to be reachable from others`,
    )
  }
  return error
}
