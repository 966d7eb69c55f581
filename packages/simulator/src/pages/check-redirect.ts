import { trustsHost } from '../rules/trusted-domain.ts'
import type { App } from '../world/app.ts'
import type { World } from '../world/world.ts'
import { LoginLinkError } from './login-request.ts'

/**
 * The redirect_uri of a login link, its host[:port] trusted by the app, or by any app when the link names none.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91335
 */
export function checkRedirect(world: World, app: App | undefined, value: string | null, web: boolean): URL {
  if (value === null || value === '')
    throw new LoginLinkError('redirect_uri is missing', 'redirect_uri 不能为空', -31035)
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new LoginLinkError(
      'redirect_uri must be an http(s) URL, url-encoded once',
      'redirect_uri 参数错误',
      -31039,
    )
  }
  const apps = app === undefined ? world.apps() : [app]
  if (apps.some((each) => trustsHost(each, url.host, world.settings, web))) return url
  throw new LoginLinkError(
    `redirect_uri is not on a trusted domain of the app: ${url.host}`,
    `redirect_uri 需使用应用可信域名：${url.host}`,
    app?.webLoginDomains === undefined ? -31039 : -31020,
  )
}

/** The link must name this corp. */
export function checkAppid(world: World, appid: string | null): void {
  if (appid !== world.corpId)
    throw new LoginLinkError('appid is not the corp id of this simulator', 'appid 参数错误', -31027)
}

/** The app a link names, which must exist and be switched on. */
export function checkAgent(world: World, agentid: string): App {
  const app = world.appByAgentId(Number(agentid))
  if (app === undefined)
    throw new LoginLinkError('agentid names no app of the corp', 'agentid 参数错误', -31028)
  if (app.enabled === false) throw new LoginLinkError('the app is disabled', '应用已停用', -31037)
  return app
}
