import type { Exchange } from '../http/exchange.ts'
import type { World } from '../world/world.ts'
import { checkAgent, checkAppid, checkRedirect } from './check-redirect.ts'
import { LoginLinkError, type LoginRequest } from './login-request.ts'
import { readLanguage } from './read-language.ts'

/**
 * `GET /wwlogin/sso/login`, the login of an ordinary browser.
 *
 * How sure: parameters official (page of 2026-01-14); state's charset is not restricted there.
 * @see https://developer.work.weixin.qq.com/document/path/98152
 */
export function readWebLoginLink(world: World, exchange: Exchange): LoginRequest {
  if (exchange.query.get('login_type') !== 'CorpApp') {
    throw new LoginLinkError('login_type must be CorpApp; ServiceApp is not simulated', 'login_type 参数错误')
  }
  return readQrConnectLink(world, exchange)
}

/**
 * `GET /wwopen/sso/qrConnect`, the older page of the same.
 *
 * How sure: superseded; after a refusal it redirects with state only, by a copy of the old page.
 * @see https://developer.work.weixin.qq.com/document/path/91019
 */
export function readQrConnectLink(world: World, exchange: Exchange): LoginRequest {
  const { query } = exchange
  checkAppid(world, query.get('appid'))
  const agentid = query.get('agentid') ?? ''
  if (agentid === '') throw new LoginLinkError('agentid is missing', '缺少 agentid')
  const app = checkAgent(world, agentid)
  return {
    flow: 'web',
    app,
    redirectUri: checkRedirect(world, app, query.get('redirect_uri'), true),
    state: query.get('state'),
    asksConsent: false,
    language: readLanguage(exchange),
  }
}
