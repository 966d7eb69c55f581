import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler } from 'express'

const storage = new AsyncLocalStorage<string>()

/** The id of the request that this code runs for; undefined in the background. */
export function currentRequestId(): string | undefined {
  return storage.getStore()
}

/** Lets everything that a request leads to know its id, which `requestLog` has given it. */
export function requestContext(): RequestHandler {
  return (request, _response, next) => {
    const { id } = request
    if (typeof id === 'string') storage.run(id, next)
    else next()
  }
}
