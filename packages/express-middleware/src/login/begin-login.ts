import { isLoopback } from '@wecom-kit/core/foundation'
import { WecomSSOError } from '../errors/sso-error.ts'
import { languageOf } from '../http/classify-request.ts'
import { cookieValues } from '../http/read-request.ts'
import { redirect, vary } from '../http/respond.ts'
import { sendBounce } from '../pages/pages.ts'
import { type Visit, withoutLoginParameters } from '../visit/visit.ts'

/** Which of WeCom's two entries: by User-Agent, the in-app link, or the web-login page. */
export type LoginMode = 'auto' | 'app' | 'web'

/** How to begin a sign-in. */
export interface BeginLoginOptions {
  /** Where to go afterwards; already checked. */
  returnTo: string
  /** @default 'auto' */
  mode?: LoginMode
  /** How many automatic restarts came before. @default 0 */
  attempt?: number
  /** Where WeCom sends the visitor; already checked. @default our callback */
  redirectUri?: string | undefined
}

/** A sign-in that began. */
export interface LoginStart {
  /** WeCom's page. */
  url: string
  state: string
  /** Where WeCom sends the visitor back to. */
  redirectUri: string
}

/** Makes the state, its cookie and WeCom's address. Nothing is sent and nothing is kept here. */
export function beginLogin(visit: Visit, options: BeginLoginOptions): LoginStart {
  const { instance, cookies, jar } = visit
  const { returnTo, mode = 'auto' } = options
  warnOfOtherHost(visit)
  const state = instance.states.issue(options.attempt ?? 0, returnTo.startsWith('/') ? returnTo : undefined)
  const redirectUri = options.redirectUri ?? redirectUriFor(visit, returnTo)
  const begun = { returnTo, mount: visit.place.mount }
  visit.setCookies([...staleSession(visit), ...instance.transactions.begin(state, begun, cookies, jar)])
  return { url: wecomUrl(visit, { redirectUri, state: state.text, mode }), state: state.text, redirectUri }
}

/** An answer's head has 4 kB in nginx, and the cookie that remembers the page needs half of it. */
const longestLocation = 512

/** Sends a visitor to WeCom. */
export function redirectToLogin(visit: Visit, options: BeginLoginOptions): void {
  const { url } = beginLogin(visit, options)
  vary(visit.response, 'Accept, Cookie, Sec-Fetch-Mode, X-Requested-With')
  // With `callbackPath: false` the page stands in it once more.
  if (url.length > longestLocation) sendBounce(visit.response, url)
  else redirect(visit.response, url)
}

/** The first two trips a browser is sent on by itself may be tabs, or Back; a third within moments goes in a circle. */
const circle = { trips: 2, withinMs: 15_000 }

/**
 * Stops what nothing else can see: WeCom sends the visitor back, and something in front of this app drops what it sends
 * along, so that every return looks like a first visit.
 *
 * @throws WecomSSOError `WECOM_CALLBACK_LOST`
 */
export function refuseCircle({ instance, cookies, jar }: Visit, page: string): void {
  const since = instance.settings.now() - circle.withinMs
  if (instance.transactions.unfinished(page, since, cookies, jar) < circle.trips) return
  throw new WecomSSOError(
    'WECOM_CALLBACK_LOST',
    'sign-ins to this page began twice within moments and never came back with their code and state: does something in front of the app drop the query?',
  )
}

function wecomUrl(
  { instance, request }: Visit,
  { redirectUri, state, mode }: { redirectUri: string; state: string; mode: LoginMode },
): string {
  const { client, options } = instance.settings
  const { scope } = options
  const lang = languageOf(request.headers['accept-language'])
  if (mode === 'app') return client.auth.authorizeUrl({ redirectUri, state, scope })
  if (mode === 'web') return client.auth.webLoginUrl({ redirectUri, state, lang })
  // The User-Agent only chooses the page. It is never a reason to believe anything.
  return client.auth.loginUrl({ userAgent: request.headers['user-agent'], redirectUri, state, scope, lang })
}

function redirectUriFor(visit: Visit, returnTo: string): string {
  const { origin, prefix } = visit.address
  const { callbackPath } = visit.instance.settings
  if (callbackPath !== undefined) return origin + visit.publicRoute(callbackPath)
  return origin + withoutLoginParameters(returnTo.startsWith('/') ? returnTo : `${prefix}/`)
}

/** A session cookie that no longer opens goes away here, so that it cannot be mistaken for the new one. */
export function staleSession({ cookies, session, problem, jar }: Visit): string[] {
  const isStale =
    session === undefined && problem === undefined && cookieValues(jar, cookies.session, 1).length > 0
  return isStale ? [cookies.remove(cookies.session)] : []
}

/** localhost and 127.0.0.1 are the same machine and two different cookie jars. */
function warnOfOtherHost({ request, address, instance }: Visit): void {
  const { host } = request.headers
  const asked = host === undefined ? null : URL.parse(`http://${host}`)
  const ours = new URL(address.origin)
  if (asked === null || asked.hostname === ours.hostname) return
  if (isLoopback(asked.hostname) && isLoopback(ours.hostname)) {
    instance.warnings.hostMismatch(asked.hostname, ours.hostname)
  }
}
