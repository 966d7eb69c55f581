import { setTimeout as sleep } from 'node:timers/promises'
import { ownedBy } from '../options/config-option.ts'
import { integer, withDefault, callable, type OptionRows } from '../options/option-row.ts'
import { readOptions } from '../options/read-options.ts'
import { errcodeIs } from '../wecom/errcode-roles.ts'

/**
 * What keeps calls within WeCom's quotas: `createRateLimiter()`, or one of your own that several processes share
 * (rate-limiter-flexible, bottleneck …). Asked before
 * every attempt, and before the call takes one of the client's `maxConcurrency` places.
 */
export interface WecomLimiter {
  /**
   * Resolves when the request may leave, with a function to call when it ended. What it rejects with reaches the caller
   * as it is. The signal aborts when the caller or the client no longer waits.
   */
  acquire(request: { path: string }, signal: AbortSignal): Promise<() => void>
  /** Told what WeCom answered: 45009 says that an API's quota is used up, 45033 that too many calls ran at once. */
  answered?(answer: { path: string; errcode: number }): void
}

export interface RateLimiterOptions {
  /** Calls of one API in a minute; what is more waits. WeCom allows a corp 10,000 of most. @default 10_000 */
  perMinute?: number | undefined
  /**
   * Milliseconds an API is left alone after WeCom said 45009. It blocks for a minute at least and an hour at most and
   * does not say which, so the pause doubles up to an hour while the answer stays 45009.
   * @default 60_000
   */
  pause?: number | undefined
  /** Monotonic milliseconds, for tests. @default performance.now */
  now?: (() => number) | undefined
}

const minute = 60_000
const longestPause = 3_600_000

const rows: OptionRows<RateLimiterOptions, 'perMinute' | 'pause' | 'now'> = {
  perMinute: withDefault(10_000, integer(1)),
  pause: withDefault(minute, integer(1, longestPause)),
  now: withDefault(() => performance.now(), callable<() => number>('performance.now')),
}

/** What is known of one API. */
interface ApiState {
  /** When calls of the last minute left, oldest first, from `first` on. */
  readonly calls: number[]
  first: number
  closedUntil: number
  pause: number
}

/**
 * A limiter for one corp in one process: keeps each API below a rate and leaves it alone after 45009, so that a quota
 * that is used up is not asked about again and again. Calls wait for their turn, within their deadline. Share it between
 * the clients of a corp; for several processes divide `perMinute` between them, or give a limiter of your own.
 *
 * @throws WecomConfigError for wrong options
 * @example
 * ```ts
 * import { createRateLimiter, createWecomClient } from '@wecom-kit/core'
 *
 * const wecom = createWecomClient({ corpId, secret, limiter: createRateLimiter({ perMinute: 6_000 }) })
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90312
 */
export function createRateLimiter(options: RateLimiterOptions = {}): WecomLimiter {
  const place = ownedBy('createRateLimiter')
  const { perMinute, pause, now } = readOptions<RateLimiterOptions, typeof rows>(place, rows, options)
  const apis = new Map<string, ApiState>()
  const stateOf = (path: string): ApiState => {
    const state = apis.get(path) ?? { calls: [], first: 0, closedUntil: -Infinity, pause }
    apis.set(path, state)
    return state
  }
  return {
    async acquire({ path }, signal) {
      const state = stateOf(path)
      for (;;) {
        const wait = waitFor(state, perMinute, now())
        if (wait <= 0) break
        await sleep(wait, undefined, { signal })
      }
      state.calls.push(now())
      return () => {}
    },
    answered({ path, errcode }) {
      const state = stateOf(path)
      // Of calls that were under way when it was closed: they are told the same, which is one closing and not many.
      if (now() < state.closedUntil) return
      if (errcodeIs(errcode, 'quota')) {
        state.closedUntil = now() + state.pause
        state.pause = Math.min(state.pause * 2, longestPause)
      } else if (errcode === 0) state.pause = pause
    },
  }
}

function waitFor(state: ApiState, perMinute: number, now: number): number {
  const { calls } = state
  while (state.first < calls.length && (calls[state.first] ?? 0) <= now - minute) state.first += 1
  // Shifting every entry would be work in proportion to the rate at each call: the dead part is cut off now and then.
  if (state.first > perMinute) {
    calls.splice(0, state.first)
    state.first = 0
  }
  const oldest = calls.length - state.first >= perMinute ? calls[calls.length - perMinute] : undefined
  return Math.max(state.closedUntil - now, oldest === undefined ? 0 : oldest + minute - now)
}
