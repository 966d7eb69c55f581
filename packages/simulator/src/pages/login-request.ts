import type { App } from '../world/app.ts'
import type { Language } from './layout.ts'

/** A login link that passed its checks. */
export interface LoginRequest {
  flow: 'in-app' | 'web'
  /** Undefined when the link named no app, which snsapi_base allows. */
  app: App | undefined
  redirectUri: URL
  state: string | null
  /** True for snsapi_privateinfo: the member is asked. */
  asksConsent: boolean
  language: Language
}

/** A login link WeCom would not accept; the browser stays on an error page. */
export class LoginLinkError extends Error {
  /** The same in Chinese, for the page. */
  readonly zh: string

  constructor(message: string, zh: string) {
    super(message)
    this.name = 'LoginLinkError'
    this.zh = zh
  }
}
