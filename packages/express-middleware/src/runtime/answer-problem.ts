import type { ServerResponse } from 'node:http'
import { nothingThrown } from '../errors/report.ts'
import { isWecomSSOError, type WecomSSOError } from '../errors/sso-error.ts'
import { vary } from '../http/append-set-cookie.ts'
import type { MaybePromise } from '../internal/maybe-promise.ts'
import { classifyRequest, type RequestKind } from '../http/classify-request.ts'
import { languageOf } from '../http/language.ts'
import { sendJson } from '../http/send-json.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import { renderPage } from '../pages/render-page.ts'
import { sendPage } from '../pages/send-page.ts'
import { isPromise } from '../internal/maybe-promise.ts'
import { publicPath, type RequestContext } from './request-context.ts'

/**
 * Answers a failure: the app's `onError` if there is one; below 500 our page for people and JSON for programs; from
 * 500 on the app's error handlers, which log and alert.
 */
export function answerProblem(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
  error: unknown,
  returnTo?: string,
): MaybePromise<void> {
  const { onError } = context.runtime.config.options
  if (!isWecomSSOError(error)) next(error ?? nothingThrown())
  else if (onError !== undefined) return attempt(() => onError(error, request, response, next), next)
  else if (error.status >= 500 || response.headersSent) next(error)
  else {
    return attempt(() => {
      const link = loginLink(context, request, returnTo)
      sendProblem(request, response, error, kindOf(context, request), link)
    }, next)
  }
}

/** A hook that fails while a failure is answered (`onError`, `api`) must not be called with its own failure again. */
function attempt(answer: () => MaybePromise<void>, next: Next): MaybePromise<void> {
  const fail = (error: unknown) => {
    next(error ?? nothingThrown())
  }
  try {
    const answered = answer()
    return answered instanceof Promise ? answered.catch(fail) : answered
  } catch (error) {
    fail(error)
  }
}

/** Writes a failure as a page or as JSON. */
export function sendProblem(
  request: SsoRequest,
  response: ServerResponse,
  error: WecomSSOError,
  kind: RequestKind,
  loginUrl: string | undefined,
): void {
  vary(response, 'Accept, Accept-Language, Cookie, Sec-Fetch-Mode, X-Requested-With')
  if (kind === 'navigation') {
    const language = languageOf(request.headers['accept-language'])
    sendPage(response, error.status, renderPage({ code: error.code, language, loginUrl }))
    return
  }
  sendJson(response, error.status, problemBody(error, loginUrl))
}

/** How to answer an anonymous request, as the app or the built-in rule says. */
export function kindOf(context: RequestContext, request: SsoRequest): RequestKind {
  const kind = classifyRequest(request)
  if (kind === 'preflight') return kind
  const { options } = context.runtime.config
  const override: unknown = options.api?.(request)
  if (isPromise(override)) context.runtime.warnings.asyncHook('api')
  if (typeof override !== 'boolean') return kind
  return override || request.method !== 'GET' ? 'api' : 'navigation'
}

/** Our login route, for a button or a `loginUrl` field; asking for it starts nothing yet. */
export function loginLink(
  context: RequestContext,
  request: SsoRequest,
  returnTo: string | undefined,
): string | undefined {
  const { loginPath } = context.runtime.config
  const address = context.runtime.address.of(request)
  if (loginPath === undefined || address === undefined) return undefined
  const path = publicPath(address, context.mount + loginPath)
  return returnTo === undefined ? path : `${path}?returnTo=${encodeURIComponent(returnTo)}`
}

function problemBody(error: WecomSSOError, loginUrl: string | undefined): object {
  return {
    error: words.get(error.status) ?? 'server_error',
    code: error.code,
    message: error.expose ? error.message : 'the sign-in failed',
    ...(loginUrl === undefined ? {} : { loginUrl }),
  }
}

const words: ReadonlyMap<number, string> = new Map([
  [400, 'bad_request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [405, 'method_not_allowed'],
])
