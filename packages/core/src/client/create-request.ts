import { Readable } from 'node:stream'
import { closedError } from '../errors/closed-error.ts'
import { WecomConfigError } from '../errors/config-error.ts'
import { checkCallOptions } from './check-call-options.ts'
import { encodeBody } from './encode-body.ts'
import type { Engine } from './engine.ts'
import type { MiddlewareRequest } from './middleware.ts'
import { encodeQuery, parseRoute, sensitiveValues } from './parse-route.ts'
import { performCall } from './perform-call.ts'
import type { PreparedCall, TokenSlot } from './prepared-call.ts'
import type { RequestFunction, RequestOptions, WecomResponse } from '../endpoints/request.ts'

type Next = (request: MiddlewareRequest) => Promise<WecomResponse<unknown>>

/** Builds a client's `request`: checks and encodes a call, sends it through the middlewares, runs it. */
export function createRequest(engine: Engine, slot: TokenSlot): RequestFunction {
  const core: Next = async ({ route, options }) => {
    if (engine.closed.signal.aborted) throw closedError()
    checkCallOptions(options)
    const { method, path } = parseRoute(route)
    const query = encodeQuery(options.query)
    const body = encodeBody(options)
    const encoded = body instanceof Promise ? await body : body
    const call: PreparedCall = {
      method,
      path,
      query,
      credentials: '',
      encoded,
      secrets: sensitiveValues(options),
      idempotent: options.idempotent ?? method === 'GET',
      responseType: options.responseType ?? 'json',
      timeout: options.timeout ?? engine.options.timeout,
      maxRetries: options.maxRetries ?? engine.options.maxRetries,
      signal: options.signal,
    }
    return encoded.repeatable ? performCall(engine, call, slot) : performOnce(engine, call, slot)
  }
  const chain = engine.middlewares.reduceRight<Next>(
    (next, middleware) => (request) => middleware(request, next),
    core,
  )
  return async <T>(
    route: MiddlewareRequest['route'],
    options: RequestOptions = {},
  ): Promise<WecomResponse<T>> => {
    const response = await chain({ route, options })
    if (claims<T>(response)) return response
    throw new WecomConfigError(
      'A middleware of the option use must return the response of next(), or one like it',
    )
  }
}

/** A stream that nobody will read to its end keeps its file open: a call that fails closes it, as undici does. */
async function performOnce(
  engine: Engine,
  call: PreparedCall,
  slot: TokenSlot,
): Promise<WecomResponse<unknown>> {
  try {
    return await performCall(engine, call, slot)
  } catch (error) {
    const { body } = call.encoded
    if (body instanceof Readable) body.destroy()
    throw error
  }
}

/** `T` is the caller's claim about the wire; what can be checked is that there is a response at all. */
function claims<T>(response: WecomResponse<unknown>): response is WecomResponse<T> {
  return typeof response === 'object' && response !== null && 'data' in response
}
