import { WecomError, type WecomErrorDetails } from './wecom-error.ts'

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
