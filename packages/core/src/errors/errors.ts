import type { WecomErrorCode } from './error-code.ts'

/** What every {@link WecomError} knows about the call that failed. */
export interface WecomErrorDetails {
  /** Whether the same call may succeed later without anybody changing anything. */
  retryable?: boolean | undefined
  /** How many requests were sent for the call; 0 when it failed before the first. */
  attempts?: number | undefined
  /** HTTP method of the call. */
  method?: string | undefined
  /** Path of the call, without its query (the query carries the access_token). */
  path?: string | undefined
  /** Wall-clock milliseconds from the call to the failure. */
  durationMs?: number | undefined
  /** The error underneath, stripped of everything that could hold a secret. */
  cause?: unknown
}

// Two copies of this package in one process (a common npm accident) must recognise each other's errors.
const marker = Symbol.for('wecom-kit.error')

/**
 * Base of every error this package throws. Recognise it with {@link isWecomError}, decide with `code`.
 *
 * No secret, token, code, ticket or AES key is ever in its message, stack, properties or inspect output.
 *
 * @example
 * ```ts
 * try {
 *   await wecom.users.get('zhangsan')
 * } catch (error) {
 *   if (isWecomError(error) && error.retryable) scheduleAnotherTry()
 *   else throw error
 * }
 * ```
 */
export class WecomError extends Error {
  override name = 'WecomError'
  readonly code: WecomErrorCode
  readonly retryable: boolean
  readonly attempts: number
  readonly method: string | undefined
  readonly path: string | undefined
  readonly durationMs: number | undefined

  constructor(code: WecomErrorCode, message: string, details: WecomErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.retryable = details.retryable ?? false
    this.attempts = details.attempts ?? 0
    this.method = details.method
    this.path = details.path
    this.durationMs = details.durationMs
    Object.defineProperty(this, marker, { value: true })
  }
}

/** The untyped half of `isWecomError`. */
export function hasWecomMarker(error: unknown): error is WecomError {
  return error instanceof Error && marker in error
}

/**
 * Wrong options or arguments. Thrown at construction, or by the call itself before anything is sent; retrying is
 * pointless. The message names the option, what came (never a secret's value) and the fix.
 */
export class WecomConfigError extends WecomError {
  override name = 'WecomConfigError'
  declare readonly code: 'ERR_WECOM_CONFIG'

  constructor(message: string, cause?: unknown) {
    super('ERR_WECOM_CONFIG', message, { cause })
  }
}

/** What a closed client answers to every call. */
export function closedError(): WecomConfigError {
  return new WecomConfigError('This client is closed: make another with createWecomClient')
}

/** What WeCom said, on top of the common details. */
export interface WecomApiErrorDetails extends WecomErrorDetails {
  /** WeCom's errcode; never 0. */
  errcode: number
  /** WeCom's errmsg as it came, secrets replaced. Match on `errcode`, never on this. */
  errmsg: string
  /** The id WeCom's support asks for, parsed out of errmsg. */
  hint?: string | undefined
  /** The address WeCom saw the request come from, parsed out of errmsg: what to add to the trusted IPs on 60020. */
  fromIp?: string | undefined
  /** WeCom's page about this errcode: the one errmsg names, else its query page. */
  helpUrl?: string | undefined
  /** What to do about it, for the codes people meet. */
  advice?: string | undefined
}

/**
 * WeCom answered an errcode other than 0. The errcode is data: there is no class per code.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313 (all codes)
 */
export class WecomApiError extends WecomError {
  override name = 'WecomApiError'
  readonly errcode: number
  readonly errmsg: string
  readonly hint: string | undefined
  readonly fromIp: string | undefined
  readonly helpUrl: string | undefined
  readonly advice: string | undefined

  constructor(message: string, details: WecomApiErrorDetails, code: WecomErrorCode = 'ERR_WECOM_API') {
    super(code, message, details)
    this.errcode = details.errcode
    this.errmsg = details.errmsg
    this.hint = details.hint
    this.fromIp = details.fromIp
    this.helpUrl = details.helpUrl
    this.advice = details.advice
  }
}

/** Why WeCom does not let this client in. */
export type AuthErrorReason = 'credential' | 'token-rejected' | 'ip-not-allowed'

export interface WecomAuthErrorDetails extends WecomApiErrorDetails {
  reason: AuthErrorReason
  until?: Date | undefined
}

/**
 * The client itself is refused: the secret or corpid is wrong, a freshly fetched token was refused again, or the
 * server's IP is not among the app's trusted IPs.
 *
 * After a bad credential the same error is answered at once, without a call, until `until`: WeCom bars the whole IP
 * for an hour after repeated attempts with a wrong secret.
 */
