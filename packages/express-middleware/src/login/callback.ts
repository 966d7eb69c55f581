import { isRecord } from '@wecom-kit/core/foundation'
import { WecomSSOError, isWecomSSOError, type WecomSSOErrorCode } from '../errors/sso-error.ts'
import { isPrefetch, isSubresource } from '../http/classify-request.ts'
import { queryParameter } from '../http/read-request.ts'
import { redirect, refusePrefetch } from '../http/respond.ts'
import { sendBounce } from '../pages/pages.ts'
import type { GenuineState } from '../proof/states.ts'
import type { Transaction } from '../proof/transactions.ts'
import { clockSkew } from '../session/session.ts'
import type { WecomUser } from '../user.ts'
import { ownRouteOf } from '../visit/address.ts'
import { type Visit, withoutLoginParameters, identify } from '../visit/visit.ts'
import { redirectToLogin } from './begin-login.ts'
import { completeLogin } from './complete-login.ts'

/** What a visitor brings back from WeCom, with a state that this app issued. */
export interface Callback {
  readonly state: GenuineState
  /** Undefined when the visitor refused: WeCom then sends the state alone. */
  readonly code: string | undefined
}

/** WeCom's codes are at most this long. */
const maxCodeBytes = 512

/**
 * Whether a GET is WeCom sending somebody back to us. On our own callback path everything else is an error; on any
 * other route only a state we issued counts, so that `?code=SALE` and other providers' callbacks pass untouched.
 *
 * @throws WecomSSOError for a callback that cannot be honoured
 */
export function recogniseCallback({ instance, place }: Visit, isOurPath: boolean): Callback | undefined {
  const { query } = place
  if (!isOurPath && !query.includes('state=')) return undefined
  const state = queryParameter(query, 'state')
  const genuine = state.kind === 'one' ? instance.states.read(state.value) : undefined
  if (genuine !== undefined) return { state: genuine, code: codeIn(query) }
  if (!isOurPath) return undefined
  throw state.kind === 'absent'
    ? new WecomSSOError('WECOM_STATE_MISSING', 'the callback has no state')
    : new WecomSSOError('WECOM_STATE_INVALID', 'the state of the callback was not issued by this app')
}

function codeIn(query: string): string | undefined {
  const code = queryParameter(query, 'code')
  if (code.kind === 'absent') return undefined
  return checkCode(code.kind === 'one' ? code.value : undefined)
}

/** A code as WeCom sends them. */
export function checkCode(code: unknown): string {
  if (typeof code === 'string' && /^[\x21-\x7e]+$/.test(code) && code.length <= maxCodeBytes) return code
  throw new WecomSSOError(
    'WECOM_BAD_REQUEST',
    `code must come once, with 1 to ${maxCodeBytes} visible characters (缺少授权码 code)`,
  )
}

/**
 * What a callback with a state of ours is worth: `genuine` (this browser began it, in time: worth a call to WeCom),
 * `signed-in` (the visitor is already: a second tab, Back, reload, or the webview's double request), `foreign` (this
 * browser did not begin it, or lost what it began it with) or `expired`.
 */
export type Verdict =
  | { readonly kind: 'genuine' | 'expired'; readonly begun: Transaction }
  | { readonly kind: 'signed-in'; readonly begun: Transaction | undefined }
  | { readonly kind: 'foreign'; readonly begun: undefined }

/** Decides whether a callback is genuine, the only place that does. */
function verifyCallback(visit: Visit, { state, code }: Callback): Verdict {
  const { instance, session, cookies, jar } = visit
  const begun = instance.transactions.find(state, cookies, jar)
  // Only a sign-in begun in this browser after the session is a wish to change who is signed in.
  const isOld = begun === undefined || code === undefined || state.issuedAt <= (session?.user.loginAt ?? 0)
  if (session !== undefined && isOld) return { kind: 'signed-in', begun }
  if (begun === undefined) return { kind: 'foreign', begun }
  const { now, transactionTtl } = instance.settings
  const age = now() - state.issuedAt
  return { kind: age > transactionTtl || age < -clockSkew ? 'expired' : 'genuine', begun }
}

/** How often a sign-in may restart by itself: a second failure of the same kind is not going to heal. */
const maxRestarts = 1

/** An answer's head has 4 kB in nginx, and the session's cookie needs most of it. */
const longestLocation = 256

/**
 * Handles a visitor coming back from WeCom with a state of ours; false when another middleware of the same app, mounted
 * further in, began this sign-in. The order matters and each step has its tests: prefetch, who is signed in, the verdict
 * on the callback, refusal, exchange, a clean page.
 */
export async function finishLogin(visit: Visit, callback: Callback): Promise<boolean> {
  const { instance, cookies, request, response } = visit
  if (isPrefetch(request)) {
    refusePrefetch(response)
    return true
  }
  await identify(visit)
  const { kind, begun } = verifyCallback(visit, callback)
  if (begun !== undefined && isFurtherIn(visit, begun.mount)) return false
  visit.goal = begun?.returnTo ?? fallbackPage(visit, kind === 'foreign' ? callback : undefined)
  if (begun !== undefined) visit.setCookies([instance.transactions.end(callback.state, cookies)])
  if (kind === 'signed-in') goOn(visit, (await instance.goals.recall(callback.state.text)) ?? visit.goal)
  else if (kind === 'foreign') startOver(visit, callback)
  else if (kind === 'expired') restart(visit, callback, 'WECOM_LOGIN_EXPIRED', 'the sign-in took too long')
  else await exchange(visit, callback)
  return true
}

