import type { IncomingMessage, ServerResponse } from 'node:http'
import { nothingThrown } from '../errors/report.ts'
import { WecomSSOError, isWecomSSOError } from '../errors/sso-error.ts'
import { requestTarget, withoutParameters } from '../http/read-request.ts'
import { setCookies } from '../http/respond.ts'
import type { SsoRequest } from '../http/types.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import type { BaseUrl } from '../options/check-base-url.ts'
import { safeReturnTo, type ReturnRules } from '../proof/safe-return-to.ts'
import type { SsoCookies } from '../session/cookies.ts'
import type { Session } from '../session/session.ts'
import type { WecomUser } from '../user.ts'
import { below, placeOf, publicPath, type Place } from './address.ts'
import type { Instance } from './instance.ts'

/** One request at one `wecomSSO()`: what it asks for, who it comes from, and what answers it. */
export class Visit {
  readonly instance: Instance
  readonly request: SsoRequest
  readonly response: ServerResponse
  readonly cookies: SsoCookies
  session: Session | undefined
  user: WecomUser | undefined
  /** Why somebody with a session is nobody here: a store that does not answer, or a rule of this instance. */
  problem: unknown
  /** Where a sign-in that starts from this request's answer leads. */
  goal: string | undefined
  #place: Place | undefined
  readonly #mount: string | undefined

  /** @param mount where the middleware is mounted, when the request is not at it but anywhere else in the app */
  constructor(instance: Instance, request: SsoRequest, response: ServerResponse, mount?: string) {
    this.instance = instance
    this.request = request
    this.response = response
    this.cookies = instance.settings.cookies(instance.address.isSecure(request))
    this.#mount = mount
  }

  /** What was asked for, read once. */
  get place(): Place {
    this.#place ??= this.#read()
    return this.#place
  }

