// By its file: Bun answers the bare name with classes of its own, which cannot dispatch.
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici/index.js'

/**
 * The client's own connections. Timeouts are ours, per attempt and per call, so undici's coarser ones are off.
 *
 * With `NODE_USE_ENV_PROXY=1`, which makes Node's own `fetch` and `http` honour HTTP_PROXY, HTTPS_PROXY and NO_PROXY,
 * this client honours them too: the one environment variable it reads.
 */
export function defaultDispatcher(connections: number): Dispatcher {
  const options = { connections, headersTimeout: 0, bodyTimeout: 0 }
  return process.env['NODE_USE_ENV_PROXY'] === '1' ? new EnvHttpProxyAgent(options) : new Agent(options)
}
