import type { EventFields } from './event-fields.ts'

/** One try to deliver a push. */
export interface DeliveryAttempt {
  /** HTTP status, or why there was none. */
  outcome: number | string
  /** Milliseconds it took. */
  durationMs: number
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
  readonly attempts: DeliveryAttempt[]
  /** Undefined while tries are under way; true after an HTTP 200. */
  accepted?: boolean
  /** Decrypted passive reply, or what was wrong with it. */
  reply?: string
}