  #read(): Place {
    const prefix = this.instance.settings.baseUrl?.prefix ?? ''
    if (this.#mount === undefined) return placeOf(this.request, prefix)
    const { path, query } = requestTarget(this.request.originalUrl ?? this.request.url)
    const inside = below(path, prefix)
    return { mount: this.#mount, path: inside, served: inside, query: query === '' ? this.query : query }
  }

  /** The raw query of the route that is being answered, as routers see it. */
  get query(): string {
    return requestTarget(this.request.url).query
  }

  /** The Cookie header. */
  get jar(): string | undefined {
    return this.request.headers.cookie
  }

  /** @throws WecomSSOError when the Host header is not one we believe */
  get address(): BaseUrl {
    const address = this.instance.address.of(this.request)
    if (address !== undefined) return address
    throw new WecomSSOError(
      'WECOM_HOST_NOT_ALLOWED',
      'the Host header of this request is not in allowedHosts; set baseUrl to the public address of the app',
    )
  }

  /** A route of ours as the public sees it. */
  publicRoute(path: string): string {
    return publicPath(this.address, this.place.mount + path)
  }

  /** Puts cookies on the answer, whoever writes it. */
  setCookies(lines: readonly string[]): void {
    setCookies(this.response, lines)
  }

  /** The rules for going back. */
  get returnRules(): ReturnRules {
    const { origin, prefix } = this.address
    const { loginPath, callbackPath, logoutPath, options } = this.instance.settings
    const ownPaths = [loginPath, callbackPath, logoutPath]
      .filter((path) => path !== undefined)
      .map((path) => this.publicRoute(path).toLowerCase())
    return { origin, prefix, ownPaths, allowedOrigins: options.allowedReturnOrigins }
  }

  /** Somewhere to go back to, checked. */
  safePage(candidate: unknown): string {
    return safeReturnTo(candidate, this.returnRules)
  }

  /** The page this request is for, as somewhere to go back to; a coupon's `?code=` belongs to it. */
  get requestedPage(): string {
    const { path, query } = requestTarget(this.request.originalUrl ?? this.request.url)
    const page = publicPath(this.address, path)
    return this.safePage(query === '' ? page : `${page}?${query}`)
  }

  /** The page an API call was made from, if it is ours: going "back" to the call itself would show its JSON. */
  get referringPage(): string | undefined {
    const { referer } = this.request.headers
    if (referer === undefined || this.instance.address.of(this.request) === undefined) return undefined
    const rules = this.returnRules
    const page = safeReturnTo(referer, rules)
    return page === `${rules.prefix}/` ? undefined : page
  }

  /** Whether pages of an origin may do what only our own pages may. */
  isTrustedOrigin(origin: string): boolean {
    return origin === this.address.origin || this.instance.settings.options.trustedOrigins.includes(origin)
  }

  /**
   * Whether this is WeCom's own browser. Signing in is silent there, so a session need not outlive the webview: the next
   * person at a shared computer signs in as themselves. The header is a hint, and decides nothing else.
   */
  get isInWecom(): boolean {
    return /wxwork|MicroMessenger/i.test(this.request.headers['user-agent'] ?? '')
  }

  /** Whoever has a session is signed in, unless they may not be here. */
  signIn(session: Session): void {
    this.session = session
    this.user = session.user
    this.problem = undefined
  }

  forget(): void {
    this.session = undefined
    this.user = undefined
  }

  /**
   * Makes this visit the request's, with `req.wecomUser` to match: undefined for a stranger, whatever was there before.
   * Who is signed in is not read back from there: any other middleware could have put something.
   */
  attach(): void {
    const { request, user } = this
    // Not enumerable, so that a logger which prints requests prints no session. Not in a WeakMap, whose values outlive
    // their requests until V8's next major collection: that costs a fifth of the CPU of a request.
    Object.defineProperty(request, visitKey, { value: this, configurable: true })
    if (user !== undefined) request.wecomUser = user
    else if (request.wecomUser !== undefined) request.wecomUser = undefined
  }
}

/** Under this name, so that the guards of another copy of this package in one process find it as well. */
const visitKey = Symbol.for('wecom-kit.express-middleware.visit')

/** The visit the nearest `wecomSSO()` left. */
export function visitOf(request: IncomingMessage): Visit | undefined {
  return hasVisit(request) ? request[visitKey] : undefined
}

function hasVisit(request: object): request is { [visitKey]: Visit } {
  return visitKey in request
}

/** An address without the parameters that WeCom adds, so that they cannot come twice. */
export function withoutLoginParameters(address: string): string {
  const [path = '', query = ''] = address.split('#', 1)[0]?.split(/\?(.*)/s) ?? []
  const rest = withoutParameters(query, ['code', 'state', 'appid'])
  return rest === '' ? path : `${path}?${rest}`
}

/** The visit of a request, whether or not the middleware has seen it: helpers may be mounted before it. */
export function visitAt(instance: Instance, request: SsoRequest, response: ServerResponse): Visit {
  const known = visitOf(request)
  return known?.instance === instance ? known : new Visit(instance, request, response, '')
}

/**
 * Finds out who a request comes from. A store that does not answer, or a rule that fails, leaves it open: `problem` says
 * why, public pages are served, and only what needs to know (a guard) answers with it.
 */
export function identify(visit: Visit): MaybePromise<void> {
  const unknown = (error: unknown) => {
    visit.forget()
    visit.problem = error ?? nothingThrown()
  }
  try {
    const read = visit.instance.sessions.read(visit.jar, visit.cookies)
    const done = chain(read, (session) => (session === undefined ? undefined : judge(visit, session)))
    return done instanceof Promise ? done.catch(unknown) : done
  } catch (error) {
    unknown(error)
  }
}

/** The rules of this instance hold for every session of the app, whichever instance issued it. */
function judge(visit: Visit, session: Session): MaybePromise<void> {
  return chain(visit.instance.standing.judge(session, visit.request), (refusal) => {
    if (refusal === undefined) visit.signIn(session)
    else {
      visit.session = session
      visit.problem = refusal
    }
  })
}

/** Renews a session's idle time when it is due, and looks whether its member is still one. */
export function renew(visit: Visit): MaybePromise<void> {
  const { session, user, response, instance } = visit
  if (session === undefined || user === undefined || !instance.sessions.isDue(session)) return undefined
  return response.headersSent ? undefined : renewDue(visit, session)
}

async function renewDue(visit: Visit, session: Session): Promise<void> {
  const { sessions, standing, settings } = visit.instance
  try {
    // With a directory every guard asks for membership itself.
    if (settings.options.profile === 'none' && !(await standing.isStillMember(session))) {
      await endSession(visit, session)
      return
    }
    const fresh = sessions.renewed(session)
    visit.setCookies([await sessions.keep(fresh, visit.cookies, visit.isInWecom)])
    visit.session = fresh
  } catch (error) {
    // A store that cannot keep the renewal: the session stays as it is, and the next request tries again.
    if (!isWecomSSOError(error) || error.code !== 'WECOM_STORE') throw error
  }
}

/** Ends the session of somebody who left, was disabled, or is taken over by a new sign-in. */
export async function endSession(visit: Visit, session: Session): Promise<void> {
  visit.forget()
  visit.setCookies([visit.cookies.remove(visit.cookies.session)])
  await visit.instance.sessions.end(session)
}