export class WecomAuthError extends WecomApiError {
  override name = 'WecomAuthError'
  declare readonly code: 'ERR_WECOM_AUTH'
  readonly reason: AuthErrorReason
  /** When WeCom will be asked again, if the client is cooling down. */
  readonly until: Date | undefined
  readonly #details: WecomAuthErrorDetails

  constructor(message: string, details: WecomAuthErrorDetails) {
    super(message, details, 'ERR_WECOM_AUTH')
    this.reason = details.reason
    this.until = details.until
    this.#details = details
  }

  /** The same error, saying when the client asks again. */
  coolingUntil(until: Date): WecomAuthError {
    const message = `${this.message} The client asks again after ${until.toISOString()}.`
    return new WecomAuthError(message, { ...this.#details, retryable: false, until })
  }
}

export interface WecomHttpErrorDetails extends WecomErrorDetails {
  status: number
  /** Milliseconds the answer asked to wait (`Retry-After`), when it did. */
  retryAfterMs?: number | undefined
}

/**
 * A status other than 200. WeCom reports its own errors with status 200, so this is a gateway, a proxy or a wrong
 * `baseUrl` speaking (an unknown path is a 404 with an empty body).
 */
export class WecomHttpError extends WecomError {
  override name = 'WecomHttpError'
  declare readonly code: 'ERR_WECOM_HTTP'
  readonly status: number
  readonly retryAfterMs: number | undefined

  constructor(message: string, details: WecomHttpErrorDetails) {
    super('ERR_WECOM_HTTP', message, details)
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}

/**
 * 45009 (too many calls in the window), 45033 (too many at once) or 45011. A window may be a minute, an hour, a day
 * or a month and WeCom does not say which, so 45009 is never retried for you.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90312
 */
export class WecomRateLimitError extends WecomApiError {
  override name = 'WecomRateLimitError'
  declare readonly code: 'ERR_WECOM_RATE_LIMIT'

  constructor(message: string, details: WecomApiErrorDetails) {
    super(message, details, 'ERR_WECOM_RATE_LIMIT')
  }
}

/** Where the time went when a {@link WecomTimeoutError} was thrown. */
export type TimeoutPhase = 'token' | 'connect' | 'headers' | 'body' | 'deadline'

/** An attempt took longer than `timeout`, or the whole call longer than `deadline`. */
export class WecomTimeoutError extends WecomError {
  override name = 'WecomTimeoutError'
  declare readonly code: 'ERR_WECOM_TIMEOUT'
  readonly phase: TimeoutPhase

  constructor(message: string, details: WecomErrorDetails & { phase: TimeoutPhase }) {
    super('ERR_WECOM_TIMEOUT', message, { retryable: true, ...details })
    this.phase = details.phase
  }
}

export interface WecomTransportErrorDetails extends WecomErrorDetails {
  /** Whether the request reached the other side: a write may be repeated only after `'no'`. */
  sent: 'no' | 'maybe' | 'yes'
}

/** No complete answer came: the connection, TLS or the HTTP conversation failed. `cause.code` keeps undici's code. */
export class WecomTransportError extends WecomError {
  override name = 'WecomTransportError'
  declare readonly code: 'ERR_WECOM_TRANSPORT'
  readonly sent: 'no' | 'maybe' | 'yes'

  constructor(message: string, details: WecomTransportErrorDetails) {
    super('ERR_WECOM_TRANSPORT', message, details)
    this.sent = details.sent
  }
}

/** Why an answer was refused. */
export type InvalidResponseReason = 'not-json' | 'not-object' | 'bad-errcode' | 'too-large' | 'schema'

/** Status 200, but not the JSON object WeCom promises: a captive portal, a proxy's page, a cut or oversized body. */
export class WecomInvalidResponseError extends WecomError {
  override name = 'WecomInvalidResponseError'
  declare readonly code: 'ERR_WECOM_INVALID_RESPONSE'
  readonly reason: InvalidResponseReason

  constructor(message: string, details: WecomErrorDetails & { reason: InvalidResponseReason }) {
    super('ERR_WECOM_INVALID_RESPONSE', message, details)
    this.reason = details.reason
  }
}

/** Which check a callback failed. */
export type CallbackErrorReason =
  | 'missing-parameter'
  | 'signature'
  | 'expired'
  | 'decrypt'
  | 'receiver'
  | 'too-large'
  | 'malformed'

/** A callback was refused. Answer it with HTTP 400 or 401 and nothing else: the reason is for your log. */
export class WecomCallbackError extends WecomError {
  override name = 'WecomCallbackError'
  declare readonly code: 'ERR_WECOM_CALLBACK'
  readonly reason: CallbackErrorReason

  constructor(reason: CallbackErrorReason, message: string, cause?: unknown) {
    super('ERR_WECOM_CALLBACK', message, { cause })
    this.reason = reason
  }
}
