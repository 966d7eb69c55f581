import { digest } from '../internal/digest.ts'
import { ExpiringMap } from '../internal/expiring-map.ts'
import type { Sealer } from '../session/seal.ts'
import type { WecomSessionStore } from '../session/shared-store.ts'

/** Where finished sign-ins went: Back, reload and a webview's second request of a callback end there again. */
export interface LoginGoals {
  /** Keeps the page of a sign-in that succeeded. */
  remember(state: string, page: string): Promise<void>
  /** The page of an earlier sign-in with this state, on any process that shares the store. */
  recall(state: string): Promise<string | undefined>
}

/** Where to keep them, and for how long. */
interface LoginGoalsOptions {
  /** Milliseconds: as long as a state would be accepted. */
  ttl: number
  now: () => number
  /** Pages lie in the store sealed: whoever can write there must not be able to send visitors elsewhere. */
  sealer: Sealer
  /** For several processes. */
  store: WecomSessionStore | undefined
}

const limit = 2000

/** A convenience, so a store in trouble only means that a repeated callback ends on the home page. */
export function createLoginGoals({ ttl, now, sealer, store }: LoginGoalsOptions): LoginGoals {
  const known = new ExpiringMap<string>(limit, now)
  return {
    async remember(state, page) {
      const key = digest(state)
      known.set(key, page, ttl)
      await store?.set(`goal:${key}`, sealer.seal(page), ttl).catch(() => undefined)
    },
    async recall(state) {
      const key = digest(state)
      const here = known.get(key)
      if (here !== undefined || store === undefined) return here
      const sealed = await store.get(`goal:${key}`).catch(() => undefined)
      return typeof sealed === 'string' ? sealer.open(sealed) : undefined
    },
  }
}
