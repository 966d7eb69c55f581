/**
 * How much the login asks for.
 *
 * - `snsapi_base`: silent, userid only.
 * - `snsapi_privateinfo`: the member consents by hand; yields a `user_ticket` in the in-app flow.
 */
export type WecomScope = 'snsapi_base' | 'snsapi_privateinfo'

/** Options of `auth.authorizeUrl`. */
export interface AuthorizeUrlOptions {
  /** Absolute URL WeCom redirects back to; host and port must be the app's trusted domain (50001 otherwise). */
  redirectUri: string
  /** @default 'snsapi_base' */
  scope?: WecomScope
  /** Letters and digits, at most 128 bytes. Without it the login is open to CSRF: the SSO middleware makes one. */
  state?: string
}

/** Options of `auth.webLoginUrl`. */
export interface WebLoginUrlOptions {
  /** Absolute URL WeCom redirects back to. */
  redirectUri: string
  /** At most 128 bytes. */
  state?: string
  /** Language of the page. @default WeCom's choice */
  lang?: 'zh' | 'en'
}

/** Options of `auth.loginUrl`. */
export interface LoginUrlOptions extends AuthorizeUrlOptions {
  /** The visitor's User-Agent header. */
  userAgent: string | undefined
  /** Language of the web-login page. */
  lang?: 'zh' | 'en'
}
