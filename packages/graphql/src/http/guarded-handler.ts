import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorLogger } from '../errors/quiet-logger.ts'
import { redact } from '../errors/redact.ts'

/**
 * A handler of Express or node:http that cannot end the process: what goes wrong in it, an answer that was sent before
 * it was reached included, goes to the host's error handler by `next(error)`, or to the log where there is no `next`.
 */
export function guardedHandler<Request extends IncomingMessage>(
  name: string,
  logger: ErrorLogger,
  handle: (request: Request, response: ServerResponse) => Promise<void>,
): (request: Request, response: ServerResponse, next?: unknown) => void {
  return (request, response, next) => {
    const fail = (error: unknown): void => {
      if (typeof next === 'function') Reflect.apply(next, undefined, [error])
      else logger.error({ error: redact(String(error)) }, `${name} failed`)
    }
    const run = async (): Promise<void> => {
      if (response.headersSent) throw answeredAlready(name)
      await handle(request, response)
    }
    run()
      .catch(fail)
      .catch((error: unknown) => logger.error({ error: redact(String(error)) }, `${name}: next() failed`))
  }
}

function answeredAlready(name: string): Error {
  const message =
    `${name}: the answer was sent before this handler was reached; ` +
    'a handler in front of it answers and calls next() all the same.'
  return Object.assign(new Error(message), { code: 'ERR_HTTP_HEADERS_SENT' })
}
