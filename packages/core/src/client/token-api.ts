import type { TokenApi } from '../endpoints/auth.ts'
import { checkSignal } from './check-signal.ts'
import { fingerprint } from '../token/fingerprint.ts'
import type { TokenCache } from '../token/token-cache.ts'

/** The public face of a token cache. */
export function createTokenApi(cache: TokenCache, deadline: number): TokenApi {
  return {
    async token(options) {
      checkSignal(options?.signal)
      return (cache.current() ?? (await cache.get(options?.signal, deadline))).token
    },
    invalidate: (token) => cache.invalidate(token),
    async refresh(options) {
      checkSignal(options?.signal)
      await cache.refresh(options?.force ?? false, options?.signal, deadline)
    },
    state() {
      const { status, held } = cache.state()
      return {
        status,
        expiresAt: held === undefined ? undefined : new Date(held.expiresAt),
        fingerprint: held === undefined ? undefined : fingerprint(held.token, 8),
      }
    },
  }
}
