import type { BaseUrl } from '../options/check-base-url.ts'
import { isLoopback } from '../options/check-base-url.ts'
import { languageOf } from '../http/language.ts'
import { cookieValues } from '../http/read-cookies.ts'
import type { SsoRequest } from '../http/types.ts'
import { withoutLoginParameters } from '../runtime/return-rules.ts'
import { addressOf, publicPath, type RequestContext } from '../runtime/request-context.ts'

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
  /** Set-Cookie values that bind it to this browser. */
  cookies: string[]
}

/** Makes the state, its cookie and WeCom's address. Nothing is sent and nothing is kept here. */
export function beginLogin(
  context: RequestContext,
  request: SsoRequest,
  options: BeginLoginOptions,
): LoginStart {
  const { runtime, cookies } = context
  const address = addressOf(context, request)
  warnOfOtherHost(context, request, address)
  const state = runtime.states.issue(options.attempt ?? 0)
  const redirectUri = options.redirectUri ?? redirectUriFor(context, address, options.returnTo)
  const { cookie } = request.headers
  return {
    url: wecomUrl(context, request, { redirectUri, state: state.text, mode: options.mode ?? 'auto' }),
    state: state.text,
    cookies: [
      ...staleSession(context, cookie),
      ...runtime.transactions.begin(state, options.returnTo, cookies, cookie),
    ],
  }
}

function wecomUrl(
  context: RequestContext,
  request: SsoRequest,
  { redirectUri, state, mode }: { redirectUri: string; state: string; mode: LoginMode },
): string {
  const { client, scope } = context.runtime.config
  const lang = languageOf(request.headers['accept-language'])
  if (mode === 'app') return client.auth.authorizeUrl({ redirectUri, state, scope })
  if (mode === 'web') return client.auth.webLoginUrl({ redirectUri, state, lang })
  // The User-Agent only chooses the page. It is never a reason to believe anything.
  return client.auth.loginUrl({ userAgent: request.headers['user-agent'], redirectUri, state, scope, lang })
}

function redirectUriFor(context: RequestContext, address: BaseUrl, returnTo: string): string {
  const { callbackPath } = context.runtime.config
  if (callbackPath !== undefined) return address.origin + publicPath(address, context.mount + callbackPath)
  const page = returnTo.startsWith('/') ? returnTo : `${address.prefix}/`
  return address.origin + withoutLoginParameters(page)
}

/** A session cookie that no longer opens goes away here, so that it cannot be mistaken for the new one. */
function staleSession(context: RequestContext, header: string | undefined): string[] {
  const { cookies, session } = context
  const isStale = session === undefined && cookieValues(header, cookies.session, 1).length > 0
  return isStale ? [cookies.remove(cookies.session)] : []
}

/** localhost and 127.0.0.1 are the same machine and two different cookie jars. */
function warnOfOtherHost(context: RequestContext, request: SsoRequest, address: BaseUrl): void {
  const { host } = request.headers
  const asked = host === undefined ? null : URL.parse(`http://${host}`)
  const ours = new URL(address.origin)
  if (asked === null || asked.hostname === ours.hostname) return
  if (isLoopback(asked.hostname) && isLoopback(ours.hostname)) {
    context.runtime.warnings.hostMismatch(asked.hostname, ours.hostname)
  }
}
