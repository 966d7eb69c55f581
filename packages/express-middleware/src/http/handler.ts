import type { ServerResponse } from 'node:http'
import { nothingThrown, report } from '../errors/report.ts'
import type { Next, SsoRequest } from './types.ts'

/** What a middleware of ours does with a request; it may throw, reject, answer or call `next`. */
type Handle<Request extends SsoRequest> = (request: Request, response: ServerResponse, next: Next) => unknown

/**
 * The one way from a server into this package: every middleware of ours, and through it every hook of the app, runs in
 * here. Whatever goes wrong (a throw, a rejection, an answer that somebody sent before us, a client that has gone)
 * reaches the host's error handlers once, or the log when they were already called. Nothing of it becomes an unhandled
 * rejection, which would end the process.
 */
export function handler<Request extends SsoRequest = SsoRequest>(
  name: string,
  handle: Handle<Request>,
): (request: Request, response: ServerResponse, next: Next) => void {
  return function wecomMiddleware(request, response, next) {
    let isPassedOn = false
    const once: Next = (error) => {
      if (isPassedOn) {
        if (error !== undefined) tell(name, error)
        return
      }
      isPassedOn = true
      next(error)
    }
    let outcome: unknown
    try {
      outcome = handle(request, response, once)
    } catch (error) {
      // What the host's own handlers throw through our `next` is theirs, and still on their stack.
      if (isPassedOn) throw error
      once(error ?? nothingThrown())
    }
    if (outcome instanceof Promise) {
      outcome.catch((error: unknown) => {
        settle(name, once, error)
      })
    }
  }
}

/** Here nobody catches what `next` throws. */
function settle(name: string, next: Next, error: unknown): void {
  try {
    next(error ?? nothingThrown())
  } catch (failure) {
    tell(name, failure)
  }
}

function tell(name: string, error: unknown): void {
  report(undefined, 'error', `${name}: failed after the request was passed on`, { err: error })
}
