import type { WecomLogger } from '@wecom-kit/core'

/** What errors are written to. */
export type ErrorLogger = Pick<WecomLogger, 'error'>

/** A logger whose own failure costs nothing but the entry: neither the answer nor, as a rejection nobody awaits, the process. */
export function quietLogger(logger: ErrorLogger): ErrorLogger {
  return {
    error(fields, message) {
      try {
        logger.error(fields, message)
      } catch {
        // There is no other place to tell it.
      }
    },
  }
}
