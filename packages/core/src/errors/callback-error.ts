import { WecomError } from './wecom-error.ts'

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
