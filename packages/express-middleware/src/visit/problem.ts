import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WecomLogger } from '@wecom-kit/core'
import { isLogged, markLogged, nothingThrown, report } from '../errors/report.ts'
import { isWecomSSOError, type WecomSSOError } from '../errors/sso-error.ts'
import { classifyRequest, languageOf, type RequestKind, wantsHtml } from '../http/classify-request.ts'
import { sendJson, vary } from '../http/respond.ts'
import type { Next } from '../http/types.ts'
import { isPromise, type MaybePromise } from '../internal/maybe-promise.ts'
import { upstreamFacts } from '../member/upstream-error.ts'
import { isOnThisMachine } from '../options/check-base-url.ts'
import { type PageContent, renderPage, sendPage } from '../pages/pages.ts'
import type { Visit } from './visit.ts'

/**
 * Answers a failure: the app's `onError` if there is one; below 500 our page for people and JSON for programs; from
 * 500 on the app's error handlers. Those failures are logged here, once.
 */
export function answerProblem(visit: Visit, next: Next, error: unknown): MaybePromise<void> {
  const { request, response, instance } = visit
  const { onError, logger } = instance.settings.options
  // For `wecomErrorHandler` further down: it knows the app's name and the way to sign in from the visit alone.
  visit.attach()
  if (!isWecomSSOError(error)) {
    next(error ?? nothingThrown())
    return undefined
  }
  logFailure(logger, request, error)
  if (onError !== undefined) return attempt(() => onError(error, request, response, next), next)
  if (error.status >= 500 || response.headersSent) {
    next(error)
    return undefined
  }
  return attempt(() => {
    sendProblem(visit, error)
  }, next)
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

/** Writes a failure of a visit as a page or as JSON. */
export function sendProblem(visit: Visit, error: WecomSSOError): void {
  const { request, response, instance } = visit
  const isLocal = isOnThisMachine(instance.address.of(request))
  const around = { loginUrl: loginLink(visit), isLocal, app: appOf(visit) }
  sendFailure(request, response, error, kindOf(visit), around)
}

/** The app as its pages name it, where it gave its name; without a way home on a host that is not believed. */
export function appOf(visit: Visit): PageContent['app'] {
  const { address, settings } = visit.instance
  const name = settings.options.appName
  if (name === undefined) return undefined
  return { name, url: address.of(visit.request) === undefined ? undefined : visit.publicRoute('/') }
}

/** What is known beside a failure. */
interface Surroundings {
  readonly loginUrl?: string | undefined
  /** Whether the reader is who can mend it: a developer, on their own machine. */
  readonly isLocal?: boolean
  readonly app?: PageContent['app']
}

/** Writes a failure. */
export function sendFailure(
  request: IncomingMessage,
  response: ServerResponse,
  error: WecomSSOError,
  kind: RequestKind,
  { loginUrl, isLocal = false, app }: Surroundings = {},
): void {
  vary(response, 'Accept, Accept-Language, Cookie, Sec-Fetch-Mode, X-Requested-With')
  const requestId = error.status >= 500 ? requestIdOf(request) : undefined
  const given = requestId ?? givenId(request)
  const diagnosis = isLocal && error.status >= 500 ? diagnosisOf(error) : undefined
  if (kind === 'navigation' || kind === 'page') {
    const language = languageOf(request.headers['accept-language'])
    sendPage(
      response,
      error.status,
      renderPage({ app, code: error.code, language, loginUrl, requestId: given, diagnosis }),
    )
    return
  }
  sendJson(response, error.status, {
    error: words.get(error.status) ?? 'server_error',
    code: error.code,
    message: error.expose ? error.message : 'the sign-in failed',
    loginUrl,
    requestId,
    diagnosis,
  })
}

const words: ReadonlyMap<number, string> = new Map([
  [400, 'bad_request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [405, 'method_not_allowed'],
])

/** How to answer an anonymous request, as the app or the built-in rule says. */
export function kindOf({ request, instance }: Visit): RequestKind {
  const kind = classifyRequest(request)
  if (kind === 'preflight') return kind
  const override: unknown = instance.settings.options.api?.(request)
  if (isPromise(override)) instance.warnings.asyncHook('api')
  if (typeof override !== 'boolean') return kind
  if (override) return 'api'
  if (request.method === 'GET') return 'navigation'
  return wantsHtml(request) ? 'page' : 'api'
}

/**
 * Our login route, for a button or a `loginUrl` field; asking for it starts nothing yet. A page of another origin (a dev
 * server on another port) needs the whole address.
 */
function loginLink(visit: Visit): string | undefined {
  const { loginPath } = visit.instance.settings
  const address = visit.instance.address.of(visit.request)
  if (loginPath === undefined || address === undefined) return undefined
  const { origin } = visit.request.headers
  const host = origin === undefined || origin === address.origin ? '' : address.origin
  const path = host + visit.publicRoute(loginPath)
  return visit.goal === undefined ? path : `${path}?returnTo=${encodeURIComponent(visit.goal)}`
}

/** Logs a failure from 500 on, once, with what whoever can mend it needs. */
export function logFailure(
  logger: WecomLogger | undefined,
  request: IncomingMessage,
  error: WecomSSOError,
): void {
  if (error.status < 500 || isLogged(error)) return
  markLogged(error)
  const details = {
    requestId: requestIdOf(request),
    code: error.code,
    ...upstreamFacts(error.cause),
    err: error,
  }
  report(logger, 'error', `wecomSSO: ${error.code}: ${error.message}`, details)
}

function diagnosisOf(error: WecomSSOError): string {
  const { errcode, errmsg, hint, fromIp } = upstreamFacts(error.cause)
  const facts = { errcode, errmsg, hint, fromIp }
  const told = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  )
  return [error.message, ...told].join(' · ')
}

const requestIdKey = Symbol('wecom-kit.request-id')

/** The id that the log and the page share: the one a logger or proxy gave, or one of our own. */
function requestIdOf(request: IncomingMessage & { id?: unknown; [requestIdKey]?: string }): string {
  const given = givenId(request)
  if (given !== undefined) return given
  request[requestIdKey] ??= randomUUID()
  return request[requestIdKey]
}

function givenId(request: IncomingMessage & { id?: unknown }): string | undefined {
  const { id } = request
  // pino-http counts.
  const given = Number.isSafeInteger(id) ? String(id) : (id ?? request.headers['x-request-id'])
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : undefined
}
