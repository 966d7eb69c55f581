import {
  type WecomApiError,
  type WecomAuthError,
  type WecomCallbackError,
  type WecomConfigError,
  type WecomHttpError,
  type WecomInvalidResponseError,
  type WecomRateLimitError,
  type WecomTimeoutError,
  type WecomTransportError,
  hasWecomMarker,
} from './errors.ts'

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
