/**
 * The stable codes of {@link WecomSSOError}, of the JSON answers and of the pages. Switch on them, never on a message.
 *
 * | code | status | means |
 * |---|---|---|
 * | `WECOM_LOGIN_REQUIRED` | 401 | nobody is signed in |
 * | `WECOM_SIGNED_OUT` | 401 | the visitor signed out; only an explicit click signs in again |
 * | `WECOM_LOGIN_CANCELLED` | 401 | the visitor refused on WeCom's page |
 * | `WECOM_FORBIDDEN` | 403 | signed in, but not permitted |
 * | `WECOM_NOT_MEMBER` | 403 | whoever came back from WeCom is no member of the corp |
 * | `WECOM_LINKED_MEMBER` | 403 | a linked corp's member, and `allowLinked` is off |
 * | `WECOM_NOT_VISIBLE` | 403 | the app's visible range does not let this member in |
 * | `WECOM_APP_DISABLED` | 403 | the app is disabled in WeCom's admin console |
 * | `WECOM_CROSS_SITE` | 403 | another site tried to sign the visitor out |
 * | `WECOM_BAD_REQUEST` | 400 | malformed or repeated parameters |
 * | `WECOM_STATE_MISSING` | 400 | a callback without `state` |
 * | `WECOM_STATE_INVALID` | 400 | a `state` that is not this app's |
 * | `WECOM_LOGIN_EXPIRED` | 400 | the sign-in took longer than `transaction.ttl`, twice |
 * | `WECOM_COOKIES_BLOCKED` | 400 | the browser does not keep our cookies |
 * | `WECOM_CALLBACK_LOST` | 400 | sign-ins begin, and the way back from WeCom never gets here |
 * | `WECOM_SESSION_NOT_KEPT` | 400 | signing in works, but the session cookie never comes back |
 * | `WECOM_CODE_INVALID` | 400 | WeCom refused the code (invalid, expired or used), twice |
 * | `WECOM_HOST_NOT_ALLOWED` | 400 | no `baseUrl`, and the Host header is not in `allowedHosts` |
 * | `WECOM_METHOD_NOT_ALLOWED` | 405 | wrong method on one of our routes |
 * | `WECOM_SESSION_TOO_LARGE` | 500 | the session does not fit a cookie |
 * | `WECOM_HOOK_FAILED` | 500 | a hook of the app threw where only JSON can be answered |
 * | `WECOM_MIDDLEWARE_MISSING` | 500 | a guard ran on a request that `wecomSSO()` never saw |
 * | `WECOM_BODY_CONSUMED` | 500 | a body parser ran before a route that needs the raw body |
 * | `WECOM_APP_SETUP` | 502 | WeCom refuses this server: trusted domain, trusted IP or secret |
 * | `WECOM_UPSTREAM` | 502 | WeCom failed or answered nonsense |
 * | `WECOM_UPSTREAM_TIMEOUT` | 504 | WeCom did not answer within `timeout` |
 * | `WECOM_STORE` | 503 | the session store failed |
 * | `WECOM_BUSY` | 503 | more than `maxInflight` sign-ins at once |
 */
export type WecomSSOErrorCode = keyof typeof statusOfCode

/** HTTP status of every code. */
export const statusOfCode = {
  WECOM_LOGIN_REQUIRED: 401,
  WECOM_SIGNED_OUT: 401,
  WECOM_LOGIN_CANCELLED: 401,
  WECOM_FORBIDDEN: 403,
  WECOM_NOT_MEMBER: 403,
  WECOM_LINKED_MEMBER: 403,
  WECOM_NOT_VISIBLE: 403,
  WECOM_APP_DISABLED: 403,
  WECOM_CROSS_SITE: 403,
  WECOM_BAD_REQUEST: 400,
  WECOM_STATE_MISSING: 400,
  WECOM_STATE_INVALID: 400,
  WECOM_LOGIN_EXPIRED: 400,
  WECOM_COOKIES_BLOCKED: 400,
  WECOM_CALLBACK_LOST: 400,
  WECOM_SESSION_NOT_KEPT: 400,
  WECOM_CODE_INVALID: 400,
  WECOM_HOST_NOT_ALLOWED: 400,
  WECOM_METHOD_NOT_ALLOWED: 405,
  WECOM_SESSION_TOO_LARGE: 500,
  WECOM_HOOK_FAILED: 500,
  WECOM_MIDDLEWARE_MISSING: 500,
  WECOM_BODY_CONSUMED: 500,
  WECOM_APP_SETUP: 502,
  WECOM_UPSTREAM: 502,
  WECOM_UPSTREAM_TIMEOUT: 504,
  WECOM_STORE: 503,
  WECOM_BUSY: 503,
} as const

// Two copies of this package in one process must recognise each other's errors.
const marker = Symbol.for('wecom-kit.sso-error')

/**
 * Every runtime error of this package; it reaches `next(error)` on Express 4 and 5. `status` and `expose` are what
 * Express and http-errors look at. No code, state, token or secret is in its message.
 *
 * @example
 * ```ts
 * app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
 *   if (isWecomSSOError(error)) response.status(error.status).json({ code: error.code })
 *   else next(error)
 * })
 * ```
 */
export class WecomSSOError extends Error {
  override name = 'WecomSSOError'
  readonly code: WecomSSOErrorCode
  /** HTTP status to answer with. */
  readonly status: number
  /** The same number under the name Express also reads. */
  readonly statusCode: number
  /** Whether the message may be shown to the visitor: true below 500. */
  readonly expose: boolean

  constructor(code: WecomSSOErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = statusOfCode[code]
    this.statusCode = this.status
    this.expose = this.status < 500
    Object.defineProperty(this, marker, { value: true })
  }
}

/** Whether a value is a {@link WecomSSOError}, even one of another installed copy of this package. */
export function isWecomSSOError(error: unknown): error is WecomSSOError {
  return error instanceof Error && marker in error
}
