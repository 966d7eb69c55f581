import { Readable } from 'node:stream'
import { closedError } from '../errors/errors.ts'
import { wrongOption } from '../options/config-option.ts'
import { describeKind } from '../options/option-error.ts'
import { checkCallOptions, encodeBody, encodeQuery, parseRoute, sensitiveValues } from './encode-call.ts'
import type { Engine } from './engine.ts'
import { binaryRoutes, routesWithoutToken, writingGetRoutes } from '../wecom/routes/route-traits.ts'
import type { MiddlewareRequest } from './options.ts'
import { performCall } from './perform-call.ts'
import { readContactWrites } from './read-contact-writes.ts'
import type { PreparedCall, TokenSlot } from './prepared-call.ts'
import type {
  RequestOptions,
  Route,
  RouteAnswer,
  RouteArguments,
  WecomRequest,
  WecomResponse,
  WecomRoute,
} from '../endpoints/request.ts'

type Next = (request: MiddlewareRequest) => Promise<WecomResponse<unknown>>

/** Builds a client's `request`: checks and encodes a call, sends it through the middlewares, runs it. */
export function createRequest(engine: Engine, slot: TokenSlot): WecomRequest {
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
      idempotent: options.idempotent ?? (method === 'GET' && !writingGetRoutes.has(route)),
      responseType: options.responseType ?? (binaryRoutes.has(route) ? 'bytes' : 'json'),
      range: options.range,
      timeout: options.timeout ?? engine.options.timeout,
      maxRetries: options.maxRetries ?? engine.options.maxRetries,
      priority: options.priority ?? 'normal',
      signal: options.signal,
    }
    const needed = routesWithoutToken.has(route) ? undefined : slot
    return encoded.repeatable ? performCall(engine, call, needed) : performOnce(engine, call, needed)
  }
  const chain = engine.middlewares.reduceRight<Next>(
    (next, middleware) => (request) => middleware(request, next),
    core,
  )
  function request<T, R extends Route = Route>(
    route: Route extends R ? R : never,
    options?: RequestOptions,
  ): Promise<WecomResponse<T>>
  function request<R extends WecomRoute>(
    route: R,
    ...options: RouteArguments<R>
  ): Promise<WecomResponse<RouteAnswer<R>>>
  async function request(route: Route, options: RequestOptions = {}): Promise<WecomResponse<unknown>> {
    const writes = readContactWrites(route, options)
    try {
      const response = await chain({ route, options })
      if (isResponse(response)) return response
      throw wrongOption({
        owner: 'createWecomClient',
        option: 'what a middleware of use returns',
        wanted: 'the response of next(), or one like it',
        came: describeKind(response),
      })
    } finally {
      // Also after a failure: the call perhaps ran.
      for (const write of writes) engine.writes.tell(write)
    }
  }
  return request
}

/** A stream that nobody will read to its end keeps its file open: a call that fails closes it, as undici does. */
async function performOnce(
  engine: Engine,
  call: PreparedCall,
  slot: TokenSlot | undefined,
): Promise<WecomResponse<unknown>> {
  try {
    return await performCall(engine, call, slot)
  } catch (error) {
    const { body } = call.encoded
    if (body instanceof Readable) body.destroy()
    throw error
  }
}

/** A middleware is the host's code: what can be checked is that there is a response at all. */
function isResponse(response: unknown): response is WecomResponse<unknown> {
  return typeof response === 'object' && response !== null && 'data' in response
}
