import { digest } from '../internal/digest.ts'
import { ExpiringMap } from '../internal/expiring-map.ts'
import type { Sealer } from '../seal/sealer.ts'
import { decodeSession, encodeSession } from '../session/session-codec.ts'
import type { Lifetimes, Session } from '../session/session.ts'
import type { SharedClaims } from './shared-claims.ts'

/** Makes every sign-in happen once. */
export interface LoginResults {
  /**
   * Runs the exchange for a state, or gives what it came to when the same callback arrives again, at once or within
   * a minute. Undefined afterwards: a state is good once.
   */
  once(state: string, exchange: () => Promise<Session>): Promise<Session | undefined>
}

/** What {@link createLoginResults} works with. */
export interface LoginResultsOptions {
  /** Milliseconds a used state is remembered: as long as it would be accepted. */
  ttl: number
  now: () => number
  lifetimes: Lifetimes
  sealer: Sealer
  /** For several processes. */
  claims: SharedClaims | undefined
}

/** WeChat's and WeCom's webviews send the same callback twice and may throw the first answer away. */
export const repeatWindow = 60_000

const limit = 20_000

/**
 * Keyed by state alone: a consent page may come back twice with different codes, and the second code must not start a
 * second exchange. Only digests are kept.
 */
export function createLoginResults(options: LoginResultsOptions): LoginResults {
  const { ttl, now, claims } = options
  const used = new ExpiringMap<{ at: number; outcome: Promise<Session | undefined> }>(limit, now)
  const run = async (key: string, exchange: () => Promise<Session>) => {
    if (claims === undefined) return await exchange()
    if (!(await claims.claim(key))) return read(await claims.result(key), options)
    return await publishing(key, exchange, claims, options)
  }
  return {
    async once(state, exchange) {
      const key = digest(state)
      const before = used.get(key)
      if (before !== undefined) return now() - before.at < repeatWindow ? await before.outcome : undefined
      const outcome = run(key, exchange)
      // Marked before anything is awaited: two callbacks in one tick are one exchange.
      used.set(key, { at: now(), outcome }, ttl)
      return await outcome
    },
  }
}

async function publishing(
  key: string,
  exchange: () => Promise<Session>,
  claims: SharedClaims,
  { sealer, lifetimes }: LoginResultsOptions,
): Promise<Session> {
  try {
    const session = await exchange()
    await claims.publish(key, sealer.seal(encodeSession(session, lifetimes)))
    return session
  } catch (error) {
    await claims.publish(key, undefined)
    throw error
  }
}

/** Results lie in the store sealed: whoever reads the store must not be able to walk in. */
function read(sealed: string | undefined, { sealer, now }: LoginResultsOptions): Session | undefined {
  const text = sealed === undefined ? undefined : sealer.open(sealed)
  return text === undefined ? undefined : decodeSession(text, now())
}
