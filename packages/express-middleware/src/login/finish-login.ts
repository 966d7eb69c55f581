import { isWecomSSOError, WecomSSOError, type WecomSSOErrorCode } from '../errors/sso-error.ts'
import { redirect, refusePrefetch } from '../http/respond.ts'
import { isPrefetch, isSubresource } from '../http/classify-request.ts'
import { sendBounce } from '../pages/pages.ts'
import { ownRouteOf } from '../visit/address.ts'
import { identify } from '../visit/identify.ts'
import { type Visit, withoutLoginParameters } from '../visit/visit.ts'
import { redirectToLogin } from './begin-login.ts'
import { completeLogin } from './complete-login.ts'
import { type Callback, verifyCallback } from './verify-callback.ts'

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
