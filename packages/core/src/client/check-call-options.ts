import type { CallPriority, RequestOptions } from '../endpoints/request.ts'
import { WecomConfigError } from '../errors/config-error.ts'
import { describe, optionMessage } from '../options/option-error.ts'
import { checkSignal } from './check-signal.ts'
import { longestTimerMs } from './resolve-options.ts'

/** Checks the limits of one call: `setTimeout` would take NaN, 0 or Infinity and fire at once. Runs at every call. */
export function checkCallOptions(options: RequestOptions): void {
  if (typeof options !== 'object' || options === null) refuse('its options', 'an object', options)
  const { timeout, maxRetries, priority, signal, range } = options
  checkSignal(signal)
  if (timeout !== undefined && !isWithin(timeout, 1, longestTimerMs))
    refuse('timeout', `a whole number from 1 to ${longestTimerMs}`, timeout)
  if (maxRetries !== undefined && !isWithin(maxRetries, 0, Number.MAX_SAFE_INTEGER))
    refuse('maxRetries', 'a whole number of at least 0', maxRetries)
  if (priority !== undefined && !priorities.includes(priority))
    refuse('priority', priorities.map((name) => `'${name}'`).join(' or '), priority)
  // It becomes a header: nothing but a range may stand in it.
  if (range !== undefined && !/^bytes=[\d,-]{1,100}$/.test(range))
    refuse('range', "a range such as 'bytes=0-1023'", range)
}

const priorities: readonly CallPriority[] = ['interactive', 'normal', 'bulk']

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most
}

function refuse(option: string, wanted: string, value: unknown): never {
  throw new WecomConfigError(optionMessage({ owner: 'a call', option, wanted, came: describe(value) }))
}
