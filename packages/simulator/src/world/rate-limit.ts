import type { RateLimitSettings } from '../settings/settings.ts'
import { BoundedMap } from './bounded-map.ts'
import type { Clock } from './clock.ts'
import { Refusal } from '../wire/refusal.ts'

const minuteMs = 60_000
const hourMs = 3_600_000

interface Window {
  startedAt: number
  count: number
  blockedUntil: number
}

/**
 * Counts calls in fixed windows. The call over the limit starts a block as long as the window, as WeCom's table says:
 * a minute's limit blocks 60 seconds, an hour's limit an hour.
 *
 * How sure: the numbers and block lengths are official; fixed rather than sliding windows are our choice.
 * @see https://developer.work.weixin.qq.com/document/path/90312
 */
export class RateLimit {
  readonly #clock: Clock
  readonly #windows = new BoundedMap<string, Window>(50_000)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts one call of an API by the corp and by the IP; throws 45009 when one of them is over its limit. */
  count(api: string, ip: string, limits: RateLimitSettings): void {
    // The usual case, on the path of every call.
    if (Object.keys(limits).length === 0) return
    const { perMinute, perHour } = limits
    const perMinuteAndIp = limits.perMinuteAndIp ?? times(2, perMinute)
    const perHourAndIp = limits.perHourAndIp ?? times(4, perHour)
    this.hit(`corp minute ${api}`, perMinute, minuteMs)
    this.hit(`corp hour ${api}`, perHour, hourMs)
    this.hit(`${ip} minute ${api}`, perMinuteAndIp, minuteMs)
    this.hit(`${ip} hour ${api}`, perHourAndIp, hourMs)
  }

  /** Counts one event against a limit; over it throws 45009 and blocks for `blockMs`. */
  hit(key: string, limit: number | undefined, windowMs: number, blockMs: number = windowMs): void {
    if (limit === undefined) return
    this.refuseIfBlocked(key)
    if (this.#add(key, windowMs, 1).count > limit) {
      this.block(key, blockMs)
      throw blocked(
        key,
        `was called more than ${limit} times in ${windowMs / 1000} s, and is refused for ${blockMs / 1000} s`,
      )
    }
  }

  /** Counts without refusing and says how many there were in the window, these included. */
  tally(key: string, windowMs: number, events: number = 1): number {
    return this.#add(key, windowMs, events).count
  }

  block(key: string, blockMs: number): void {
    this.#windows.set(key, { startedAt: 0, count: 0, blockedUntil: this.#clock.now() + blockMs })
  }

  refuseIfBlocked(key: string): void {
    const until = this.#windows.get(key)?.blockedUntil ?? 0
    if (until > this.#clock.now()) throw blocked(key, `is refused until ${new Date(until).toISOString()}`)
  }

  #add(key: string, windowMs: number, events: number): Window {
    const now = this.#clock.now()
    const found = this.#windows.get(key)
    const window =
      found !== undefined && now - found.startedAt < windowMs
        ? found
        : { startedAt: now, count: 0, blockedUntil: 0 }
    window.count += events
    this.#windows.set(key, window)
    return window
  }
}

function times(factor: number, limit: number | undefined): number | undefined {
  return limit === undefined ? undefined : limit * factor
}

function blocked(key: string, how: string): Refusal {
  return new Refusal(45009, 'frequency', `"${key}" ${how}`)
}
