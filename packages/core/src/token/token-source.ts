/** What a {@link TokenSource} hands out. */
export interface IssuedToken {
  /** Printable ASCII without spaces, at most 2048 bytes. */
  token: string
  /** Seconds it lives from now on. */
  expiresIn: number
}

/**
 * Where access_tokens come from. The client caches what it gives, shares one call among all waiters, and asks again
 * when WeCom refuses a token. The default source is gettoken with corpid and secret.
 *
 * @example A company's own token service
 * ```ts
 * const tokenSource: TokenSource = {
 *   id: 'token-service',
 *   async fetch({ signal }) {
 *     const response = await fetch('https://tokens.internal/wecom/oa', { signal })
 *     const { access_token, expires_in } = await response.json()
 *     return { token: access_token, expiresIn: expires_in }
 *   },
 * }
 * const wecom = createWecomClient({ corpId, agentId, tokenSource })
 * ```
 */
export interface TokenSource {
  /**
   * Names the app in store keys, so that two apps of a corp never share a token. Not a secret: a hash of one at most.
   */
  readonly id: string
  /**
   * Query parameter the token travels in.
   * @default 'access_token'
   */
  readonly parameter?: string
  /**
   * Fetches a token. A rejection reaches every waiter as it is. The signal aborts when the client closes, and when the
   * answer takes longer than the client's `deadline`: then the next call asks again.
   */
  fetch(options: { signal: AbortSignal }): Promise<IssuedToken>
}
