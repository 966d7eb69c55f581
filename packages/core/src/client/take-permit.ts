import { closedError, WecomTimeoutError } from '../errors/errors.ts'
import type { CallContext } from '../transport/call-context.ts'
import { waitFor } from '../transport/wait-for.ts'
import type { CallPriority } from '../endpoints/request.ts'
import type { PreparedCall } from './prepared-call.ts'
import type { Engine } from './engine.ts'
import type { WecomLimiter } from './rate-limiter.ts'

/**
 * Waits for the host's limiter, then for a place under `maxConcurrency`: whoever waits for an API that is closed for a
 * while must not keep the places of all others. Gives the function that frees both, at once when there is nothing to
 * wait for.
 */
export function takePermit(
  engine: Engine,
  context: CallContext,
  { signal, priority }: Pick<PreparedCall, 'signal' | 'priority'>,
): (() => void) | Promise<() => void> {
  const { concurrency, limiter } = engine
  if (limiter === undefined && concurrency.tryEnter()) return () => concurrency.leave()
  return waitUntilClosed(engine, context, signal, priority)
}

/** A client that closes ends every wait, whatever signal the caller has. */
async function waitUntilClosed(
  engine: Engine,
  context: CallContext,
  signal: AbortSignal | undefined,
  priority: CallPriority,
): Promise<() => void> {
  const closed = engine.closed.signal
  try {
    return await waitForPermit(
      engine,
      context,
      signal === undefined ? closed : AbortSignal.any([signal, closed]),
      priority,
    )
  } catch (error) {
    throw closed.aborted && signal?.aborted !== true ? closedError() : error
  }
}

async function waitForPermit(
  { concurrency, limiter }: Engine,
  context: CallContext,
  signal: AbortSignal,
  priority: CallPriority,
): Promise<() => void> {
  const release = limiter === undefined ? () => {} : await askLimiter(limiter, context, signal)
  if (!concurrency.tryEnter()) {
    const { entered, cancel } = concurrency.enter(priority)
    await waitFor(entered, signal, context.timeLeftMs, () => queueTimeout(context)).catch(
      (error: unknown) => {
        cancel()
        quietly(release)
        throw error
      },
    )
  }
  return () => {
    concurrency.leave()
    quietly(release)
  }
}

async function askLimiter(
  limiter: WecomLimiter,
  context: CallContext,
  signal: AbortSignal,
): Promise<() => void> {
  const late = new AbortController()
  const acquired = limiter.acquire({ path: context.path }, AbortSignal.any([signal, late.signal]))
  try {
    return await waitFor(acquired, signal, context.timeLeftMs, () => queueTimeout(context))
  } catch (error) {
    late.abort(error)
    // A permit that comes after the caller left would be lost to everybody.
    acquired.then(quietly, () => {})
    throw error
  }
}

/** A limiter that cannot take its permit back is its own trouble: the answer is already there. */
function quietly(release: () => void): void {
  try {
    release()
  } catch {
    // See above.
  }
}

function queueTimeout(context: CallContext): WecomTimeoutError {
  return new WecomTimeoutError(
    `${context.name} waited for its turn until the call's deadline. Raise maxConcurrency or deadline, or call less`,
    { ...context.details(), phase: 'deadline' },
  )
}
