import {
  closedError,
  WecomAuthError,
  type WecomConfigError,
  WecomRateLimitError,
  WecomTimeoutError,
} from '../errors/errors.ts'
import { wrongOption } from '../options/config-option.ts'
import { isRecord } from '../internal/is-record.ts'
import { errcodeIs } from '../wecom/errcode-roles.ts'
import { waitFor } from '../transport/wait-for.ts'
import { backoffMs } from '../transport/retry.ts'
import { announcedTurn, takeTurn } from './take-turn.ts'
import { Cooldown } from './cooldown.ts'
import { fingerprint } from './fingerprint.ts'
import {
  type HeldToken,
  dateToken,
  isTokenText,
  lifetimeSeconds,
  parseTokenRecord,
  type TokenRecord,
} from './token-record.ts'
import type { TokenCacheOptions } from './token-cache-options.ts'
import { RecentSet } from './recent-set.ts'
import { ReissueHoldOff } from './reissue-hold-off.ts'
import { StoreBudget } from './store-budget.ts'
import type { IssuedToken, TokenSource } from './token-source.ts'

interface Held extends HeldToken {
  readonly record: TokenRecord
  /** The end by the monotonic clock, which setting the wall clock back cannot postpone. */
  readonly monotonicEnd: number
}

const holdOffBaseMs = 100
const holdOffLimitMs = 5000
const rememberedRejections = 8
// The record outlives its token, so that the next process can tell a repeated token from a new one.
const recordAfterlifeMs = 60 * 60_000
const slowStoreMs = 100

/**
 * One token, shared by everything in the process that needs it: cached in a field, fetched by one flight at a time,
 * kept in a store between processes, invalidated only by whoever was refused with the current one.
 *
 * Expiry is not dangerous here: WeCom refuses an old token before it runs anything, so the call is replayed. That is
 * why the token is used to its last second instead of polling gettoken for a new one before.
 */
export class TokenCache {
  readonly #options: TokenCacheOptions
  #held: Held | undefined
  /** The last record of any state, for the same-token rule. */
  #last: TokenRecord | undefined
  /** The store key {@link #last} belongs to: a rotated secret is another one. */
  #key = ''
  #flight: Promise<Held> | undefined
  readonly #cooldown: Cooldown
  readonly #reissues: ReissueHoldOff
  readonly #rejected = new RecentSet(rememberedRejections)
  #failures = 0
  #holdOffUntil = -Infinity

  constructor(options: TokenCacheOptions) {
    this.#options = options
    this.#cooldown = new Cooldown(options.runtime)
    this.#reissues = new ReissueHoldOff(options.runtime)
  }

  /** The token, if one is live: no promise and no store on the hot path. */
  current(): HeldToken | undefined {
    const held = this.#held
    if (held === undefined) return undefined
    const { now, monotonic } = this.#options.runtime
    return now() < held.expiresAt && monotonic() < held.monotonicEnd ? held : undefined
  }

