import type { IncomingMessage, ServerResponse } from 'node:http'
import { redactSecrets } from '@wecom-kit/core/foundation'
import type { ErrorLogger } from '../errors/host-code.ts'

/**
 * A handler of Express or node:http that cannot end the process: what goes wrong in it, an answer that was sent before
 * it was reached included, goes to the host's error handler by `next(error)`, or to the log where there is no `next`.
 */
export function guardedHandler<Request extends IncomingMessage>(
  name: string,
  logger: ErrorLogger,
  handle: (request: Request, response: ServerResponse) => Promise<void>,
): (request: Request, response: ServerResponse, next?: unknown) => void {
  const report = (error: unknown): void =>
    logger.error({ error: redactSecrets(String(error)) }, `${name} failed`)
  const handOver = (error: unknown, next: unknown): void => {
    if (typeof next !== 'function') return report(error)
    try {
      Reflect.apply(next, undefined, [error])
    } catch (thrown) {
      report(thrown)
    }
  }
  const run = async (request: Request, response: ServerResponse, next: unknown): Promise<void> => {
    try {
      if (response.headersSent) throw answeredAlready(name)
      await handle(request, response)
    } catch (error) {
      handOver(error, next)
    }
  }
  return (request, response, next) => void run(request, response, next)
}

function answeredAlready(name: string): Error {
  const message =
    `${name}: the answer was sent before this handler was reached; ` +
    'a handler in front of it answers and calls next() all the same.'
  return Object.assign(new Error(message), { code: 'ERR_HTTP_HEADERS_SENT' })
}

/** Requests under way, so that stopping can wait for them. */
export class InFlight {
  readonly #running = new Set<Promise<void>>()
  #closed = false

  /** Whether no more requests are taken. */
  get closed(): boolean {
    return this.#closed
  }

  /** Runs one request. */
  async run(work: () => Promise<void>): Promise<void> {
    const done = work()
    this.#running.add(done)
    try {
      await done
    } finally {
      this.#running.delete(done)
    }
  }

  /** Takes no more and waits until the last is done, at most so many milliseconds. */
  async drain(timeout: number): Promise<void> {
    this.#closed = true
    const { promise: late, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, timeout)
    await Promise.race([Promise.allSettled(this.#running), late])
    clearTimeout(timer)
  }
}
