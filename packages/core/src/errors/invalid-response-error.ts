import { WecomError, type WecomErrorDetails } from './wecom-error.ts'

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
