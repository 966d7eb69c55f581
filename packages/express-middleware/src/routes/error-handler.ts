import type { ServerResponse } from 'node:http'
import { isWecomSSOError, type WecomSSOError } from '../errors/sso-error.ts'
import { handler } from '../http/handler.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import { classifyRequest } from '../http/classify-request.ts'
import { kindOf, loginLink, sendProblem } from '../runtime/answer-problem.ts'
import { contextOf } from '../runtime/request-context.ts'

/**
 * An error handler that shows our pages (and JSON) also for failures from 500 on, which otherwise go to the app's own
 * error handlers. Put it before those; whatever is not a {@link WecomSSOError} goes on.
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
    handler('wecomErrorHandler', undefined, () => {
      if (isWecomSSOError(error) && !response.headersSent) answer(error, request, response)
      else next(error)
    })(request, response, next)
  }
}

function answer(error: WecomSSOError, request: SsoRequest, response: ServerResponse): void {
  const context = contextOf(request)
  const kind = context === undefined ? classifyRequest(request) : kindOf(context, request)
  sendProblem(request, response, error, kind, context && loginLink(context, request, undefined))
}
