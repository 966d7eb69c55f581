import type { ServerResponse } from 'node:http'
import { isWecomSSOError, WecomSSOError } from '../errors/sso-error.ts'
import type { WecomSSOErrorCode } from '../errors/sso-error-code.ts'
import { appendSetCookie } from '../http/append-set-cookie.ts'
import { isSubresource } from '../http/classify-request.ts'
import { isPrefetch } from '../http/is-prefetch.ts'
import { redirect } from '../http/redirect.ts'
import { requestTarget } from '../http/request-target.ts'
import { sendEmpty } from '../http/send-json.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import type { MaybePromise } from '../internal/maybe-promise.ts'
import { sendBounce } from '../pages/send-page.ts'
import { answerProblem } from '../runtime/answer-problem.ts'
import type { RequestContext } from '../runtime/request-context.ts'
import { callbackPage, returnRules } from '../runtime/return-rules.ts'
import { clockSkew } from '../session/session.ts'
import { completeLogin } from './complete-login.ts'
import { hasSignedOut } from './has-signed-out.ts'
import type { Callback } from './recognise-callback.ts'
import { redirectToLogin } from './redirect-to-login.ts'

/** How often a sign-in may restart by itself: a second failure of the same kind is not going to heal. */
const maxRestarts = 1

/**
 * Handles a visitor coming back from WeCom with a state of ours. The order matters and each step has its tests:
 * prefetch, already signed in, the browser's own transaction, its age, refusal, exchange, redirect to a clean page.
 */
export async function finishLogin(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
  callback: Callback,
): Promise<void> {
  if (isPrefetch(request.headers)) {
    sendEmpty(response, 204)
    return
  }
  const { runtime, cookies } = context
  const { state, code } = callback
  context.session = await runtime.sessions.read(request, cookies)
  const returnTo = runtime.transactions.find(state, cookies, request.headers.cookie)
  const goal = returnTo ?? fallbackPage(context, request)
  if (returnTo !== undefined) appendSetCookie(response, [runtime.transactions.end(state, cookies)])
  if (isAlreadySignedIn(context, callback, returnTo)) {
    goOn(context, response, (await runtime.goals.recall(state.text)) ?? goal)
    return
  }
  const flow: Flow = { context, request, response, next, callback, goal }
  if (returnTo === undefined) await startOver(flow)
  else if (isOutOfTime(context, callback)) {
    await restart(flow, 'WECOM_LOGIN_EXPIRED', 'the sign-in took too long')
  } else if (code === undefined) {
    const refused = new WecomSSOError('WECOM_LOGIN_CANCELLED', 'the sign-in was refused on the WeCom page')
    await answerProblem(context, request, response, next, refused, goal)
  } else await exchange(flow, code)
}

interface Flow {
  readonly context: RequestContext
  readonly request: SsoRequest
  readonly response: ServerResponse
  readonly next: Next
  readonly callback: Callback
  /** Where the visitor wants to be in the end. */
  readonly goal: string
}

/** This browser did not begin the sign-in, or lost what it began it with. */
function startOver(flow: Flow): MaybePromise<void> {
  const { context, request, response, next, goal } = flow
  if (hasSignedOut(context, request)) {
    // Back, reload or somebody's link after signing out: another trip to WeCom would sign in again without a word.
    const error = new WecomSSOError('WECOM_SIGNED_OUT', 'this browser signed out')
    return answerProblem(context, request, response, next, error, goal)
  }
  return restart(flow, 'WECOM_COOKIES_BLOCKED', 'the cookie that began this sign-in did not come back')
}

async function exchange(flow: Flow, code: string): Promise<void> {
  const { context, request, response, next, goal, callback } = flow
  const { runtime } = context
  try {
    const signedIn = await completeLogin(context, request, response, { state: callback.state.text, code })
    if (!signedIn) await restart(flow, 'WECOM_CODE_INVALID', 'this sign-in was already used')
    else {
      await runtime.goals.remember(callback.state.text, goal)
      goOn(context, response, goal)
    }
  } catch (error) {
    if (isWecomSSOError(error) && error.code === 'WECOM_CODE_INVALID')
      await restart(flow, error.code, error.message)
    else await answerProblem(context, request, response, next, error, goal)
  }
}

function restart(flow: Flow, failure: WecomSSOErrorCode, message: string): MaybePromise<void> {
  const { context, request, response, next, goal, callback } = flow
  const { attempt } = callback.state
  if (attempt < maxRestarts && !isBackground(request)) {
    redirectToLogin(context, request, response, { returnTo: goal, attempt: attempt + 1 })
  } else return answerProblem(context, request, response, next, new WecomSSOError(failure, message), goal)
}

/**
 * A callback of a visitor who is signed in already is a second tab, Back, reload, or the webview's double request:
 * nothing to do. Only a sign-in begun in this browser after that session is a wish to change who is signed in.
 */
function isAlreadySignedIn(
  context: RequestContext,
  callback: Callback,
  returnTo: string | undefined,
): boolean {
  const { session } = context
  if (session === undefined) return false
  return (
    returnTo === undefined || callback.code === undefined || callback.state.issuedAt <= session.user.loginAt
  )
}

function isOutOfTime(context: RequestContext, { state }: Callback): boolean {
  const { now, transactionTtl } = context.runtime.config
  const age = now() - state.issuedAt
  return age > transactionTtl || age < -clockSkew
}

/** Without the transaction we only know where the visitor landed. */
function fallbackPage(context: RequestContext, request: SsoRequest): string {
  const { path } = requestTarget(request.url)
  const { callbackPath } = context.runtime.config
  // Also the callback of another middleware for the same app, mounted below this one.
  const isCallbackPath = callbackPath !== undefined && path.endsWith(callbackPath)
  return isCallbackPath ? `${returnRules(context, request).prefix}/` : callbackPage(context, request)
}

function isBackground(request: SsoRequest): boolean {
  return isSubresource(request) || request.headers['x-requested-with'] === 'XMLHttpRequest'
}

function goOn(context: RequestContext, response: ServerResponse, goal: string): void {
  if (context.runtime.config.attributes.sameSite === 'strict') sendBounce(response, goal)
  else redirect(response, goal)
}
