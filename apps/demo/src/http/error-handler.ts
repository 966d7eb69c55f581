import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Ledger } from '../operations/ledger.ts'
import type { Metrics } from '../operations/metrics.ts'

/** Writes down what goes wrong with a sign-in or a route, for the operations view, and passes it on. */
export function noteFailures(ledger: Ledger, metrics: Metrics): ErrorRequestHandler {
  return (error: unknown, request, _response, next) => {
    const signIn = request.path.startsWith('/wecom/')
    if (signIn) metrics.signIn('failed')
    ledger.failure(signIn ? 'sign-in' : `${request.method} ${request.path}`, codeOf(error))
    next(error)
  }
}

/**
 * The last error handler. What a sign-in error says is meant for the visitor (`expose`); of anything else only the
 * status gets out, and the log gets the rest.
 */
export function errorHandler(logger: Pick<Logger, 'error'>): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return (error: unknown, request, response, next) => {
    const status = statusOf(error)
    if (status >= 500) logger.error({ err: error, requestId: request.id }, 'a request failed')
    if (response.headersSent) return next(error)
    const { code, message } = describe(error)
    response
      .status(status)
      .set('Cache-Control', 'no-store')
      .json({ error: code, message, requestId: request.id })
  }
}

function codeOf(error: unknown): string {
  if (isObject(error) && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}

function statusOf(error: unknown): number {
  const status = isObject(error) && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

function describe(error: unknown): { code: string; message: string } {
  const hidden = { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on the server.' }
  if (!(error instanceof Error) || !('expose' in error) || error.expose !== true) return hidden
  return { code: codeOf(error), message: error.message }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
