import { agentIdMissing, ownedBy } from '../options/config-option.ts'
import { matching, oneOf, row, type OptionRow, type OptionRows } from '../options/option-row.ts'
import { readOptions } from '../options/read-options.ts'

/**
 * How much the login asks for.
 *
 * - `snsapi_base`: silent, userid only.
 * - `snsapi_privateinfo`: the member consents by hand; yields a `user_ticket` in the in-app flow.
 */
export type WecomScope = 'snsapi_base' | 'snsapi_privateinfo'

export interface AuthorizeUrlOptions {
  /** Absolute URL WeCom redirects back to; host and port must be the app's trusted domain (50001 otherwise). */
  redirectUri: string
  /** @default 'snsapi_base' */
  scope?: WecomScope | undefined
  /** Letters and digits, at most 128 bytes. Without it the login is open to CSRF: the SSO middleware makes one. */
  state?: string | undefined
}

export interface WebLoginUrlOptions {
  /** Absolute URL WeCom redirects back to. */
  redirectUri: string
  /** At most 128 bytes. */
  state?: string | undefined
  /** Language of the page. @default WeCom's choice */
  lang?: 'zh' | 'en' | undefined
}

export interface LoginUrlOptions extends AuthorizeUrlOptions {
  /** The visitor's User-Agent header. */
  userAgent: string | undefined
  /** Language of the web-login page. */
  lang?: 'zh' | 'en' | undefined
}

export interface LoginApp {
  corpId: string
  agentId: number | undefined
  authorizeBaseUrl: string
  loginBaseUrl: string
}

const redirectUri: OptionRow<string> = row(
  'an absolute http(s) URL such as https://oa.example.com/wecom/callback',
  (value): value is string => typeof value === 'string' && isRedirectUri(value),
  // What is taken for an address may hold a code.
  { required: true, secret: true, how: 'Its host has to be the trusted domain of the app (可信域名)' },
)

const authorizeRows: OptionRows<AuthorizeUrlOptions> = {
  redirectUri,
  // Old tutorials ask for snsapi_userinfo, which WeCom no longer knows.
  scope: oneOf(['snsapi_base', 'snsapi_privateinfo']),
  state: matching('1 to 128 letters and digits', /^[A-Za-z0-9]{1,128}$/, {
    secret: true,
    how: 'WeCom refuses anything else in the in-app link',
  }),
}

const webLoginRows: OptionRows<WebLoginUrlOptions> = {
  redirectUri,
  state: row(
    'a string of at most 128 bytes',
    (value): value is string => typeof value === 'string' && Buffer.byteLength(value) <= 128,
    { secret: true },
  ),
  lang: oneOf(['zh', 'en']),
}

/**
 * Builds the in-app link. Its parameters stay in the documented order, which open.weixin.qq.com is known to insist
 * on, and it always carries the agentid: without it snsapi_privateinfo fails or is treated as snsapi_base.
 */
export function authorizeUrl(app: LoginApp, options: AuthorizeUrlOptions): string {
  const place = ownedBy('auth.authorizeUrl')
  const read = readOptions<AuthorizeUrlOptions, typeof authorizeRows>(place, authorizeRows, options)
  const { scope = 'snsapi_base', state } = read
  if (scope === 'snsapi_privateinfo' && app.agentId === undefined)
    throw agentIdMissing('auth.authorizeUrl with snsapi_privateinfo')
  const query = [
    `appid=${encodeURIComponent(app.corpId)}`,
    `redirect_uri=${encodeURIComponent(read.redirectUri)}`,
    'response_type=code',
    `scope=${scope}`,
  ]
  if (state !== undefined) query.push(`state=${state}`)
  if (app.agentId !== undefined) query.push(`agentid=${app.agentId}`)
  return `${app.authorizeBaseUrl}/connect/oauth2/authorize?${query.join('&')}#wechat_redirect`
}

/** Builds the link to the login page for ordinary browsers (wwlogin, which replaced qrConnect). */
export function webLoginUrl(app: LoginApp, options: WebLoginUrlOptions): string {
  if (app.agentId === undefined) throw agentIdMissing('auth.webLoginUrl')
  const place = ownedBy('auth.webLoginUrl')
  const { state, lang, ...read } = readOptions<WebLoginUrlOptions, typeof webLoginRows>(
    place,
    webLoginRows,
    options,
  )
  const query = new URLSearchParams({
    login_type: 'CorpApp',
    appid: app.corpId,
    agentid: String(app.agentId),
    redirect_uri: read.redirectUri,
  })
  if (state !== undefined) query.set('state', state)
  if (lang !== undefined) query.set('lang', lang)
  return `${app.loginBaseUrl}/wwlogin/sso/login?${query.toString()}`
}

/**
 * Whether a User-Agent is WeCom's or WeChat's own browser, where the in-app link works. WeChat counts too: members
 * reach their apps there through the WeChat plugin (微信插件).
 */
export function isInAppBrowser(userAgent: string | undefined): boolean {
  return userAgent !== undefined && /wxwork|micromessenger/i.test(userAgent)
}

/** The login URL that fits a browser. */
export function loginUrl(app: LoginApp, { userAgent, lang, scope, ...options }: LoginUrlOptions): string {
  return isInAppBrowser(userAgent)
    ? authorizeUrl(app, { ...options, scope })
    : webLoginUrl(app, { ...options, lang })
}

/** Somewhere WeCom can send a browser to, without credentials. */
function isRedirectUri(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
