import type { TokenApi } from '../endpoints/auth.ts'
import { checkSignal } from './check-call-options.ts'
import { fingerprint } from '../token/fingerprint.ts'
import type { Ticket } from './ticket-source.ts'
import type { TokenCache } from '../token/token-cache.ts'

/** The public face of a token cache, and of the tickets that its token fetches. */
export function createTokenApi(cache: TokenCache, tickets: readonly Ticket[], deadline: number): TokenApi {
  return {
    async token(options) {
      checkSignal(options?.signal)
      return (cache.current() ?? (await cache.get(options?.signal, deadline))).token
    },
    invalidate: (token) => cache.invalidate(token),
    async refresh(options) {
      checkSignal(options?.signal)
      const force = options?.force ?? false
      await cache.refresh(force, options?.signal, deadline)
      if (force) await Promise.all(tickets.map((ticket) => ticket.renew(options?.signal)))
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
