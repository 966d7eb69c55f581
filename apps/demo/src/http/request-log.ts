import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

const acceptable = /^[A-Za-z0-9._:-]{1,64}$/
const quiet = /^\/(?:healthz|readyz|metrics|assets\/)/

/**
 * Gives every request an id (the proxy's if it has one), answers it in `X-Request-Id`, and logs the request when it is
 * done. Of its address only the path: queries hold login codes, headers hold cookies.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId,
    autoLogging: { ignore: (request) => quiet.test(request.url ?? '') },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage & { id: unknown }) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request),
      }),
      res: (response: ServerResponse) => ({ status: response.statusCode }),
    },
  })
}

function genReqId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id']
  const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID()
  // GraphQL's masked errors name the id of this header.
  request.headers['x-request-id'] = id
  response.setHeader('X-Request-Id', id)
  return id
}

function pathOf(request: IncomingMessage): string {
  const url =
    'originalUrl' in request && typeof request.originalUrl === 'string' ? request.originalUrl : request.url
  return (url ?? '').replace(/\?.*$/s, '')
}
