import { authorizeUrl, type LoginApp } from './authorize-url.ts'
import type { LoginUrlOptions } from './options.ts'
import { webLoginUrl } from './web-login-url.ts'

/**
 * Whether a User-Agent is WeCom's or WeChat's own browser, where the in-app link works. WeChat counts too: members
 * reach their apps there through the WeChat plugin (微信插件).
 */
export function isInAppBrowser(userAgent: string | undefined): boolean {
  return userAgent !== undefined && /wxwork|micromessenger/i.test(userAgent)
}

/** The login URL that fits a browser. */
export function loginUrl(app: LoginApp, options: LoginUrlOptions): string {
  return isInAppBrowser(options.userAgent) ? authorizeUrl(app, options) : webLoginUrl(app, options)
}
