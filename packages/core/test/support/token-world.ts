import assert from 'node:assert/strict'
import { WecomAuthError, type TokenLock, type TokenStore, type WecomEvent } from '@wecom-kit/core'
import { fingerprint } from '../../src/token/fingerprint.ts'
import { StoreGuard } from '../../src/stores/store-guard.ts'
import type { HeldToken } from '../../src/token/token-record.ts'
import { TokenCache } from '../../src/token/token-cache.ts'
import { lifeMs, SimulatedWecom, type Reading } from './simulated-wecom.ts'
import { flush, virtualRuntime, type VirtualRuntime } from './virtual-time.ts'

/** How the shared store or lock behaves at the moment. */
export type Health = 'good' | 'failing' | 'hanging' | 'garbage'

/** One simulated process: its cache and what must hold for it. */
export interface SimulatedProcess {
  cache: TokenCache
  closed: AbortController
  readonly runtime: VirtualRuntime
  /** gettoken calls under way: never two. */
  inFlight: number
  /** Whether `refresh` was called: then a live token is no reason not to fetch. */
  refreshing: boolean
  cooling: Map<string, number>
  /** Until then calls may fail, because a cool-down lasts no longer. */
  excusedUntil: number
  /** Monotonic moment of the last gettoken answer per token. */
  fetchedAt: Map<string, number>
  /** Order of rejections and fetches per token. */
  rejectedAt: Map<string, number>
  order: Map<string, number>
  /** What was handed out and refused; those who waited with the first may still get it. */
  refused: Set<HeldToken>
}

/** WeCom, one to four processes, and what they share. */
export class TokenWorld {
  readonly wecom: SimulatedWecom
  readonly processes: SimulatedProcess[]
  store: Health = 'good'
  lock: Health = 'good'
  secret = 'secret0'
  /** Milliseconds gettoken takes. */
  gettokenMs = 20
  /** Milliseconds a healthy store or lock takes. */
  storeMs = 0
  /** Laws that were broken. Kept here, because a cache treats an exception in gettoken like any failure of it. */
  readonly broken: string[] = []
  #clock = 0
  readonly #kept = new Map<string, string>()
  readonly #locks = new Map<string, number>()
  readonly #hasLock: boolean

