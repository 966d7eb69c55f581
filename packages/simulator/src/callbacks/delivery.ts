import type { EventFields } from '../world/event.ts'

/** One try to deliver a push. */
export interface DeliveryAttempt {
  /** Simulated milliseconds since 1970. */
  at: number
  /** HTTP status, or why there was none. */
  outcome: number | string
  /** Milliseconds it took. */
  durationMs: number
  /** The first 2,000 characters of what the receiver answered; absent without an answer. */
  response?: string
}

/** A push and what became of it. */
export interface Delivery {
  /** Counts from 1 since the last reset. */
  readonly serial: number
  /** Simulated milliseconds since 1970. */
  readonly at: number
  readonly app: string
  /** What was pushed: the fields, or the text when a raw text was sent. */
  readonly event: EventFields | string
  /** The whole message as the receiver reads it after decryption. */
  readonly plaintext: string
  /** Serial of the push that this one repeats. */
  readonly resendOf?: number
  readonly attempts: DeliveryAttempt[]
  /** Undefined before the first try; true after an HTTP 200. */
  accepted?: boolean
  /** Nothing was sent: too many earlier pushes failed, see the setting `callbacks.dropAfter`. */
  dropped?: true
  /** Decrypted passive reply, or what was wrong with it. */
  reply?: string
}
