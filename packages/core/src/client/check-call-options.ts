import type { CallPriority, RequestOptions } from '../endpoints/request.ts'
import { isRecord } from '../internal/is-record.ts'
import { readArgument } from '../options/config-option.ts'
import { integer, matching, oneOf, row } from '../options/option-row.ts'
import { longestTimerMs } from './resolve-options.ts'

const owner = 'a call'

// `setTimeout` would take NaN, 0 or Infinity and fire at once.
const timeoutRow = integer(1, longestTimerMs, { how: 'It is in milliseconds' })
const retriesRow = integer(0)
const priorityRow = oneOf<CallPriority>(['interactive', 'normal', 'bulk'])
// It becomes a header: nothing but a range may stand in it.
const rangeRow = matching("a range such as 'bytes=0-1023'", /^bytes=[\d,-]{1,100}$/)
const optionsRow = row('an object', isRecord)
// Usual slips are passing the AbortController itself, or a function.
const signalRow = row(
  'an AbortSignal such as controller.signal or AbortSignal.timeout(5000)',
  (value): value is AbortSignal => value instanceof AbortSignal || looksLikeSignal(value),
)

/** Checks the limits of one call. Runs at every call, so it builds nothing while all is well. */
export function checkCallOptions(options: RequestOptions): void {
  readArgument(owner, 'its options', optionsRow, options)
  const { timeout, maxRetries, priority, signal, range } = options
  checkSignal(signal)
  if (timeout !== undefined) readArgument(owner, 'timeout', timeoutRow, timeout)
  if (maxRetries !== undefined) readArgument(owner, 'maxRetries', retriesRow, maxRetries)
  if (priority !== undefined) readArgument(owner, 'priority', priorityRow, priority)
  if (range !== undefined) readArgument(owner, 'range', rangeRow, range)
}

/** Checks a signal that was given. */
export function checkSignal(signal: unknown): void {
  if (signal !== undefined) readArgument(owner, 'signal', signalRow, signal)
}

/** Of another realm (a test runner's) or a polyfill. */
function looksLikeSignal(signal: unknown): boolean {
  return isRecord(signal) && 'aborted' in signal && 'throwIfAborted' in signal && 'addEventListener' in signal
}
