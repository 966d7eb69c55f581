import { WecomConfigError } from '../errors/config-error.ts'
import { describe, optionMessage } from '../options/option-error.ts'

/** Checks a call's signal: usual slips are passing the AbortController itself, or a function. */
export function checkSignal(signal: unknown): void {
  if (signal === undefined || signal instanceof AbortSignal || looksLikeOne(signal)) return
  throw new WecomConfigError(
    optionMessage({
      owner: 'a call',
      option: 'signal',
      wanted: 'an AbortSignal such as controller.signal or AbortSignal.timeout(5000)',
      came: describe(signal),
    }),
  )
}

/** Of another realm (a test runner's) or a polyfill. */
function looksLikeOne(signal: unknown): boolean {
  return (
    typeof signal === 'object' &&
    signal !== null &&
    'aborted' in signal &&
    'throwIfAborted' in signal &&
    'addEventListener' in signal
  )
}
