import { randomUUID } from 'node:crypto'
import { isWecomSSOError, WecomSSOError, type WecomSSOErrorCode } from '../errors/sso-error.ts'
import { digest } from '../internal/digest.ts'
import { ExpiringMap } from '../internal/expiring-map.ts'
import type { Sealer } from '../session/seal.ts'
import { decodeSession, encodeSession, type Lifetimes, type Session } from '../session/session.ts'
import type { WecomSessionStore } from '../session/session-store.ts'

/** Makes every sign-in happen once. */
export interface LoginOnce {
  /**
   * Runs the exchange for a state, or gives what it came to when the same callback arrives again, at once or within
   * a minute. Undefined afterwards: a state is good once.
   */
  run(state: string, exchange: () => Promise<Session>): Promise<Session | undefined>
}

interface LoginOnceOptions {
  /** Milliseconds a used state is remembered: as long as it would be accepted. */
  ttl: number
  now: () => number
  lifetimes: Lifetimes
  sealer: Sealer
  /** For several processes. */
  store: WecomSessionStore | undefined
  /** How long to wait for another process, in milliseconds. */
  patience: number
}

/** WeChat's and WeCom's webviews send the same callback twice and may throw the first answer away. */
const repeatWindow = 60_000

const limit = 20_000

/** What came of a state: the run itself, afterwards only its mark. An error with its stack would be ten kilobytes. */
type Outcome = Promise<Session | undefined> | Session | { readonly failed: WecomSSOErrorCode } | undefined

interface Mark {
  readonly at: number
  outcome: Outcome
}

/**
 * Keyed by state alone: a consent page may come back twice with different codes, and the second code must not start a
 * second exchange. Only digests are kept.
 */
export function createLoginOnce(options: LoginOnceOptions): LoginOnce {
  const { ttl, now, store, sealer, lifetimes } = options
  const used = new ExpiringMap<Mark>(limit, now)
  const read = (sealed: string | undefined): Session | undefined => {
    // Results lie in the store sealed: whoever reads the store must not be able to walk in.
    const text = sealed === undefined ? undefined : sealer.open(sealed)
    return text === undefined ? undefined : decodeSession(text, now())
  }
  const run = async (key: string, exchange: () => Promise<Session>) => {
    if (store === undefined) return await exchange()
    if (!(await claim(store, key, ttl))) return read(await resultOf(store, key, options.patience))
    // Only the other processes read it: who waits there in vain starts over, and what came of it here stays.
    const publish = async (result: object) => {
      await store.set(`result:${key}`, result, repeatWindow).catch(() => undefined)
    }
    try {
      const session = await exchange()
      await publish({ result: sealer.seal(encodeSession(session, lifetimes)) })
      return session
    } catch (error) {
      await publish({})
      throw error
    }
  }
  return {
    async run(state, exchange) {
      const key = digest(state)
      const before = used.get(key)
      if (before !== undefined)
        return now() - before.at < repeatWindow ? await repeat(before.outcome) : undefined
      const outcome = run(key, exchange)
      // Marked before anything is awaited: two callbacks in one tick are one exchange.
      const mark: Mark = { at: now(), outcome }
      used.set(key, mark, ttl)
      try {
        const session = await outcome
        mark.outcome = session
        return session
      } catch (error) {
        mark.outcome = { failed: isWecomSSOError(error) ? error.code : 'WECOM_UPSTREAM' }
        throw error
      }
    },
  }
}

async function repeat(outcome: Outcome): Promise<Session | undefined> {
  const settled = await outcome
  if (settled === undefined || !('failed' in settled)) return settled
  throw new WecomSSOError(settled.failed, 'the same sign-in failed a moment ago')
}

const settle = 25

/**
 * Lets one of several processes go ahead, over a store that has only get and set (any Keyv): write, wait a moment, read
 * back; the last writer wins. Two can both win only if one of them stalls for longer than that moment between its look
 * and its write, or if the store forgot what was written. WeCom itself then refuses the second use of the code, and that
 * visitor's sign-in restarts once.
 */
async function claim(store: WecomSessionStore, key: string, ttl: number): Promise<boolean> {
  const holder = async () => {
    const value = await store.get(`login:${key}`)
    // Of anything else in this place nobody would ever publish a result.
    return typeof value === 'string' && claimFormat.test(value) ? value : undefined
  }
  if ((await holder()) !== undefined) return false
  const me = randomUUID()
  await store.set(`login:${key}`, me, ttl)
  await delay(settle)
  const held = await holder()
  return held === undefined || held === me
}

const claimFormat = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** By the global timer, which tests can hold still. */
async function delay(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}

/** What another process came to, waiting for it; undefined for "nothing", or nothing in time. */
async function resultOf(
  store: WecomSessionStore,
  key: string,
  patience: number,
): Promise<string | undefined> {
  for (let waited = 0; waited <= patience; waited += settle * 2) {
    const answer = await store.get(`result:${key}`)
    if (typeof answer === 'object' && answer !== null) {
      return 'result' in answer && typeof answer.result === 'string' ? answer.result : undefined
    }
    await delay(settle * 2)
  }
  return undefined
}

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

const mostGoals = 2000

/** A convenience, so a store in trouble only means that a repeated callback ends on the home page. */
export function createLoginGoals({ ttl, now, sealer, store }: LoginGoalsOptions): LoginGoals {
  const known = new ExpiringMap<string>(mostGoals, now)
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
