import { WecomConfigError } from '../errors/config-error.ts'
import type { LoginApp } from './authorize-url.ts'
import { checkRedirectUri } from './check-redirect-uri.ts'
import type { WebLoginUrlOptions } from './options.ts'

/** Builds the link to the login page for ordinary browsers (wwlogin, which replaced qrConnect). */
export function webLoginUrl(app: LoginApp, options: WebLoginUrlOptions): string {
  if (app.agentId === undefined) {
    throw new WecomConfigError(
      'the web login page needs the client option agentId (应用管理 → the app → AgentId)',
    )
  }
  const { state, lang } = options
  if (state !== undefined && !(typeof state === 'string' && Buffer.byteLength(state) <= 128)) {
    throw new WecomConfigError('state must be a string of at most 128 bytes')
  }
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') {
    throw new WecomConfigError("lang must be 'zh' or 'en'")
  }
  const query = new URLSearchParams({
    login_type: 'CorpApp',
    appid: app.corpId,
    agentid: String(app.agentId),
    redirect_uri: checkRedirectUri(options.redirectUri),
  })
  if (state !== undefined) query.set('state', state)
  if (lang !== undefined) query.set('lang', lang)
  return `${app.loginBaseUrl}/wwlogin/sso/login?${query.toString()}`
}
