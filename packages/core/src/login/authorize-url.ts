import { WecomConfigError } from '../errors/config-error.ts'
import type { AuthorizeUrlOptions } from './options.ts'
import { checkRedirectUri } from './check-redirect-uri.ts'

/** The app a login URL is for. */
export interface LoginApp {
  corpId: string
  agentId: number | undefined
  authorizeBaseUrl: string
  loginBaseUrl: string
}

const stateFormat = /^[A-Za-z0-9]{1,128}$/

/**
 * Builds the in-app link. Its parameters stay in the documented order, which open.weixin.qq.com is known to insist
 * on, and it always carries the agentid: without it snsapi_privateinfo fails or is treated as snsapi_base.
 */
export function authorizeUrl(app: LoginApp, options: AuthorizeUrlOptions): string {
  const { redirectUri, scope = 'snsapi_base', state } = options
  checkScope(scope)
  if (state !== undefined && !(typeof state === 'string' && stateFormat.test(state))) {
    throw new WecomConfigError(
      'state must be 1 to 128 letters and digits: WeCom refuses anything else in the in-app link',
    )
  }
  if (scope === 'snsapi_privateinfo' && app.agentId === undefined) {
    throw new WecomConfigError(
      'scope snsapi_privateinfo needs the client option agentId (应用管理 → the app → AgentId)',
    )
  }
  const query = [
    `appid=${encodeURIComponent(app.corpId)}`,
    `redirect_uri=${encodeURIComponent(checkRedirectUri(redirectUri))}`,
    'response_type=code',
    `scope=${scope}`,
  ]
  if (state !== undefined) query.push(`state=${state}`)
  if (app.agentId !== undefined) query.push(`agentid=${app.agentId}`)
  return `${app.authorizeBaseUrl}/connect/oauth2/authorize?${query.join('&')}#wechat_redirect`
}

/** Old tutorials ask for snsapi_userinfo, which WeCom no longer knows. */
function checkScope(scope: unknown): void {
  if (scope === 'snsapi_base' || scope === 'snsapi_privateinfo') return
  throw new WecomConfigError("scope must be 'snsapi_base' or 'snsapi_privateinfo'")
}
