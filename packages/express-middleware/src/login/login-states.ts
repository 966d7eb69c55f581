import { createHmac, randomBytes, type KeyObject } from 'node:crypto'
import { safeEqual } from '../internal/safe-equal.ts'
import type { KeyRing } from '../seal/derive-keys.ts'

/** A state of our own making. */
export interface GenuineState {
  readonly text: string
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  /** How many automatic restarts led here: 0 for a sign-in the visitor began. */
  readonly attempt: number
  /** What its cookie is called, without our prefix: sorts by age. */
  readonly flow: string
}

/** Makes and recognises states. */
export interface LoginStates {
  issue(attempt: number): GenuineState
  /** Undefined for everything this instance did not issue. Expiry is the caller's to judge. */
  read(text: string): GenuineState | undefined
}

const format = /^([0-9a-f]{12})([0-9a-f]{32})([0-9a-f])([0-9a-f]{24})$/

/**
 * States that authenticate themselves: milliseconds (12 hex digits), nonce (32), attempt (1) and a truncated HMAC
 * (24), 69 characters in all. WeCom allows only letters and digits, at most 128 bytes, so neither a JWT nor base64url
 * fits.
 *
 * Knowing our own states without looking anything up is what lets `?code=` be caught on any route: a coupon link or
 * another provider's callback is left alone, a forged one costs a MAC and no call to WeCom, and restarts are counted
 * even for a browser that keeps no cookies.
 */
export function createLoginStates(keys: KeyRing, now: () => number): LoginStates {
  const newest = keys[0]
  if (newest === undefined) throw new TypeError('states need at least one key')
  return {
    issue(attempt) {
      const issuedAt = Math.floor(now())
      const time = issuedAt.toString(16).padStart(12, '0')
      const nonce = randomBytes(16).toString('hex')
      const body = `${time}${nonce}${Math.min(attempt, 15).toString(16)}`
      return { text: body + mac(newest, body), issuedAt, attempt, flow: flowName(time, nonce) }
    },
    read(text) {
      const [, time, nonce, attempt, tag] = format.exec(text) ?? []
      if (time === undefined || nonce === undefined || attempt === undefined || tag === undefined)
        return undefined
      const body = `${time}${nonce}${attempt}`
      if (!keys.some((key) => safeEqual(mac(key, body), tag))) return undefined
      const issuedAt = Number.parseInt(time, 16)
      return { text, issuedAt, attempt: Number.parseInt(attempt, 16), flow: flowName(time, nonce) }
    },
  }
}

function mac(key: KeyObject, body: string): string {
  return createHmac('sha256', key).update(body).digest('hex').slice(0, 24)
}

function flowName(time: string, nonce: string): string {
  return `${time}${nonce.slice(0, 8)}`
}
