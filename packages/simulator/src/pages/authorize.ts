import type { Exchange } from '../http/exchange.ts'
import type { LoginSettings } from '../settings/settings.ts'
import type { World } from '../world/world.ts'
import { checkAgent, checkAppid, checkRedirect } from './check-redirect.ts'
import { LoginLinkError, type LoginRequest } from './login-request.ts'
import { readLanguage } from './page-query.ts'

/**
 * `GET /connect/oauth2/authorize`, the login inside WeCom and WeChat. Any browser may use it here; the real one wants
 * the User-Agent of one of the two. `#wechat_redirect` never reaches a server and cannot be checked.
 *
 * How sure: parameters, state's charset and length, and the exact domain match official, that production takes other
 * scopes and states seen in maintained connectors, see the setting `login`; agentid with
 * snsapi_privateinfo by one of two readings on the page; what a refusal answers is unknown (we send state only).
 * @see https://developer.work.weixin.qq.com/document/path/91022
 */
export function readAuthorizeLink(world: World, exchange: Exchange): LoginRequest {
  const { query } = exchange
  checkAppid(world, query.get('appid'))
  if (query.get('response_type') !== 'code') {
    throw new LoginLinkError('response_type must be code', 'response_type 参数错误')
  }
  const asksConsent = readScope(query.get('scope'), world.settings.login.scopes)
  const agentid = query.get('agentid') ?? ''
  if (asksConsent && agentid === '') {
    throw new LoginLinkError(
      'snsapi_privateinfo needs agentid',
      'scope 为 snsapi_privateinfo 时必须填写 agentid',
    )
  }
  const app = agentid === '' ? undefined : checkAgent(world, agentid)
  return {
    flow: 'in-app',
    app,
    redirectUri: checkRedirect(world, app, query.get('redirect_uri'), false),
    state: checkState(query.get('state'), world.settings.login.state),
    asksConsent,
    delivery: 'redirect',
    language: readLanguage(exchange),
  }
}

/** True for snsapi_privateinfo. Production reads what it does not know, such as snsapi_userinfo, as snsapi_base. */
function readScope(scope: string | null, reading: LoginSettings['scopes']): boolean {
  if (scope === 'snsapi_base' || scope === 'snsapi_privateinfo') return scope === 'snsapi_privateinfo'
  if (reading === 'lenient' && scope !== null && scope !== '') return false
  throw new LoginLinkError('scope must be snsapi_base or snsapi_privateinfo', 'scope 参数错误')
}

function checkState(state: string | null, reading: LoginSettings['state']): string | null {
  if (state === null || reading === 'lenient' || /^[a-zA-Z0-9]{0,128}$/.test(state)) return state
  throw new LoginLinkError('state may hold only a-z, A-Z and 0-9, at most 128 bytes', 'state 参数错误')
}
