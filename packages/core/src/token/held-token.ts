/** A token on loan: hand it back with `TokenCache.reject` when WeCom refuses it. */
export interface HeldToken {
  readonly token: string
  readonly expiresAt: number
}
