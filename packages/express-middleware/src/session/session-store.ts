import type { WecomLogger } from '@wecom-kit/core'
import { StoreGuard, type StoreResult } from '@wecom-kit/core/foundation'
import { markLogged, report } from '../errors/report.ts'
import { WecomSSOError } from '../errors/sso-error.ts'

/**
 * Where sessions, used states and revocations can live: `get`, `set` with a lifetime in milliseconds, `delete`. Any
 * Keyv is one, and so is every TokenStore of `@wecom-kit/core`.
 */
export interface WecomSessionStore {
  /** Undefined for what is not there; a rejection where that cannot be told. */
  get(key: string): Promise<unknown>
  /** A rejection or `false` says that nothing was kept. */
  set(key: string, value: unknown, ttlMs: number): Promise<unknown>
  /** Also of what is not there. */
  delete(key: string): Promise<unknown>
  /**
   * The entries whose key begins with a text. With it `wecomCallback` finds what was not handled when a process ended
   * and handles it after the next start.
   */
  entries?(prefix: string): AsyncIterable<readonly [key: string, value: unknown]>
}

/** How long one operation may take, and how long once the store is known to be in trouble. */
const patience = { usual: 2000, inTrouble: 150 }
/** After some failures in a row the store is left alone for this long; then one request asks whether it is back. */
const bypassMs = 1000

/**
 * Makes a store honest: it answers in time and fails loudly. Taken at its word, an unreachable Redis would look like
 * "nobody is signed in" and send everybody round the login in circles.
 *
 * A frozen store costs the first visitors two seconds and everybody after them nothing: all instances that were given
 * the same store share one breaker, and its opening and closing are one line each in the log.
 */
export function createSessionStore(
  store: WecomSessionStore,
  prefix: string,
  logger: WecomLogger | undefined,
): WecomSessionStore {
  const breaker = breakerOf(store, logger)
  return {
    get: async (key) => breaker.settle(await breaker.guard.get(prefix + key, breaker.patience())),
    set: async (key, value, ttlMs) =>
      breaker.settle(await breaker.guard.set(prefix + key, value, ttlMs, breaker.patience())),
    delete: async (key) => breaker.settle(await breaker.guard.delete(prefix + key)),
  }
}

interface Breaker {
  readonly guard: StoreGuard
  readonly patience: () => number
  /** @throws WecomSSOError `WECOM_STORE` */
  readonly settle: (result: StoreResult) => unknown
}

const breakers = new WeakMap<WecomSessionStore, Breaker>()

function breakerOf(store: WecomSessionStore, logger: WecomLogger | undefined): Breaker {
  const known = breakers.get(store)
  if (known !== undefined) return known
  let inTrouble = false
  let isTold = false
  let cause: unknown
  const guard = new StoreGuard(
    loudly(store, (error) => {
      cause = error
    }),
    () => performance.now(),
    ({ type }) => {
      if (type === 'store.bypassed') report(logger, 'warn', troubles)
      if (type === 'store.recovered') report(logger, 'warn', 'wecomSSO: the session store is back')
      if (type !== 'store.error') isTold = type === 'store.bypassed'
    },
    { operationMs: patience.usual, bypassMs },
  )
  const breaker: Breaker = {
    guard,
    patience: () => (inTrouble ? patience.inTrouble : patience.usual),
    settle(result) {
      inTrouble = !result.ok
      if (result.ok) return result.value
      const error = new WecomSSOError(
        'WECOM_STORE',
        'the session store failed or did not answer in time',
        cause,
      )
      throw isTold ? markLogged(error) : error
    },
  }
  breakers.set(store, breaker)
  return breaker
}

const troubles = 'wecomSSO: the session store does not answer; what needs a sign-in is 503 until it is back'

/**
 * A Keyv by default swallows its adapter's errors and answers `undefined`: it is switched to `throwOnErrors`, an adapter
 * that only emits `error` (@keyv/redis) is listened to, and a `set` that answers false has kept nothing.
 */
function loudly(store: WecomSessionStore, onFailure: (error: unknown) => void): WecomSessionStore {
  if ('throwOnErrors' in store) Reflect.set(store, 'throwOnErrors', true)
  const failures = watchErrors(store)
  const run = async (operation: () => Promise<unknown>): Promise<unknown> => {
    const before = failures()
    try {
      const value = await operation()
      if (value === undefined && failures() !== before) throw new Error('the store emitted an error')
      return value
    } catch (error) {
      onFailure(error)
      throw error
    }
  }
  return {
    get: (key) => run(() => store.get(key)),
    set: (key, value, ttlMs) =>
      run(async () => {
        const kept = await store.set(key, value, ttlMs)
        if (kept === false) throw new Error('the store kept nothing')
        return kept
      }),
    delete: (key) => run(() => store.delete(key)),
  }
}

function watchErrors(store: object): () => number {
  let count = 0
  if ('on' in store && typeof store.on === 'function') {
    store.on('error', () => {
      count += 1
    })
  }
  return () => count
}
