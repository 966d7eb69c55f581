import { isRecord } from '../internal/is-record.ts'
import type { StoreBudget } from './store-budget.ts'
import type { TokenLock } from '../stores/token-lock.ts'

/** A fetch that ends sooner needs no announcement: few others begin in so short a time. */
const quickMs = 20
/** Longer than gettoken usually takes. A holder that died is waited for no longer than that. */
const announcedMs = 2000

/**
 * A turn through the store alone, for those who have no lock: whoever fetches says so there, and the others look before
 * they go. A store has no "set if absent", so those who look before it is said go as well; but that takes a moment, and
 * gettoken may take a second. A store that does not answer holds nobody up.
 */
export function announcedTurn(store: StoreBudget, now: () => number): TokenLock {
  return {
    async acquire(key) {
      const name = `${key}:turn`
      const seen = await store.get(name)
      if (seen.ok && isAnnounced(seen.value, now())) return undefined
      let said: Promise<unknown> | undefined
      const announce = (): void => {
        said = store.set(name, { v: 1, until: now() + announcedMs }, announcedMs)
      }
      const quick = setTimeout(announce, quickMs).unref()
      return async () => {
        clearTimeout(quick)
        if (said === undefined) return
        await said
        await store.delete(name)
      }
    },
  }
}

/** What ends later than an announcement can was written by a clock that is wrong. */
function isAnnounced(value: unknown, now: number): boolean {
  if (!isRecord(value)) return false
  const { until } = value
  return typeof until === 'number' && until > now && until <= now + 2 * announcedMs
}
