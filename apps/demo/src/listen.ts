import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

/** A port is taken or may not be used; the message says which and what to do. */
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
 * @throws ListenError when the port is taken or forbidden
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

/** Turns the two errors people meet into a sentence that says what to do; any other error stays as it is. */
export function explainListenError(error: unknown, { port, variable }: Omit<ListenAddress, 'host'>): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} is taken by another program. Stop it, or choose another one: ${variable}=${port + 1}`,
    )
  }
  if (code === 'EACCES') {
    return new ListenError(
      `Port ${port} needs more rights than this user has. Choose one above 1023: ${variable}=8080`,
    )
  }
  return error
}
