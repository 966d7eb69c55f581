import type { Dispatcher } from 'undici'

/** What the requests of a client leave by. */
export interface Connections {
  /** The dispatcher; at once where it is there already, so that the usual call makes no promise for it. */
  open(): Dispatcher | Promise<Dispatcher>
  close(): Promise<void>
}

/** A dispatcher that the host gave, and closes itself. */
export function hostConnections(dispatcher: Dispatcher): Connections {
  return { open: () => dispatcher, close: async () => {} }
}

/**
 * The client's own connections, made for its first call: to load undici takes longer than to load all of this package,
 * and until somebody comes back from WeCom a server has nothing to ask it.
 *
 * Timeouts are ours, per attempt and per call, so undici's coarser ones are off. With `NODE_USE_ENV_PROXY=1`, which makes
 * Node's own `fetch` and `http` honour HTTP_PROXY, HTTPS_PROXY and NO_PROXY, this client honours them too: the one
 * environment variable it reads.
 */
export function ownConnections(connections: number): Connections {
  const settings = { connections, headersTimeout: 0, bodyTimeout: 0 }
  let made: Dispatcher | undefined
  let making: Promise<Dispatcher> | undefined
  const make = async (): Promise<Dispatcher> => {
    // Not 'undici': Bun puts classes of its own in its place, which cannot dispatch.
    const { Agent, EnvHttpProxyAgent } = await import('undici/index.js')
    made = process.env['NODE_USE_ENV_PROXY'] === '1' ? new EnvHttpProxyAgent(settings) : new Agent(settings)
    return made
  }
  return {
    open: () => made ?? (making ??= make()),
    async close() {
      await (await making)?.destroy()
    },
  }
}