  /** The token, fetched if need be. The signal and the time end this wait, never the flight the others wait for. */
  async get(signal: AbortSignal | undefined, timeoutMs: number): Promise<HeldToken> {
    return this.current() ?? waitFor(this.#fly(), signal, timeoutMs, tokenTimeout)
  }

  /** Fetches now; concurrent calls share one fetch. `force` also ends a cool-down. */
  async refresh(force: boolean, signal: AbortSignal | undefined, timeoutMs: number): Promise<void> {
    if (force) this.#cooldown.endAll()
    await waitFor(this.#fly(true), signal, timeoutMs, tokenTimeout)
    if (force) this.#reissues.clear()
  }

  /**
   * WeCom refused a token. Does nothing when it is not the current one any more: of 200 calls refused with the same
   * token the last answer may arrive long after the first has fetched another.
   *
   * @returns milliseconds to wait before another try
   */
  reject(refused: HeldToken, errcode: number): number {
    const held = this.#held
    if (held !== refused) return 0
    const { waitMs } = this.#reissues
    if (waitMs === 0) this.#drop(held, errcode)
    return waitMs
  }

  /** Somebody outside knows that a token is dead. */
  invalidate(token: string): void {
    if (this.#held?.token === token) this.#drop(this.#held, undefined)
  }

  /** Where the token stands, never the token. */
  state(): {
    status: 'empty' | 'fresh' | 'refreshing' | 'expired' | 'cooling-down'
    held: HeldToken | undefined
  } {
    const held = this.#held
    if (this.current() !== undefined) return { status: 'fresh', held }
    if (this.#flight !== undefined) return { status: 'refreshing', held }
    if (this.#cooldown.active) return { status: 'cooling-down', held }
    return { status: held === undefined ? 'empty' : 'expired', held }
  }

  #drop(held: Held, errcode: number | undefined): void {
    this.#held = undefined
    this.#rejected.add(fingerprint(held.token, 64))
    const { kind, emit } = this.#options
    emit({ type: 'token.invalidated', kind, ...(errcode === undefined ? {} : { errcode }) })
  }

  #fly(always = false): Promise<Held> {
    if (this.#options.closed.aborted) return Promise.reject(closedError())
    if (this.#flight !== undefined) return this.#flight
    // Whoever waits hears of a rejection, also once it has left.
    return (this.#flight = this.#load(always).finally(() => {
      this.#flight = undefined
    }))
  }

  async #load(always: boolean): Promise<Held> {
    const { keyPrefix, runtime, closed } = this.#options
    const source = await this.#options.source()
    const key = `${keyPrefix}:${source.id}`
    if (key !== this.#key) this.#last = undefined
    this.#key = key
    const refusal = this.#cooldown.refusal(key)
    if (refusal !== undefined) throw refusal
    await runtime.sleep(this.#holdOffUntil - runtime.monotonic(), closed)
    if (closed.aborted) throw closedError()
    return always ? this.#fetch(source, key, true) : this.#share(source, key)
  }

  /** What another process may have written, else our own fetch when it is our turn. */
  async #share(source: TokenSource, key: string): Promise<Held> {
    const { store, lock, runtime, closed, emit } = this.#options
    if (store === undefined) return this.#fetch(source, key, false)
    const budget = new StoreBudget(store, runtime.monotonic)
    const read = async (): Promise<Held | undefined> => {
      const result = await budget.get(key)
      return result.ok ? this.#adoptStored(result.value) : undefined
    }
    const stored = await read()
    if (stored !== undefined) return stored
    // Through a store in trouble nobody sees what the holder of a turn fetched: waiting for one would only cost time.
    if (!budget.reachable) return this.#fetch(source, key, false)
    // Looking again and writing would take a slow store past what it may cost the first call.
    if (lock === undefined && budget.spentMs > slowStoreMs) return this.#fetch(source, key, true)
    const announced = announcedTurn(budget, runtime.now)
    const turn = await takeTurn({ key, lock, announced, reread: read, runtime, signal: closed, emit })
    if ('done' in turn) return turn.done
    try {
      return await this.#fetch(source, key, budget.allowsWrite)
    } finally {
      turn.release()
    }
  }

  /** @param awaitStore the next holder of the lock must find the token written; a store in trouble is not waited for */
  async #fetch(source: TokenSource, key: string, awaitStore: boolean): Promise<Held> {
    const { runtime, closed, store, kind, emit } = this.#options
    const startedAt = runtime.monotonic()
    const sentAt = runtime.now()
    let issued: IssuedToken
    try {
      issued = await source.fetch({ signal: closed })
      if (!isRecord(issued) || !isTokenText(issued.token)) throw badToken(source)
    } catch (error) {
      if (closed.aborted) throw closedError()
      throw this.#fetchFailed(error, key, startedAt)
    }
    this.#failures = 0
    this.#cooldown.end(key)
    const record = dateToken(issued.token, lifetimeSeconds(issued.expiresIn), sentAt, this.#last)
    // Counted from when gettoken was sent on both clocks: a step of the wall clock meanwhile adds nothing.
    const monotonicEnd = startedAt + (record.expiresAt - sentAt)
    // What the source gives again it vouches for: a later refusal of it is news.
    if (this.#rejected.delete(fingerprint(record.token, 64))) this.#reissues.reissued()
    else if (this.#last?.token !== record.token) this.#reissues.clear()
    const held = this.#adopt(record, monotonicEnd)
    emit({
      type: 'token.refresh',
      kind,
      outcome: 'ok',
      durationMs: Math.round(runtime.monotonic() - startedAt),
    })
    const ttlMs = record.expiresAt - runtime.now() + recordAfterlifeMs
    // Keyv keeps a value with a ttl of 0 or less for ever; after a step of the clock ours may be that.
    if (record.expiresAt > sentAt && ttlMs > 0 && store !== undefined) {
      const written = store.set(key, record, ttlMs)
      if (awaitStore) await written
    }
    return held
  }

  /** Decides when to ask again, and gives back the error the waiters get. */
  #fetchFailed(error: unknown, key: string, startedAt: number): unknown {
    const { runtime, kind, emit } = this.#options
    const errcode =
      error instanceof WecomAuthError || error instanceof WecomRateLimitError ? error.errcode : undefined
    const durationMs = Math.round(runtime.monotonic() - startedAt)
    emit({
      type: 'token.refresh',
      kind,
      outcome: 'error',
      durationMs,
      ...(errcode === undefined ? {} : { errcode }),
    })
    // Already cooling down where it came from (a ticket's token): a second term here would outlast the first.
    if (error instanceof WecomAuthError && error.until !== undefined) return error
    // Too many at once: a moment's pause helps, a minute's silence would only fail calls.
    if (errcode !== undefined && !errcodeIs(errcode, 'too-many-at-once') && error instanceof Error)
      return this.#coolDown(error, errcode, key)
    this.#holdOffUntil =
      runtime.monotonic() + Math.min(holdOffLimitMs, backoffMs(this.#failures, holdOffBaseMs, runtime.random))
    this.#failures += 1
    return error
  }

  #coolDown(error: Error, errcode: number, key: string): Error {
    const { kind, emit } = this.#options
    const cooled = this.#cooldown.start(error, key)
    emit({ type: 'token.cooldown', kind, errcode, untilMs: cooled.until })
    return cooled.error
  }

  #adoptStored(value: unknown): Held | undefined {
    const { runtime } = this.#options
    const now = runtime.now()
    const record = parseTokenRecord(value, now)
    if (record === undefined) return undefined
    const last = this.#last
    // A late write, or what a store in trouble did not hear of: older than what this process had since.
    const isOlder = last !== undefined && record.obtainedAt < last.obtainedAt && record.token !== last.token
    if (isOlder) return undefined
    if (now >= record.expiresAt || this.#isRejected(record.token) || this.#hasEnded(record.token)) {
      if (last === undefined || record.obtainedAt > last.obtainedAt) this.#last = record
      return undefined
    }
    return this.#adopt(record, runtime.monotonic() + (record.expiresAt - now))
  }

  #adopt(record: TokenRecord, monotonicEnd: number): Held {
    const { token, expiresAt } = record
    const held = { token, expiresAt, record, monotonicEnd }
    this.#held = held
    this.#last = record
    return held
  }

  /** By the monotonic clock: when the wall clock was set back, the stored copy of our own token seems to live on. */
  #hasEnded(token: string): boolean {
    const held = this.#held
    return held?.token === token && this.#options.runtime.monotonic() >= held.monotonicEnd
  }

  #isRejected(token: string): boolean {
    return this.#rejected.has(fingerprint(token, 64))
  }
}

function badToken(source: TokenSource): WecomConfigError {
  return wrongOption({
    owner: `the token source "${source.id}"`,
    option: 'token',
    wanted: '1 to 2048 printable ASCII characters without spaces',
    came: 'something else',
  })
}

function tokenTimeout(): WecomTimeoutError {
  return new WecomTimeoutError('No access_token within the deadline of the call', { phase: 'token' })
}
