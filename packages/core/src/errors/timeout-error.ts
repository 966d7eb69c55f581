import { WecomError, type WecomErrorDetails } from './wecom-error.ts'

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
