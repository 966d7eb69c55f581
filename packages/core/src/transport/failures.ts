import { adviceFor } from '../wecom/errcode-advice.ts'
import { errcodeInfo } from '../wecom/errcode-info.ts'
import { errcodeIs } from '../wecom/errcode-roles.ts'
import { parseErrmsg, type ErrmsgParts } from '../wecom/parse-errmsg.ts'
import { secretAdvice } from '../wecom/secret-advice.ts'
import { redacted, redactSecrets } from '../wecom/secrets.ts'
import {
  WecomApiError,
  type WecomApiErrorDetails,
  WecomAuthError,
  type AuthErrorReason,
  WecomRateLimitError,
  WecomTransportError,
} from '../errors/errors.ts'
import type { CallContext } from './call-context.ts'
import type { WecomAnswer } from './read-answer.ts'

/** Turns an errcode other than 0 into its error. `secrets` are replaced wherever WeCom quotes them back. */
export function apiFailure(
  answer: WecomAnswer,
  secrets: readonly string[],
  context: CallContext,
): WecomApiError {
  const { errcode } = answer
  const errmsg = hideSecrets(answer.errmsg, secrets)
  const { kind, retryable, docUrl } = errcodeInfo(errcode)
  const parts = parseErrmsg(errmsg)
  const advice = secretAdvice(errcode, context.path) ?? adviceFor(errcode)
  const details: WecomApiErrorDetails = {
    ...context.details(),
    helpUrl: docUrl,
    ...parts,
    errcode,
    errmsg,
    retryable: retryable !== 'never',
    advice,
  }
  const what = `WeCom answered ${errcode} (${wordsFor(errcode, errmsg)}) to ${context.name}${addressIn(errcode, parts)}`
  const message = advice === undefined ? what : `${what}. ${advice}`
  if (errcodeIs(errcode, 'throttled')) return new WecomRateLimitError(message, details)
  const reason = authReason(errcode, kind)
  return reason === undefined
    ? new WecomApiError(message, details)
    : new WecomAuthError(message, { ...details, reason })
}

/** Our words; for a code that is in no table WeCom's own, without the ids that follow them. */
function wordsFor(errcode: number, errmsg: string): string {
  const { isDocumented, meaning } = errcodeInfo(errcode)
  const [words = ''] = errmsg.slice(0, 200).split(/,? hint: /, 1)
  return isDocumented || words === '' ? meaning : `WeCom says: ${words.replaceAll(/\s+/g, ' ')}`
}

/** Whoever has to add the address to a list needs it in the message: it is the one that WeCom saw, not the server's. */
function addressIn(errcode: number, { fromIp }: ErrmsgParts): string {
  return fromIp !== undefined && errcodeIs(errcode, 'ip-not-allowed') ? ` from ${fromIp}` : ''
}

function authReason(errcode: number, kind: string): AuthErrorReason | undefined {
  if (errcodeIs(errcode, 'token-rejected')) return 'token-rejected'
  if (errcodeIs(errcode, 'ip-not-allowed')) return 'ip-not-allowed'
  return kind === 'credential' ? 'credential' : undefined
}

/**
 * Blanks what this call sent, under whatever name WeCom quotes it, and what stands behind the name of a secret. Cuts the
 * text only after the first search: half a secret at the cut would not be found.
 */
function hideSecrets(text: string, secrets: readonly string[]): string {
  let hidden = text
  for (const secret of secrets) {
    if (secret.length < 4) continue
    const encoded = encodeURIComponent(secret.toWellFormed())
    hidden = hidden.replaceAll(secret, redacted).replaceAll(encoded, redacted)
  }
  return redactSecrets(hidden.slice(0, 1000))
}

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
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED')
    return `the client, or the dispatcher it was given, was closed meanwhile (${code})`
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

/** An error of another library reduced to what cannot hold a URL: undici's carry sockets, options and addresses. */
export class SanitizedCause extends Error {
  override name = 'Error'
  readonly code: string | undefined
  readonly syscall: string | undefined

  constructor(message: string, code: string | undefined, syscall: string | undefined) {
    super(message)
    this.code = code
    this.syscall = syscall
    this.stack = `${this.name}: ${message}`
  }
}

const parserError = 'HTTPParserError'

/** Copies name, code, syscall and a URL-free message; nothing else of the original survives. */
export function sanitizeCause(error: unknown): SanitizedCause {
  if (!(error instanceof Error))
    return new SanitizedCause('a value that is not an error was thrown', undefined, undefined)
  // AggregateError (happy eyeballs) says nothing itself: its first member does.
  if (error instanceof AggregateError && error.errors.length > 0) return sanitizeCause(error.errors[0])
  // undici 8.12 leaves the code of its parser's errors undefined.
  const code = textProperty(error, 'code') ?? (error.name === parserError ? parserError : undefined)
  const message = code === undefined || code === error.name ? error.name : `${error.name} ${code}`
  return new SanitizedCause(message, code, textProperty(error, 'syscall'))
}

function textProperty(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}
