import type { ServerResponse } from 'node:http'
import { finishLogin } from '../flow/finish-login.ts'
import { loginRoute } from '../flow/login-route.ts'
import { logoutRoute } from '../flow/logout-route.ts'
import { meRoute } from '../flow/me-route.ts'
import { recogniseCallback } from '../flow/recognise-callback.ts'
import { denyAnonymous } from '../guard/deny-anonymous.ts'
import type { IsPublic } from '../guard/public-paths.ts'
import { requestTarget } from '../http/request-target.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import { answerProblem } from '../runtime/answer-problem.ts'
import { attachContext, contextOf, createContext, type RequestContext } from '../runtime/request-context.ts'
import type { SsoRuntime } from '../runtime/runtime.ts'

/** Whether the request goes on to the app: `answered` requests are over. */
type Outcome = 'pass' | 'answered'

/**
 * One request through the middleware. With sealed cookies and no shared store nothing in here waits: a signed-in GET
 * costs a look at the Cookie header and a map.
 */
export function handleRequest(
  runtime: SsoRuntime,
  isPublic: IsPublic,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
): MaybePromise<void> {
  if (contextOf(request)?.runtime === runtime) {
    next()
    return
  }
  const context = createContext(runtime, request)
  const fail = (error: unknown) => answerProblem(context, request, response, next, error)
  let outcome: MaybePromise<Outcome>
  try {
    outcome = route(context, isPublic, request, response, next)
  } catch (error) {
    return fail(error)
  }
  if (outcome instanceof Promise) return settle(outcome, next, fail)
  if (outcome === 'pass') next()
}

async function settle(
  outcome: Promise<Outcome>,
  next: Next,
  fail: (error: unknown) => MaybePromise<void>,
): Promise<void> {
  let settled: Outcome
  try {
    settled = await outcome
  } catch (error) {
    return await fail(error)
  }
  if (settled === 'pass') next()
}

function route(
  context: RequestContext,
  isPublic: IsPublic,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
): MaybePromise<Outcome> {
  const { config } = context.runtime
  const { path, query } = requestTarget(request.url)
  if (path === config.loginPath) {
    return chain(identify(context, request), () => {
      loginRoute(context, request, response)
      return 'answered'
    })
  }
  if (path === config.logoutPath) return logoutRoute(context, request, response).then(() => 'answered')
  const callback = request.method === 'GET' ? recogniseCallback(context.runtime, path, query) : undefined
  if (callback !== undefined) {
    return finishLogin(context, request, response, next, callback).then(() => 'answered')
  }
  return chain(identify(context, request), () => {
    attachContext(request, context)
    if (path === config.mePath) {
      meRoute(context, response)
      return 'answered'
    }
    if (context.session !== undefined) return touch(context, response)
    if (!config.required || isPublic(path, request)) return 'pass'
    return chain(denyAnonymous(context, request, response, next), () => 'answered')
  })
}

function identify(context: RequestContext, request: SsoRequest): MaybePromise<void> {
  return chain(context.runtime.sessions.read(request, context.cookies), (session) => {
    context.session = session
    context.user = session?.user
  })
}

function touch(context: RequestContext, response: ServerResponse): MaybePromise<Outcome> {
  if (context.session === undefined) return 'pass'
  return chain(context.runtime.sessions.touch(response, context.cookies, context.session), () => 'pass')
}
