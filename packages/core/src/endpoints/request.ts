import type { RequestBody } from '../wecom/routes/request-body.ts'
import type { WecomRoutes } from '../wecom/routes/wecom-routes.ts'

/** Method and path of an endpoint, as WeCom's documents print it: `'GET /cgi-bin/user/get'`. */
export type Route = `${'GET' | 'POST'} /${string}`

/** Options every call takes as its last argument. */
export interface CallOptions {
  /** Ends the call at once, also inside a backoff or a wait for the token; it then rejects with `signal.reason`. */
  signal?: AbortSignal | undefined
  /**
   * Milliseconds for one attempt.
   * @default the client's `timeout`
   */
  timeout?: number | undefined
  /**
   * How often a failed attempt is repeated.
   * @default the client's `maxRetries`
   */
  maxRetries?: number | undefined
  /**
   * Who goes first when `maxConcurrency` is reached: somebody waits for an `interactive` call (a sign-in, a permission
   * check), nobody for a `bulk` one (an export, a nightly job). Tokens and sign-ins are interactive by themselves.
   * @default 'normal'
   */
  priority?: CallPriority | undefined
}

/** See {@link CallOptions.priority}. */
export type CallPriority = 'interactive' | 'normal' | 'bulk'

/** A value that can stand in a query string; `undefined` leaves the parameter out. */
export type QueryValue = string | number | boolean | undefined

export interface RequestOptions extends CallOptions {
  /** Query parameters. The access_token is added for you and must not be here. */
  query?: Readonly<Record<string, QueryValue>> | undefined
  /** Sent as a JSON body. */
  json?: unknown
  /** Sent as it is; a form is buffered. A stream can be sent once, so such a call is never repeated after it left. */
  body?: RequestBody | undefined
  /** Content-Type of `body`. @default none; FormData brings its own */
  contentType?: string | undefined
  /**
   * Whether repeating the call does no harm, so that it may be retried after it perhaps ran.
   * @default true for GET, false for POST and for the GETs that delete
   */
  idempotent?: boolean | undefined
  /**
   * `'bytes'` gives a binary answer (media/get) as a Buffer; an error WeCom reports in JSON is still an error.
   * @default 'bytes' for the documented downloads (media/get, media/get/jssdk), else 'json'
   */
  responseType?: 'json' | 'bytes' | undefined
  /**
   * A piece of a download, as the header of that name: `'bytes=0-8388607'`. The answer's status is then 206, and
   * `meta.headers['content-range']` says which piece of how much it is. Above 20 MB WeCom gives nothing else.
   */
  range?: `bytes=${string}` | undefined
}

/** Facts about how a call went. */
export interface ResponseMeta {
  /** HTTP status. */
  status: number
  /** Response headers, names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** Requests sent for this call. */
  attempts: number
  /** Milliseconds spent waiting between attempts. */
  retryDelayMs: number
  /** Milliseconds from the call to the answer. */
  durationMs: number
}

/** An answer and how it came. */
export interface WecomResponse<T> {
  /** WeCom's object without `errcode` and `errmsg`. */
  data: T
  meta: ResponseMeta
}

/** One of WeCom's documented paths with its method, such as `'GET /cgi-bin/user/get'`. */
export type WecomRoute = keyof WecomRoutes

/** What a documented path answers, without `errcode` and `errmsg`. */
export type RouteAnswer<R extends WecomRoute> = WecomRoutes[R]['data']

/** The JSON that a documented path takes. */
export type RouteJson<R extends WecomRoute> = WecomRoutes[R] extends { json?: infer Json }
  ? NonNullable<Json>
  : never

/** What a documented path takes: its query, its JSON or its form, and the options every call has. */
export type RouteOptions<R extends WecomRoute> = Omit<RequestOptions, 'query' | 'json' | 'body'> &
  Omit<WecomRoutes[R], 'data'>

/** The options may be left out where the path needs none of its parameters. */
export type RouteArguments<R extends WecomRoute> = WecomRoutes[R] extends
  | { query: unknown }
  | { json: unknown }
  | { body: unknown }
  ? [options: RouteOptions<R>]
  : [options?: RouteOptions<R>]

/**
 * A client's `request`. Given a documented path, parameters and answer are typed; given a type of your own, any path is
 * taken and the type is your claim about the answer.
 */
export interface WecomRequest {
  /**
   * Calls any endpoint with the client's token, retries and errors. `T` is your claim about the answer: use it for what
   * {@link WecomRoutes} does not have.
   *
   * @throws WecomError in every failure but an abort, which rejects with `signal.reason`, and what your own middlewares,
   *   limiter and token source reject with
   * @example
   * ```ts
   * const { data } = await wecom.request<{ field_of_next_year: string }>('GET /cgi-bin/user/get', { query: { userid } })
   * ```
   */
  // `R` is the whole of Route only when T was given, or when the route is not known before run time: a literal without T
  // is left to the second signature, which knows the documented paths.
  <T, R extends Route = Route>(
    route: Route extends R ? R : never,
    options?: RequestOptions,
  ): Promise<WecomResponse<T>>
  /**
   * Calls a documented endpoint with the client's token, retries and errors.
   *
   * @throws WecomError in every failure but an abort, which rejects with `signal.reason`, and what your own middlewares,
   *   limiter and token source reject with
   * @example
   * ```ts
   * const { data } = await wecom.request('GET /cgi-bin/externalcontact/list', { query: { userid: 'zhangsan' } })
   * console.log(data.external_userid)
   * ```
   */
  <R extends WecomRoute>(route: R, ...options: RouteArguments<R>): Promise<WecomResponse<RouteAnswer<R>>>
}

/**
 * Calls any endpoint with the client's token, retries and errors. `T` is your claim about the answer.
 *
 * @throws WecomError in every failure but an abort, which rejects with `signal.reason`, and what your own middlewares,
 *   limiter and token source reject with
 * @example
 * ```ts
 * const { data } = await wecom.request<{ ip_list: string[] }>('GET /cgi-bin/getcallbackip')
 * ```
 */
export type RequestFunction = <T>(route: Route, options?: RequestOptions) => Promise<WecomResponse<T>>