  constructor(reading: Reading, processes: number, hasLock: boolean, seed: number = 0) {
    this.wecom = new SimulatedWecom(reading, this.secret)
    this.#hasLock = hasLock
    this.processes = Array.from({ length: processes }, (_, index) => this.#start(seed * 1_000 + index + 1))
  }

  law(holds: boolean, text: string): void {
    if (!holds) this.broken.push(text)
  }

  /** Ends a process and starts it anew: its memory is gone, its clock stays. */
  restart(index: number): void {
    const process = this.process(index)
    process.closed.abort()
    Object.assign(process, { ...this.#start(index + 1), runtime: process.runtime })
    process.cache = this.#cacheFor(process)
  }

  process(index: number): SimulatedProcess {
    const process = this.processes[index % this.processes.length]
    assert.ok(process)
    return process
  }

  /** One API call as the client makes it: token, call, at most two refreshes or four waits. */
  async call(process: SimulatedProcess, signal?: AbortSignal): Promise<void> {
    for (let spent = 0; ;) {
      const current = process.cache.current()
      this.law(
        current === undefined || !process.refused.has(current),
        'I3: the refused token is still current',
      )
      const held = current ?? (await process.cache.get(signal, 30_000))
      this.#checkHanded(process, held)
      if (this.wecom.accepts(held.token)) return
      if (spent >= 4) throw refusedToken()
      const waitMs = this.reject(process, held)
      spent += waitMs === 0 ? 2 : 1
      await process.runtime.sleep(waitMs, signal)
    }
  }

  /** A token with a wait is kept, and may be handed out again until the wait is over. */
  reject(process: SimulatedProcess, held: HeldToken): number {
    const wasCurrent = process.cache.current() === held
    const waitMs = process.cache.reject(held, 42001)
    if (waitMs > 0) return waitMs
    if (wasCurrent) {
      process.rejectedAt.delete(held.token)
      process.rejectedAt.set(held.token, (this.#clock += 1))
    }
    process.refused.add(held)
    return 0
  }

  /** Closes all processes; nothing may be left that could still happen. */
  async close(): Promise<void> {
    for (const { closed } of this.processes) closed.abort()
    await flush()
  }

  #start(seed: number): SimulatedProcess {
    const runtime = virtualRuntime(seed * 7919)
    const closed = new AbortController()
    const process = {
      closed,
      runtime,
      inFlight: 0,
      refreshing: false,
      cooling: new Map<string, number>(),
      excusedUntil: -Infinity,
      fetchedAt: new Map<string, number>(),
      rejectedAt: new Map<string, number>(),
      order: new Map<string, number>(),
      refused: new Set<HeldToken>(),
    }
    const complete: SimulatedProcess = Object.assign(process, { cache: this.#cacheFor(process) })
    return complete
  }

  #cacheFor(process: Omit<SimulatedProcess, 'cache'> & { cache?: TokenCache }): TokenCache {
    const { runtime, closed } = process
    const emit = (event: WecomEvent): void => {
      if (event.type !== 'token.cooldown') return
      process.excusedUntil = runtime.monotonic() + 60_000
      process.cooling.set(this.secret, process.excusedUntil)
    }
    return new TokenCache({
      kind: 'app',
      keyPrefix: 'wecom:1:token:corp',
      source: () => {
        const { secret } = this
        return { id: `app:${fingerprint(secret, 16)}`, fetch: () => this.#fetch(process, secret) }
      },
      store: new StoreGuard(this.#sharedStore(), runtime.monotonic, emit),
      lock: this.#hasLock ? this.#sharedLock() : undefined,
      runtime,
      emit,
      closed: closed.signal,
    })
  }

  async #fetch(process: Omit<SimulatedProcess, 'cache'> & { cache?: TokenCache }, secret: string) {
    const { runtime, cooling } = process
    this.law(process.inFlight === 0, 'I1: two gettoken at once in one process')
    this.law(process.refreshing || process.cache?.current() === undefined, 'I2: gettoken with a live token')
    this.law(runtime.monotonic() >= (cooling.get(secret) ?? -Infinity), 'I10: gettoken during a cool-down')
    process.inFlight += 1
    try {
      await runtime.sleep(this.gettokenMs, undefined)
      const issued = this.wecom.gettoken(secret)
      cooling.delete(secret)
      process.fetchedAt.set(issued.token, runtime.monotonic())
      process.order.set(issued.token, (this.#clock += 1))
      return issued
    } finally {
      process.inFlight -= 1
    }
  }

  #checkHanded(process: SimulatedProcess, held: HeldToken): void {
    const { token } = held
    this.law(this.wecom.issued.has(token), 'I13 I14: a token WeCom never issued')
    const rejected = process.rejectedAt.get(token)
    if (
      !process.refused.has(held) &&
      rejected !== undefined &&
      [...process.rejectedAt.keys()].slice(-8).includes(token)
    ) {
      this.law(
        (process.order.get(token) ?? 0) > rejected,
        'I3: a refused token again, without gettoken giving it',
      )
    }
    const fetched = process.fetchedAt.get(token)
    if (fetched !== undefined) {
      this.law(
        process.runtime.monotonic() - fetched <= lifeMs,
        'I11: older than its life by the monotonic clock',
      )
    }
  }

  #sharedStore(): TokenStore {
    return {
      get: (key) =>
        this.#inHealth(this.store, async () => {
          const json = this.#kept.get(key)
          const value: unknown = json === undefined ? undefined : JSON.parse(json)
          return value
        }),
      set: (key, value, ttlMs) =>
        this.#inHealth(this.store, async () => {
          this.law(ttlMs > 0, 'a ttl of 0 or less is kept for ever')
          this.#kept.set(key, JSON.stringify(value))
        }),
      delete: async (key) => this.#kept.delete(key),
    }
  }

  #sharedLock(): TokenLock {
    return {
      acquire: (key, { ttlMs }) =>
        this.#inHealth(this.lock, async () => {
          const end = performance.now() + ttlMs
          if ((this.#locks.get(key) ?? 0) > performance.now()) return undefined
          this.#locks.set(key, end)
          return async () => {
            if (this.#locks.get(key) === end) this.#locks.delete(key)
          }
        }),
    }
  }

  async #inHealth<T>(health: Health, work: () => Promise<T>): Promise<T> {
    if (this.storeMs > 0) await new Promise((resolve) => setTimeout(resolve, this.storeMs))
    if (health === 'failing') throw new Error('down')
    if (health === 'hanging') return new Promise(() => {})
    if (health === 'garbage') return JSON.parse('{"v":1,"token":7}')
    return work()
  }
}

/** WeCom's 42001, as the client makes an error of it. */
function refusedToken(): WecomAuthError {
  return new WecomAuthError('refused', { errcode: 42001, errmsg: '', reason: 'token-rejected' })
}
