import type { WecomLogger } from '@wecom-kit/core'

/**
 * Tells the log what can reach nobody else, through the app's logger or on the console. A log that fails must not become
 * the next failure, so it never throws.
 */
export function report(logger: WecomLogger | undefined, error: unknown, message: string): void {
  try {
    // eslint-disable-next-line no-console -- where an app without a logger looks
    if (logger === undefined) console.error(message, error)
    else logger.error({ err: error }, message)
  } catch {
    // Nobody is left to tell.
  }
}

/** `throw undefined` must not look like success: `next(undefined)` goes on to the app. */
export function nothingThrown(): TypeError {
  return new TypeError('a hook threw nothing')
}
