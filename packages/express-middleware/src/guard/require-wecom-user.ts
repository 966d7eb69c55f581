import type { IncomingMessage, ServerResponse } from 'node:http'
import { nothingThrown } from '../errors/report.ts'
import { WecomSSOError } from '../errors/sso-error.ts'
import { handler } from '../http/handler.ts'
import type { MaybePromise } from '../internal/maybe-promise.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import { mapUpstreamError } from '../login/map-upstream-error.ts'
import { isTrue } from '../internal/is-true.ts'
import { withDirectory } from '../login/directory-fields.ts'
import { answerProblem } from '../runtime/answer-problem.ts'
import { attachContext, contextOf, type RequestContext } from '../runtime/request-context.ts'
import type { SsoRuntime } from '../runtime/runtime.ts'
import type { WecomUser } from '../user/wecom-user.ts'
import { denyAnonymous } from './deny-anonymous.ts'
import { createRuleEvaluator, type EvaluateRule } from './evaluate-rule.ts'
import { checkPermission, type PermissionCheck, type PermissionRule } from './permission.ts'

/** A guard for a route or router. */
export type WecomGuard<Request> = (request: Request, response: ServerResponse, next: Next) => void

const evaluators = new WeakMap<SsoRuntime, EvaluateRule>()

/**
 * Lets only signed-in members pass, and with a check only those it approves. Strangers are sent to sign in (pages) or
 * get 401 JSON (everything else); members without permission get 403, never a redirect. Annotate the check's second
 * parameter with Express's `Request` to use its properties there.
 *
 * @throws TypeError for a check that is neither a function nor a rule
 * @example
 * ```ts
 * app.get('/admin', requireWecomUser((user) => user.departmentIds?.includes(7) ?? false), handler)
 * app.use('/hr', requireWecomUser({ departmentIds: [12], tagIds: [3] }))
 * ```
 */
export function requireWecomUser<Request extends IncomingMessage = IncomingMessage>(
  check?: PermissionCheck<Request> | PermissionRule,
): WecomGuard<Request & SsoRequest> {
  const rule = checkPermission(check)
  const isAllowed = async (context: RequestContext, user: WecomUser, request: Request) => {
    if (typeof check === 'function') return isTrue(await check(user, request))
    return rule === undefined || (await follows(context.runtime, rule, user))
  }
  const decide = async (
    context: RequestContext,
    user: WecomUser,
    request: Request & SsoRequest,
    response: ServerResponse,
    next: Next,
  ) => {
    let problem: unknown
    try {
      const fresh = await refresh(context, user, request)
      const allowed = fresh !== undefined && (await isAllowed(context, fresh, request))
      if (!allowed) problem = forbidden()
    } catch (error) {
      problem = error ?? nothingThrown()
    }
    if (problem === undefined) next()
    else await answerProblem(context, request, response, next, problem)
  }
  // Without a context there is no logger either, and then nothing of this runs.
  return handler<Request & SsoRequest>('requireWecomUser', undefined, (request, response, next) => {
    const context = contextOf(request)
    if (context === undefined) next(missing())
    else if (context.user === undefined) return denySafely(context, request, response, next)
    else if (check === undefined) next()
    else return decide(context, context.user, request, response, next)
  })
}

/** Today's name and departments, also on `req.wecomUser`: handlers must see what the check saw. */
async function refresh(
  context: RequestContext,
  user: WecomUser,
  request: SsoRequest,
): Promise<WecomUser | undefined> {
  try {
    const fresh = await withDirectory(context.runtime.config, user)
    if (fresh === undefined) return undefined
    context.user = fresh
    attachContext(request, context)
    return fresh
  } catch (error) {
    throw mapUpstreamError(error)
  }
}

/** A tag or department that WeCom does not give is our failure (502), not an error the app has never heard of. */
async function follows(runtime: SsoRuntime, rule: PermissionRule, user: WecomUser): Promise<boolean> {
  try {
    return await evaluatorOf(runtime)(rule, user)
  } catch (error) {
    throw mapUpstreamError(error)
  }
}

function evaluatorOf(runtime: SsoRuntime): EvaluateRule {
  const known = evaluators.get(runtime) ?? createRuleEvaluator(runtime)
  evaluators.set(runtime, known)
  return known
}

function denySafely(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
): MaybePromise<void> {
  try {
    return denyAnonymous(context, request, response, next)
  } catch (error) {
    return answerProblem(context, request, response, next, error)
  }
}

function missing(): WecomSSOError {
  return new WecomSSOError(
    'WECOM_MIDDLEWARE_MISSING',
    'requireWecomUser() ran on a request that wecomSSO() has not seen: put app.use(wecomSSO({ … })) before it',
  )
}

function forbidden(): WecomSSOError {
  return new WecomSSOError('WECOM_FORBIDDEN', 'you are signed in, but not permitted to do this')
}
