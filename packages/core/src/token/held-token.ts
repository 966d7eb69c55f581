/** A token on loan: hand it back with `TokenCache.reject` when WeCom refuses it. */
export interface HeldToken {
  readonly token: string
  readonly expiresAt: number
  /** The source gave this token again after it had been refused, and it has not been accepted since. */
  readonly reissued: boolean
}
