import type { WecomApiError } from './api-error.ts'
import type { WecomAuthError } from './auth-error.ts'
import type { WecomCallbackError } from './callback-error.ts'
import type { WecomConfigError } from './config-error.ts'
import type { WecomHttpError } from './http-error.ts'
import type { WecomInvalidResponseError } from './invalid-response-error.ts'
import type { WecomRateLimitError } from './rate-limit-error.ts'
import type { WecomTimeoutError } from './timeout-error.ts'
import type { WecomTransportError } from './transport-error.ts'
import { hasWecomMarker } from './wecom-error.ts'

/** Every error class of this package, discriminated by `code`. */
export type AnyWecomError =
  | WecomConfigError
  | WecomTransportError
  | WecomTimeoutError
  | WecomHttpError
  | WecomInvalidResponseError
  | (WecomApiError & { readonly code: 'ERR_WECOM_API' })
  | WecomRateLimitError
  | WecomAuthError
  | WecomCallbackError

/**
 * Whether a value is an error of this package, even one thrown by another installed copy of it.
 *
 * Narrows to {@link AnyWecomError}, so that `error.code === 'ERR_WECOM_API'` gives you `error.errcode`.
 *
 * @example
 * ```ts
 * if (isWecomError(error) && error.code === 'ERR_WECOM_API' && error.errcode === 60111) return undefined
 * ```
 */
export function isWecomError(error: unknown): error is AnyWecomError {
  return hasWecomMarker(error)
}
