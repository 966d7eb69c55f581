import type { App } from '../world/app.ts'
import type { Language } from './layout.ts'

/**
 * How the result reaches the website: a redirect of this window; of the top window, from a frame in it; a message with
 * the code to the website around the frame (`callback`); or, for the widget before @wecom/jssdk, a message with the
 * whole address (`address`).
 */
export type Delivery = 'redirect' | 'top' | 'callback' | 'address'

/** A login link that passed its checks. */
export interface LoginRequest {
  flow: 'in-app' | 'web'
  /** Undefined when the link named no app, which snsapi_base allows. */
  app: App | undefined
  redirectUri: URL
  state: string | null
  /** True for snsapi_privateinfo: the member is asked. */
  asksConsent: boolean
  delivery: Delivery
  language: Language
}

/** A login link WeCom would not accept, or somebody who may not log in; the browser stays on an error page. */
export class LoginLinkError extends Error {
  /** The same in Chinese, for the page. */
  readonly zh: string
  /** What the login panel's `onLoginFail` is told, where the documents have a code. */
  readonly code: number | undefined

  constructor(message: string, zh: string, code?: number) {
    super(message)
    this.name = 'LoginLinkError'
    this.zh = zh
    this.code = code
  }
}
