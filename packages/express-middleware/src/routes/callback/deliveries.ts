import type { WecomLogger } from '@wecom-kit/core'
import { ExpiringMap } from '../../internal/expiring-map.ts'
import { createSharedStore, type WecomSessionStore } from '../../session/shared-store.ts'

/** Handles every push once. */
export interface Deliveries {
  /** Runs the handler, or waits for the run that is under way; undefined for a repeat, and when it takes too long. */
  once(digest: string, handle: () => Promise<unknown>): Promise<unknown>
}

/** What {@link createDeliveries} works with. */
export interface DeliveriesOptions {
  store: WecomSessionStore | undefined
  now: () => number
  logger: WecomLogger | undefined
}

/** WeCom closes the connection after 5 s and sends the event again. */
const patience = 4000
/** Longer than WeCom repeats, and longer than a signature is accepted. */
const memory = 15 * 60_000

/**
 * Recognises repeats by the digest of the decrypted message. Sender and second, which WeCom's documents suggest for
 * events, also match two different events: the second of two quick changes would be lost.
 */
export function createDeliveries({ store, now, logger }: DeliveriesOptions): Deliveries {
  const seen = new ExpiringMap<Promise<unknown>>(10_000, now)
  const shared = store === undefined ? undefined : createSharedStore(store, 'wecom-callback:')
  const run = async (digest: string, handle: () => Promise<unknown>) => {
    if ((await shared?.get(digest)) !== undefined) return undefined
    await shared?.set(digest, 1, memory)
    return await handle()
  }
  const forget = async (digest: string) => {
    seen.delete(digest)
    await shared?.delete(digest)
  }
  return {
    async once(digest, handle) {
      const before = seen.get(digest)
      if (before !== undefined) return await settleWithin(before)
      const outcome = run(digest, handle)
      seen.set(digest, outcome, memory)
      let answered = false
      const kept = outcome.catch(async (error: unknown) => {
        // Not handled: WeCom's next try has to get through.
        await forget(digest)
        if (answered) logger?.error({ err: error }, 'wecomCallback: the handler failed after its answer')
        throw error
      })
      try {
        return await settleWithin(kept)
      } finally {
        answered = true
        kept.catch(() => undefined)
      }
    },
  }
}

async function settleWithin(outcome: Promise<unknown>): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, patience, undefined)
  try {
    return await Promise.race([outcome, promise])
  } finally {
    clearTimeout(timer)
  }
}
