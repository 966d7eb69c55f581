/**
 * What was thrown, an AggregateError (Node's for a host with several addresses) as one error with the parts as its
 * cause: the executor of graphql-tools and yoga would make an error of every part, and of none of them a field that is
 * missing in the answer.
 */
export function oneError(thrown: unknown): unknown {
  return thrown instanceof AggregateError ? new Error(thrown.message, { cause: thrown }) : thrown
}

/** A hook of the host that throws one error at a time. */
export function throwingOneError<Arguments extends unknown[], Answer>(
  hook: (...args: Arguments) => Answer,
): (...args: Arguments) => Answer {
  return (...args) => {
    try {
      return hook(...args)
    } catch (error) {
      throw oneError(error)
    }
  }
}
