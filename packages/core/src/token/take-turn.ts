import type { Runtime } from '../internal/runtime.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import { waitFor } from '../transport/wait-for.ts'
import type { TokenLock } from '../stores/ports.ts'
import { isRecord } from '../internal/is-record.ts'
import type { StoreBudget } from './store-budget.ts'

/**
 * Frees itself after this long, should its holder die; then the next in line fetches. All others wait for it: longer,
 * and a thousand calls behind a killed holder take more than 6 s. A gettoken that takes longer is made twice.
 */
const lockTtlMs = 4000
const pollMs = 100
// A holder may die, and after it the next one: longer than that nobody waits.
const longestWaitMs = 2 * lockTtlMs
const jitterMs = 300

/** What waiting for a turn needs. */
export interface TurnOptions<T> {
  key: string
  lock: TokenLock | undefined
  /** What takes the lock's place where there is none. */
  announced: TokenLock
  /** Reads what another process may have written meanwhile. */
  reread: () => Promise<T | undefined>
  runtime: Runtime
  signal: AbortSignal
  emit: (event: WecomEvent) => void
}

/** Either somebody else did the work, or it is our turn: then call `release` after the result is written. */
export type Turn<T> = { done: T } | { release: () => void }

/**
 * Lets one process at a time fetch. With a lock: exactly one. Without: everybody waits a random moment, looks again and
 * announces the fetch, which leaves one to three. A lock that fails is ignored: fetching twice is harmless, failing is
 * not.
 */
export async function takeTurn<T>(options: TurnOptions<T>): Promise<Turn<T>> {
  return options.lock === undefined ? spread(options) : queue(options, options.lock)
}

async function spread<T>(options: TurnOptions<T>): Promise<Turn<T>> {
  const { announced, reread, runtime, signal } = options
  await runtime.sleep(runtime.random() * jitterMs, signal)
  const done = await reread()
  // No lock was given, so there is none whose trouble could be news.
  return done === undefined ? queue({ ...options, emit: () => {} }, announced) : { done }
}

async function queue<T>(options: TurnOptions<T>, lock: TokenLock): Promise<Turn<T>> {
  const { key, reread, runtime, signal, emit } = options
  const giveUpAt = runtime.monotonic() + longestWaitMs
  while (!signal.aborted) {
    const attempt = await tryLock(lock, key, signal)
    if (attempt === 'failed' || (attempt === undefined && runtime.monotonic() > giveUpAt)) {
      emit({
        type: 'lock.bypassed',
        reason: attempt === 'failed' ? 'the lock failed' : 'the lock was never free',
      })
      return { release: () => {} }
    }
    const done = await reread()
    if (done !== undefined) {
      attempt?.()
      return { done }
    }
    if (attempt !== undefined) return { release: attempt }
    await runtime.sleep(pollMs * (0.5 + runtime.random() / 2), signal)
  }
  return { release: () => {} }
}

const acquireMs = 250

/**
 * One try. A lock whose server hangs must not hold anybody up longer than a store may: the two are often the same
 * server, and together they have 500 ms.
 */
async function tryLock(
  lock: TokenLock,
  key: string,
  signal: AbortSignal,
): Promise<(() => void) | undefined | 'failed'> {
  const limit = new AbortController()
  const taken = (async () => lock.acquire(key, { ttlMs: lockTtlMs, signal: limit.signal }))()
  try {
    const release = await waitFor(
      taken,
      signal,
      acquireMs,
      () => new Error('no answer from the lock in time'),
    )
    return release === undefined ? undefined : () => void quietly(release)
  } catch {
    limit.abort(new Error('no answer from the lock in time'))
    // A lock that comes after all is nobody's: given back, the others need not wait for its end.
    taken.then((late) => late && quietly(late)).catch(() => {})
    return 'failed'
  }
}

/** Nobody waits for a release, and one that fails is no news: the lock ends by itself. */
async function quietly(release: () => Promise<void>): Promise<void> {
  try {
    await release()
  } catch {
    // See above.
  }
}

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
