import type { WecomLogger } from '@wecom-kit/core'

/** What errors are written to. */
export type ErrorLogger = Pick<WecomLogger, 'error'>

/**
 * A logger whose own failure costs nothing but the entry: neither the answer nor, as a rejection nobody awaits (its
 * `error` may be async), the process.
 */
export function quietLogger(logger: ErrorLogger): ErrorLogger {
  return {
    error(fields, message) {
      try {
        const written: unknown = logger.error(fields, message)
        if (written instanceof Promise) written.catch(() => undefined)
      } catch {
        // There is no other place to tell it.
      }
    },
  }
}
