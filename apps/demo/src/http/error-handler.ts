import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { errorPage } from './error-page.ts'
import type { Ledger } from '../operations/ledger.ts'
import type { Metrics } from '../operations/metrics.ts'

/**
 * Writes down what goes wrong for the operations view, and passes it on: every sign-in that failed, and whatever is the
 * server's fault. That a visitor is not signed in, or may not look, is no failure.
 */
export function noteFailures(ledger: Ledger, metrics: Metrics): ErrorRequestHandler {
  return (error: unknown, request, _response, next) => {
    const signIn = signInPath.test(request.path)
    if (signIn) metrics.signIn('failed')
    if (signIn || statusOf(error) >= 500)
      ledger.failure(signIn ? 'sign-in' : `${request.method} ${request.path}`, codeOf(error))
    next(error)
  }
}

const signInPath = /\/wecom\/(?:login|callback)\/?$/i

/** What {@link errorHandler} needs. */
export interface ErrorHandlerOptions {
  readonly logger: Pick<Logger, 'error'>
  /** Where people start anew. */
  readonly homeUrl: string
}

/**
 * The last error handler: a page for people, JSON for programs. What a sign-in error says is meant for the visitor
 * (`expose`); of anything else only the status gets out, and the log gets the rest.
 */
export function errorHandler({ logger, homeUrl }: ErrorHandlerOptions): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return (error: unknown, request, response, next) => {
    const status = statusOf(error)
    if (status >= 500) logger.error({ err: error, requestId: request.id }, 'a request failed')
    if (response.headersSent) return next(error)
    const { code, message } = describe(error, status)
    response.status(status).set('Cache-Control', 'no-store').vary('Accept')
    if (request.accepts('json', 'html') === 'html')
      response.type('html').send(errorPage({ status, code, message, requestId: idOf(request), homeUrl }))
    else response.json({ error: code, message, requestId: request.id })
  }
}

function idOf({ id }: { readonly id?: unknown }): string {
  return typeof id === 'string' ? id : ''
}

function codeOf(error: unknown): string {
  if (isObject(error) && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}

function statusOf(error: unknown): number {
  const status = isObject(error) && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

function describe(error: unknown, status: number): { code: string; message: string } {
  const hidden =
    status >= 500
      ? { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on the server.' }
      : { code: 'BAD_REQUEST', message: 'The server cannot read this request: is the address complete?' }
  if (!(error instanceof Error) || !('expose' in error) || error.expose !== true) return hidden
  return { code: codeOf(error), message: error.message }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
