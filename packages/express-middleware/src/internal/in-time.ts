import { waitFor } from '@wecom-kit/core/foundation'

/** Rejects like an aborted fetch, which everything here takes for "did not answer in time". */
class LateError extends Error {
  override readonly name = 'TimeoutError'
}

/**
 * What something of somebody else's answers within `ms`; its null is nothing. The work goes on: a directory keeps what it
 * brings for the next who asks.
 */
export async function inTime<Value>(
  ms: number,
  work: () => Promise<Value | null | undefined>,
): Promise<Value | undefined> {
  const late = () => new LateError(`no answer within ${ms} ms`)
  // A host may have written something that answers at once, without a promise.
  return (await waitFor(Promise.resolve(work()), undefined, ms, late)) ?? undefined
}
