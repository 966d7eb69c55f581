import type { IncomingMessage, ServerResponse } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { handler } from '../http/handler.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import { inTime } from '../internal/in-time.ts'
import { isTrue, type MaybePromise } from '../internal/maybe-promise.ts'
import { lookMs } from '../member/standing.ts'
import { mapUpstreamError } from '../member/upstream-error.ts'
import type { Session } from '../session/session.ts'
import type { WecomUser } from '../user.ts'
import { endSession, type Visit, visitOf } from '../visit/visit.ts'
import type { Instance } from '../visit/instance.ts'
import { answerProblem } from '../visit/problem.ts'
import { denyAnonymous } from './deny-anonymous.ts'
import {
  checkPermission,
  createRuleEvaluator,
  type EvaluateRule,
  type PermissionCheck,
  type PermissionRule,
} from './permission.ts'

/** A guard for a route or router. */
export type WecomGuard<Request> = (request: Request, response: ServerResponse, next: Next) => void

const evaluators = new WeakMap<Instance, EvaluateRule>()

/**
 * Lets only signed-in members pass, and with a check only those it approves. Strangers are sent to sign in (pages) or
 * get 401 JSON (everything else); members without permission get 403, never a redirect. Annotate the check's second
 * parameter with Express's `Request` to use its properties there. Only `true` lets anybody pass.
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
  const isAllowed = async (instance: Instance, user: WecomUser, request: Request) => {
    if (typeof check === 'function') return isTrue(await check(user, request))
    return rule === undefined || (await follows(instance, rule, user))
  }
  const decide = async (visit: Visit, session: Session, request: Request) => {
    const { timeout } = visit.instance.settings.options
    const isEnough = check === undefined
    const user = isEnough ? await todayIfKnown(visit, session) : await today(visit, session, timeout)
    if (!(await isAllowed(visit.instance, user, request))) throw forbidden()
  }
  return handler<Request & SsoRequest>('requireWecomUser', (request, _response, next) => {
    const visit = visitOf(request)
    if (visit === undefined) throw missing('requireWecomUser() ran')
    return guarded(visit, next, (session) =>
      check === undefined && !visit.instance.standing.changes ? undefined : decide(visit, session, request),
    )
  })
}

/** Passes a signed-in visitor on after a check, and answers everybody else. */
export function guarded(
  visit: Visit,
  next: Next,
  check: (session: Session) => MaybePromise<void>,
): MaybePromise<void> {
  const fail = (error: unknown) => answerProblem(visit, next, error)
  const { session, user } = visit
  let checked: MaybePromise<void>
  try {
    if (session === undefined || user === undefined) return denyAnonymous(visit)
    checked = check(session)
  } catch (error) {
    return fail(error)
  }
  // What the app's handlers throw behind `next` is not ours to answer.
  if (checked instanceof Promise) return passAfter(checked, next, fail)
  next()
}

async function passAfter(
  checked: Promise<void>,
  next: Next,
  fail: (error: unknown) => MaybePromise<void>,
): Promise<void> {
  try {
    await checked
  } catch (error) {
    return await fail(error)
  }
  next()
}

/** For a guard without a check: who cannot be looked at right now is believed as the session says. */
export async function todayIfKnown(visit: Visit, session: Session): Promise<WecomUser> {
  try {
    return await today(visit, session, Math.min(lookMs, visit.instance.settings.options.timeout))
  } catch (error) {
    if (error instanceof WecomSSOError && error.code === 'WECOM_FORBIDDEN') throw error
    return session.user
  }
}

/**
 * Whom an answer of ours is for that only members get: as much a guard as those in front of the app's routes.
 *
 * @throws WecomSSOError for strangers, and for members who left or were disabled
 */
export async function memberOf(visit: Visit): Promise<WecomUser> {
  const { session, user, problem, instance } = visit
  if (session === undefined || user === undefined)
    throw problem ?? new WecomSSOError('WECOM_LOGIN_REQUIRED', 'sign in first')
  return instance.standing.changes ? await todayIfKnown(visit, session) : user
}

/**
 * Today's name and departments, also on `req.wecomUser`: handlers must see what the check saw. Whoever left or was
 * disabled is signed out here.
 */
async function today(visit: Visit, session: Session, patience: number): Promise<WecomUser> {
  let fresh: WecomUser | undefined
  try {
    fresh = await visit.instance.standing.today(session, patience)
  } catch (error) {
    throw mapUpstreamError(error)
  }
  if (fresh === undefined) {
    await endSession(visit, session)
    throw forbidden()
  }
  visit.user = fresh
  visit.attach()
  return fresh
}

/** A tag or department that WeCom does not give is our failure (502), not an error the app has never heard of. */
async function follows(instance: Instance, rule: PermissionRule, user: WecomUser): Promise<boolean> {
  const evaluate = evaluators.get(instance) ?? createRuleEvaluator(instance.settings)
  evaluators.set(instance, evaluate)
  try {
    return isTrue(await inTime(instance.settings.options.timeout, () => evaluate(rule, user)))
  } catch (error) {
    throw mapUpstreamError(error)
  }
}

/**
 * Who is signed in, for handlers behind `requireWecomUser()` or `mode: 'required'`. Unlike `req.wecomUser` it is never
 * undefined, and nothing another middleware put on the request can pass for it.
 *
 * @throws WecomSSOError `WECOM_LOGIN_REQUIRED` when nobody is, `WECOM_MIDDLEWARE_MISSING` before `wecomSSO()`
 * @example
 * ```ts
 * app.get('/hello', requireWecomUser(), (request, response) => response.send(getWecomUser(request).userId))
 * ```
 */
export function getWecomUser(request: IncomingMessage): WecomUser {
  const visit = visitOf(request)
  if (visit === undefined) throw missing('getWecomUser() was called')
  if (visit.user !== undefined) return visit.user
  if (visit.problem !== undefined) throw visit.problem
  throw new WecomSSOError(
    'WECOM_LOGIN_REQUIRED',
    'nobody is signed in: put requireWecomUser() before this handler',
  )
}

function missing(what: string): WecomSSOError {
  return new WecomSSOError(
    'WECOM_MIDDLEWARE_MISSING',
    `${what} on a request that wecomSSO() has not seen: put app.use(wecomSSO({ … })) before it`,
  )
}

function forbidden(): WecomSSOError {
  return new WecomSSOError('WECOM_FORBIDDEN', 'you are signed in, but not permitted to do this')
}
