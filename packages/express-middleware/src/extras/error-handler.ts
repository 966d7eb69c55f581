import type { ServerResponse } from 'node:http'
import { isWecomSSOError, type WecomSSOError } from '../errors/sso-error.ts'
import { classifyRequest } from '../http/classify-request.ts'
import { handler } from '../http/handler.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import { logFailure, sendFailure, sendProblem } from '../visit/problem.ts'
import { visitOf } from '../visit/visit.ts'

/**
 * An error handler that shows our pages (and JSON) also for failures from 500 on, which otherwise go to the app's own
 * error handlers. Put it before those; whatever is not a {@link WecomSSOError} goes on. On localhost the page says what
 * WeCom said.
 *
 * @example
 * ```ts
 * app.use(wecomErrorHandler())
 * ```
 */
export function wecomErrorHandler(): (
  error: unknown,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
) => void {
  return function wecomErrors(error, request, response, next) {
    handler('wecomErrorHandler', () => {
      if (isWecomSSOError(error) && !response.headersSent) answer(error, request, response)
      else next(error)
    })(request, response, next)
  }
}

function answer(error: WecomSSOError, request: SsoRequest, response: ServerResponse): void {
  const visit = visitOf(request)
  logFailure(visit?.instance.settings.options.logger, request, error)
  if (visit === undefined) sendFailure(request, response, error, classifyRequest(request))
  else sendProblem(visit, error)
}
