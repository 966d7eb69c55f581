import { closedError } from '../errors/closed-error.ts'
import { WecomTimeoutError } from '../errors/timeout-error.ts'
import { waitFor } from '../transport/wait-for.ts'
import type { Engine } from './engine.ts'

/**
 * Asks the host's own code for a secret or token, for no longer than a whole call may take: the fetch that everybody
 * shares would hang with it, and nobody could start another before the process does.
 *
 * @param what is asked, for the error
 */
export async function askHost<T>(
  { options: { deadline }, closed }: Engine,
  what: string,
  ask: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  const limit = new AbortController()
  const end = AbortSignal.any([limit.signal, closed.signal])
  const late = (): WecomTimeoutError => {
    const error = new WecomTimeoutError(`${what} did not answer within deadline = ${deadline} ms`, {
      phase: 'token',
    })
    limit.abort(error)
    return error
  }
  try {
    return await waitFor((async () => ask(end))(), closed.signal, deadline, late)
  } catch (error) {
    throw closed.signal.aborted ? closedError() : error
  }
}
