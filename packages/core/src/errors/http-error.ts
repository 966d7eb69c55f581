import { WecomError, type WecomErrorDetails } from './wecom-error.ts'

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
