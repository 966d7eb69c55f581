import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { matching, type Shape } from '../shape/shape.ts'

/** One name as `--allow-host` takes it. */
export const hostName: Shape<string> = matching(
  /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i,
  'a host name without scheme and port, such as simulator',
)

/**
 * Why a request is refused because of its Host; undefined when the name is one of ours: a loopback name, an IP literal
 * or one of `names`. A web page that has its own name resolve to this machine (DNS rebinding) is refused by this alone.
 * HTTP/1.0 without a Host is let in: no browser leaves it out.
 */
export function refuseForeignHost(
  headers: IncomingHttpHeaders,
  names: ReadonlySet<string>,
): string | undefined {
  if (headers.host === undefined) return undefined
  const name = nameOf(headers.host)
  if (name !== undefined && (isIP(name) !== 0 || isLoopback(name) || names.has(name))) return undefined
  const known = [...names].map((each) => `, ${each}`).join('')
  return `this simulator answers to localhost, to IP addresses${known} and not to the Host that was sent; start it with --allow-host NAME (allowHosts in startSimulator) to let another name in`
}

/**
 * Why a request may not drive the simulator; undefined when it may. Scripts send neither header; a browser sends them
 * with everything that a page of another origin makes it send, whatever the content type.
 */
export function refuseForeignPage(headers: IncomingHttpHeaders): string | undefined {
  const { host = '', origin } = headers
  if (
    headers['sec-fetch-site'] !== 'cross-site' &&
    (origin === undefined || hostOf(origin) === host.toLowerCase())
  )
    return undefined
  return 'a web page of another origin may not drive the simulator: use its own console, or a script'
}

/** The name in a Host header, in lower case, without port, brackets and the dot of the root. */
function nameOf(host: string): string | undefined {
  const [, literal, name] = /^(?:\[([^\]]+)\]|([^:]+))(?::\d*)?$/.exec(host.toLowerCase()) ?? []
  return literal ?? name?.replace(/\.$/, '')
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost')
}

/** `null`, as sandboxed pages send it, has none. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
