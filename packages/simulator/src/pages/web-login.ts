import type { Exchange } from '../http/exchange.ts'
import type { World } from '../world/world.ts'
import { checkAgent, checkAppid, checkRedirect } from './check-redirect.ts'
import { LoginLinkError, type LoginRequest } from './login-request.ts'
import { readLanguage } from './page-query.ts'
import { deliveryOf } from './panel.ts'

/**
 * `GET /wwlogin/sso/login`, the login of an ordinary browser.
 *
 * How sure: parameters and codes official (page of 2026-01-14); state's charset is not restricted there. That a missing
 * login_type means CorpApp is seen in links of products that work in production.
 * @see https://developer.work.weixin.qq.com/document/path/98152
 */
export function readWebLoginLink(world: World, exchange: Exchange): LoginRequest {
  const type = exchange.query.get('login_type') ?? 'CorpApp'
  if (type === 'ServiceApp')
    throw new LoginLinkError('ServiceApp is for service providers', '该企业不是服务商', -31034)
  if (type !== 'CorpApp')
    throw new LoginLinkError('login_type must be CorpApp', 'login_type 参数错误', -31040)
  return readQrConnectLink(world, exchange)
}

/**
 * `GET /wwopen/sso/qrConnect` and `/wwopen/sso/v1/qrConnect`, the older page of the same and its frame.
 *
 * How sure: superseded; after a refusal it redirects with state only, by a copy of the old page.
 * @see https://developer.work.weixin.qq.com/document/path/91019
 */
export function readQrConnectLink(world: World, exchange: Exchange): LoginRequest {
  const { query } = exchange
  checkAppid(world, query.get('appid'))
  const agentid = query.get('agentid') ?? ''
  if (agentid === '') throw new LoginLinkError('agentid is missing', '缺少 agentid', -31028)
  const app = checkAgent(world, agentid)
  return {
    flow: 'web',
    app,
    redirectUri: checkRedirect(world, app, query.get('redirect_uri'), true),
    state: query.get('state'),
    asksConsent: false,
    delivery: deliveryOf(exchange),
    language: readLanguage(exchange),
  }
}
