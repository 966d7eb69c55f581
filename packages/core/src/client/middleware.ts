import type { RequestOptions, Route, WecomResponse } from '../endpoints/request.ts'

/** A call as middlewares see it: everything but the access_token, which exists only inside the transport. */
export interface MiddlewareRequest {
  readonly route: Route
  readonly options: RequestOptions
}

/**
 * Wraps every call, outermost first, koa-style. It may change the request it passes on, answer without calling
 * `next`, or call `next` again.
 *
 * @example
 * ```ts
 * const timed: WecomMiddleware = async (request, next) => {
 *   const started = performance.now()
 *   try {
 *     return await next(request)
 *   } finally {
 *     histogram.observe({ route: request.route }, performance.now() - started)
 *   }
 * }
 * ```
 */
export type WecomMiddleware = (
  request: MiddlewareRequest,
  next: (request: MiddlewareRequest) => Promise<WecomResponse<unknown>>,
) => Promise<WecomResponse<unknown>>
