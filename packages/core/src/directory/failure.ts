import { isWecomError } from '../errors/is-wecom-error.ts'

// 60111 unknown, left or hidden · 40003 malformed · 60003 and 60123 no such department · 60011 and 60021 outside the
// app's visible range. To a reader they are one: there is nothing here for you.
const absences = new Set([60111, 40003, 60003, 60123, 60011, 60021])

/** Whether WeCom said that the object does not exist or is not visible: an answer, not a failure. */
export function isAbsence(error: unknown): boolean {
  return absences.has(errcodeOf(error) ?? 0)
}

/** 45029: the answer would be too large. Asking again brings the same. */
export function isTooLarge(error: unknown): boolean {
  return errcodeOf(error) === 45029
}

/** 45033: too many calls of the API under way at once. */
export function isTooManyAtOnce(error: unknown): boolean {
  return errcodeOf(error) === 45033
}

/** 45009: the quota of the API is used up, for a minute at least and an hour at most. */
export function isQuotaExhausted(error: unknown): boolean {
  return errcodeOf(error) === 45009
}

// 48002 wrong kind of secret · 48009 contacts-sync from a new address may read ids only.
const refusals = new Set([48002, 48009])

/** Whether WeCom said that this secret may not use the API at all. */
export function isRefusal(error: unknown): boolean {
  return refusals.has(errcodeOf(error) ?? 0)
}

/** Whether the error says nothing about other APIs: each has its own quota, permission and size of answers. */
export function isOfOneApi(error: unknown): boolean {
  return isTooLarge(error) || isQuotaExhausted(error) || isRefusal(error)
}

/** Whether an older answer is better than this error: WeCom or the way to it is in trouble, nobody said no. */
export function isPassing(error: unknown): boolean {
  return isWecomError(error) && (error.retryable || error.code === 'ERR_WECOM_RATE_LIMIT')
}

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`a non-error was thrown: ${typeof thrown}`)
}

function errcodeOf(error: unknown): number | undefined {
  if (!isWecomError(error) || !('errcode' in error)) return undefined
  return error.errcode
}
