import { WecomTransportError } from '../errors/transport-error.ts'
import type { CallContext } from './call-context.ts'
import { sanitizeCause } from './sanitize-cause.ts'

/**
 * Codes that only connecting can end with: repeating even a write is safe. ENETUNREACH and EHOSTUNREACH are not among
 * them, because an established connection ends with them too when the route goes away.
 */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/**
 * Codes that another try cannot change: certificates, proxies, a destroyed dispatcher, wrong arguments, the size limit
 * of a dispatcher.
 */
const permanent =
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO$|UND_ERR_PRX|UND_ERR_DESTROYED$|UND_ERR_CLOSED$|UND_ERR_INVALID|UND_ERR_NOT_SUPPORTED|UND_ERR_RES_EXCEEDED_MAX_SIZE$)/

/** Turns what undici threw into our error. `started` tells whether undici began to write the request. */
export function transportFailure(
  error: unknown,
  started: boolean,
  context: CallContext,
): WecomTransportError {
  const proxyStatus = statusOfProxy(error)
  if (proxyStatus !== undefined) return proxyFailure(proxyStatus, sanitizeCause(error), context)
  const cause = sanitizeCause(error)
  const code = cause.code ?? ''
  const sent = !started || notSent.has(code) ? 'no' : 'maybe'
  return new WecomTransportError(`No answer to ${context.name}: ${describe(code, cause.message)}`, {
    ...context.details(),
    sent,
    retryable: !permanent.test(code),
    cause,
  })
}

function describe(code: string, message: string): string {
  if (code === 'ECONNREFUSED')
    return 'the connection was refused. Is baseUrl right and the host up? (ECONNREFUSED)'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `the host name could not be resolved (${code})`
  if (/^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) {
    return `the TLS certificate was refused (${code}). For a private CA pass a dispatcher: new Agent({ connect: { ca } })`
  }
  return code === '' ? message : `the connection failed (${code})`
}

// What undici's ProxyAgent says, in words only, when a proxy does not open the tunnel.
const refusedTunnel = /^Proxy (?:response|Authentication Required) \((\d{3})\)/

function statusOfProxy(error: unknown): number | undefined {
  const status = error instanceof Error ? refusedTunnel.exec(error.message)?.[1] : undefined
  return status === undefined ? undefined : Number(status)
}

/** The proxy answered instead of WeCom: nothing was sent. Only its own trouble may pass by itself. */
function proxyFailure(status: number, cause: Error, context: CallContext): WecomTransportError {
  const advice =
    status === 407
      ? "it wants credentials: new ProxyAgent({ uri, token: 'Basic …' }), or user:password@ in HTTPS_PROXY"
      : 'it does not let this server reach WeCom: allow qyapi.weixin.qq.com:443 there'
  return new WecomTransportError(`No answer to ${context.name}: the proxy answered ${status}; ${advice}`, {
    ...context.details(),
    sent: 'no',
    retryable: status >= 500,
    cause,
  })
}
