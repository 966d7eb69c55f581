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

/** The untyped half of `isWecomError`: here, so that the classes do not import each other in a circle. */
export function hasWecomMarker(error: unknown): error is WecomError {
  return error instanceof Error && marker in error
}
