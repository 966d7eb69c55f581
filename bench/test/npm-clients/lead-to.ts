import http from 'node:http'
import https from 'node:https'
import type { Simulator } from '@wecom-kit/simulator'
import { onTestFinished, vi } from 'vitest'

type Callback = (response: http.IncomingMessage) => void
type Options = http.RequestOptions

/** Hosts that these clients have no setting for. */
const hosts = /^(?:qyapi|open\.work|open)\.weixin\.qq\.com$|^open\.work\.weixin\.qq\.com$/

/** Leads HTTPS requests to WeCom's hosts to the simulator until the test ends; others fail at once. */
export function leadTo(simulator: Simulator): void {
  const { hostname, port } = new URL(simulator.url)
  const request = vi.spyOn(https, 'request')
  request.mockImplementation(
    (first: string | URL | Options, second?: Options | Callback, third?: Callback) => {
      const url = typeof first === 'string' || first instanceof URL ? new URL(first) : undefined
      const options: Options = {
        ...(url === undefined ? Object(first) : {}),
        ...(typeof second === 'object' ? second : {}),
      }
      const host = url?.hostname ?? options.hostname ?? options.host ?? ''
      if (!hosts.test(host)) throw new Error(`a client called ${host}`)
      const path = options.path ?? `${url?.pathname ?? '/'}${url?.search ?? ''}`
      const { headers, method = 'GET' } = options
      const led: Options = { hostname, port, path, method, headers: withoutHost(headers) }
      return http.request(led, typeof second === 'function' ? second : third)
    },
  )
  onTestFinished(() => request.mockRestore())
}

function withoutHost(headers: Options['headers']): http.OutgoingHttpHeaders {
  const pairs = Array.isArray(headers) ? [] : Object.entries(headers ?? {})
  return Object.fromEntries(pairs.filter(([name]) => name.toLowerCase() !== 'host'))
}
