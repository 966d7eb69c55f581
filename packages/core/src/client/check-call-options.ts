import type { RequestOptions } from '../endpoints/request.ts'
import { checkSignal } from './check-signal.ts'
import { WecomConfigError } from '../errors/config-error.ts'

/** The longest time a timer of Node takes; anything above fires at once. */
export const longestTimerMs = 2_147_483_647

/** Checks the limits of one call: `setTimeout` would take NaN, 0 or Infinity and fire at once. */
export function checkCallOptions(options: RequestOptions): void {
  if (typeof options !== 'object' || options === null) {
    throw new WecomConfigError(`The options of a call must be an object, got ${typeof options}`)
  }
  const { timeout, maxRetries, signal, range } = options
  checkSignal(signal)
  if (
    timeout !== undefined &&
    !(Number.isSafeInteger(timeout) && timeout >= 1 && timeout <= longestTimerMs)
  ) {
    throw new WecomConfigError(
      `timeout must be an integer of milliseconds from 1 to ${longestTimerMs}, got ${String(timeout)}`,
    )
  }
  if (maxRetries !== undefined && !(Number.isSafeInteger(maxRetries) && maxRetries >= 0)) {
    throw new WecomConfigError(`maxRetries must be an integer of at least 0, got ${String(maxRetries)}`)
  }
  // It becomes a header: nothing but a range may stand in it.
  if (range !== undefined && !/^bytes=[\d,-]{1,100}$/.test(range)) {
    throw new WecomConfigError("range must look like 'bytes=0-1023'")
  }
}
