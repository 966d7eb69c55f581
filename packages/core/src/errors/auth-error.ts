import { WecomApiError, type WecomApiErrorDetails } from './api-error.ts'

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
