import type { WecomLogger } from '@wecom-kit/core'
import { errorForLog } from '@wecom-kit/core/foundation'

/**
 * Tells the log, through the app's logger or on the console. What a hook threw may quote an address or a command with a
 * secret in it, so `err` is shown without. A log that fails must not become the next failure, so it never throws.
 */
export function report(
  logger: WecomLogger | undefined,
  severity: 'warn' | 'error',
  message: string,
  details: { err?: unknown } & Record<string, unknown> = {},
): void {
  try {
    const shown = 'err' in details ? { ...details, err: errorForLog(details.err) } : details
    // eslint-disable-next-line no-console -- where an app without a logger looks
    if (logger === undefined) console[severity](message, ...(Object.keys(shown).length === 0 ? [] : [shown]))
    else logger[severity](shown, message)
  } catch {
    // Nobody is left to tell.
  }
}

// Of all copies of this package in a process.
const loggedKey = Symbol.for('wecom-kit.express-middleware.logged')

/**
 * Marks a failure that the log has, or whose cause stands there, such as a store that was said to be in trouble:
 * thousands of lines of the same would hide everything else.
 */
export function markLogged<Failure extends Error>(error: Failure): Failure {
  return Object.defineProperty(error, loggedKey, { value: true })
}

/** Whether the log has said that this failed. */
export function isLogged(error: Error): boolean {
  return loggedKey in error
}

/** `throw undefined` must not look like success: `next(undefined)` goes on to the app. */
export function nothingThrown(): TypeError {
  return new TypeError('a hook threw nothing')
}
