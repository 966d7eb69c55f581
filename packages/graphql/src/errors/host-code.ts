import type { WecomLogger } from '@wecom-kit/core'

/**
 * What was thrown, an AggregateError (Node's for a host with several addresses) as one error with the parts as its
 * cause: yoga's executor would make an error of every part, and of none of them a field that is missing in the answer.
 */
export function oneError(thrown: unknown): unknown {
  return thrown instanceof AggregateError ? new Error(thrown.message, { cause: thrown }) : thrown
}

/**
 * A synchronous hook of the host as it is safe to call: it throws one error at a time, and where it answers a promise
 * (`async` by mistake) that is told once to the log and can never end the process by rejecting. What it answered stays a
 * promise: nobody here takes one for a yes.
 */
export function hostHook<Arguments extends unknown[], Answer>(
  name: string,
  hook: (...args: Arguments) => Answer,
  logger: ErrorLogger,
): (...args: Arguments) => Answer {
  let told = false
  return (...args) => {
    const answer = orOneError(() => hook(...args))
    if (answer instanceof Promise) {
      answer.catch(() => undefined)
      if (!told) logger.error({ option: name }, `\`${name}\` answered a promise, which counts as a refusal`)
      told = true
    }
    return answer
  }
}

function orOneError<Answer>(call: () => Answer): Answer {
  try {
    return call()
  } catch (error) {
    throw oneError(error)
  }
}

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