/**
 * A sign-in in somebody else's route: the same doubts as at our callback, told by errors instead of redirects. Nobody is
 * there who could be sent round again.
 *
 * @throws WecomSSOError for everything that is no sign-in
 */
export async function completeOwnLogin(
  visit: Visit,
  proof: { readonly code: string; readonly state: string },
): Promise<WecomUser> {
  const { instance, cookies } = visit
  // What a route hands on is what somebody posted.
  const given: Record<string, unknown> = isRecord(proof) ? proof : {}
  const code = checkCode(given['code'])
  const state = typeof given['state'] === 'string' ? instance.states.read(given['state']) : undefined
  if (state === undefined) throw new WecomSSOError('WECOM_STATE_INVALID', 'state was not issued by this app')
  await identify(visit)
  const { kind, begun } = verifyCallback(visit, { state, code })
  if (begun !== undefined) visit.setCookies([instance.transactions.end(state, cookies)])
  if (kind === 'foreign') {
    throw (
      visit.problem ??
      new WecomSSOError(
        'WECOM_COOKIES_BLOCKED',
        'the cookie that came with the state is not on this request: send cookies along (credentials: "include")',
      )
    )
  }
  if (kind === 'expired')
    throw new WecomSSOError(
      'WECOM_LOGIN_EXPIRED',
      'the sign-in took too long; get a new state and start again',
    )
  if (kind === 'genuine' && !(await completeLogin(visit, { state: state.text, code })))
    throw new WecomSSOError(
      'WECOM_CODE_INVALID',
      'this sign-in was already used; get a new state and start again',
    )
  if (visit.user !== undefined) return visit.user
  throw visit.problem ?? new WecomSSOError('WECOM_LOGIN_REQUIRED', 'onLogin signed the member out again')
}

/** Whether the middleware that began a sign-in stands below this one, at a path the request will come to. */
function isFurtherIn({ place, request, instance }: Visit, mount: string): boolean {
  if (instance.settings.required) return false
  const asked = (request.originalUrl ?? request.url ?? '').split('?', 1)[0] ?? ''
  return mount !== place.mount && mount.startsWith(`${place.mount}/`) && asked.startsWith(`${mount}/`)
}

/** This browser did not begin the sign-in, or lost what it began it with. */
function startOver(visit: Visit, callback: Callback): void {
  if (visit.problem !== undefined) throw visit.problem
  // Back, reload or somebody's link after signing out: another trip to WeCom would sign in again without a word.
  if (visit.instance.signedOut.isPresent(visit.jar, visit.cookies))
    throw new WecomSSOError('WECOM_SIGNED_OUT', 'this browser signed out')
  restart(visit, callback, 'WECOM_COOKIES_BLOCKED', 'the cookie that began this sign-in did not come back')
}

async function exchange(visit: Visit, callback: Callback): Promise<void> {
  const { state, code } = callback
  if (code === undefined)
    throw new WecomSSOError('WECOM_LOGIN_CANCELLED', 'the sign-in was refused on the WeCom page')
  try {
    if (!(await completeLogin(visit, { state: state.text, code }))) {
      restart(visit, callback, 'WECOM_CODE_INVALID', 'this sign-in was already used')
      return
    }
  } catch (error) {
    if (!isWecomSSOError(error) || error.code !== 'WECOM_CODE_INVALID') throw error
    restart(visit, callback, error.code, error.message)
    return
  }
  const goal = visit.goal ?? '/'
  await visit.instance.goals.remember(state.text, goal)
  // `onLogin` may have answered.
  if (!visit.response.headersSent && !visit.response.writableEnded) goOn(visit, goal)
}

function restart(visit: Visit, { state }: Callback, failure: WecomSSOErrorCode, message: string): void {
  if (state.attempt >= maxRestarts || isBackground(visit)) throw new WecomSSOError(failure, message)
  redirectToLogin(visit, { returnTo: visit.goal ?? '/', attempt: state.attempt + 1 })
}

/** Without the transaction: the page that a sign-in's state carries whose cookie was lost, or where the visitor landed. */
function fallbackPage(visit: Visit, lost: Callback | undefined): string {
  if (lost?.state.page !== undefined) return visit.safePage(lost.state.page)
  const { place, instance, returnRules } = visit
  const { callbackPath, routes } = instance.settings
  // Also the callback of another middleware for the same app, mounted below this one.
  const isCallback =
    ownRouteOf(place, routes) === 'callback' ||
    (callbackPath !== undefined && place.path.endsWith(callbackPath))
  return isCallback ? `${returnRules.prefix}/` : withoutLoginParameters(visit.requestedPage)
}

function isBackground({ request }: Visit): boolean {
  return isSubresource(request) || request.headers['x-requested-with'] === 'XMLHttpRequest'
}

function goOn({ instance, response }: Visit, goal: string): void {
  const isStrict = instance.settings.attributes.sameSite === 'strict'
  if (isStrict || goal.length > longestLocation) sendBounce(response, goal)
  else redirect(response, goal)
}
