import type { ErrorRequestHandler } from 'express'

/**
 * The last error handler. What a sign-in error says is meant for the visitor (`expose`); of anything else only the
 * status gets out, and the log gets the rest.
 */
export function errorHandler(log: (message: string) => void): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return (error: unknown, _request, response, next) => {
    const status = statusOf(error)
    if (status >= 500)
      log(error instanceof Error ? (error.stack ?? error.message) : 'an unknown error was thrown')
    if (response.headersSent) return next(error)
    const { code, message } = describe(error)
    response.status(status).set('Cache-Control', 'no-store').json({ error: code, message })
  }
}

function statusOf(error: unknown): number {
  const status = isObject(error) && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

function describe(error: unknown): { code: string; message: string } {
  const hidden = { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on the server.' }
  if (!(error instanceof Error) || !('expose' in error) || error.expose !== true) return hidden
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : 'BAD_REQUEST',
    message: error.message,
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
