import { createHmac, randomBytes, type KeyObject } from 'node:crypto'
import { safeEqual } from '../internal/digest.ts'
import type { KeyRing } from '../session/seal.ts'

/** A state of our own making. */
export interface GenuineState {
  readonly text: string
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  /** How many automatic restarts led here: 0 for a sign-in the visitor began. */
  readonly attempt: number
  /** What its cookie is called, without our prefix: sorts by age. */
  readonly flow: string
  /** The page that was asked for, where it is short enough to travel along: a browser may lose its cookie once. */
  readonly page: string | undefined
}

/** Makes and recognises states. */
export interface LoginStates {
  issue(attempt: number, page?: string): GenuineState
  /** Undefined for everything this app did not issue. Expiry is the caller's to judge. */
  read(text: string): GenuineState | undefined
}

const format = /^([0-9a-f]{12})([0-9a-f]{32})([0-9a-f])([0-9a-f]{24})([0-9A-Za-z]{0,59})$/
const longest = 128

/**
 * States that authenticate themselves: milliseconds (12 hex digits), nonce (32), attempt (1), a truncated HMAC (24), and
 * the page, encrypted, as far as it fits. WeCom allows only letters and digits, at most 128 bytes, so neither a JWT nor
 * base64url fits.
 *
 * Knowing our own states without looking anything up is what lets `?code=` be caught on any route: a coupon link or
 * another provider's callback is left alone, a forged one costs a MAC and no call to WeCom, and restarts are counted
 * even for a browser that keeps no cookies.
 */
export function createLoginStates(keys: KeyRing, now: () => number): LoginStates {
  const newest = keys[0]
  if (newest === undefined) throw new TypeError('states need at least one key')
  return {
    issue(attempt, page) {
      const issuedAt = Math.floor(now())
      const time = issuedAt.toString(16).padStart(12, '0')
      const nonce = randomBytes(16).toString('hex')
      const body = `${time}${nonce}${Math.min(attempt, 15).toString(16)}`
      const room = longest - body.length - macLength
      const { tail, page: carried } = tailFor(page, room, (bytes) => masked(bytes, newest, nonce))
      const text = body + mac(newest, body + tail) + tail
      return { text, issuedAt, attempt, flow: flowName(time, nonce), page: carried }
    },
    read(text) {
      const parts = format.exec(text)
      if (parts === null) return undefined
      const [, time = '', nonce = '', attempt = '', tag = '', tail = ''] = parts
      const body = `${time}${nonce}${attempt}`
      const key = keys.find((each) => safeEqual(mac(each, body + tail), tag))
      if (key === undefined) return undefined
      const issuedAt = Number.parseInt(time, 16)
      const page = tail === '' ? undefined : String(masked(fromLetters(tail), key, nonce))
      return { text, issuedAt, attempt: Number.parseInt(attempt, 16), flow: flowName(time, nonce), page }
    },
  }
}

const macLength = 24

function mac(key: KeyObject, body: string): string {
  return createHmac('sha256', key).update(body).digest('hex').slice(0, macLength)
}

function flowName(time: string, nonce: string): string {
  return `${time}${nonce.slice(0, 8)}`
}

/** The page as it fits: whole, or without query and hash, or not at all. */
function tailFor(
  page: string | undefined,
  room: number,
  mask: (bytes: Buffer) => Buffer,
): { tail: string; page: string | undefined } {
  for (const part of page === undefined ? [] : [page, page.split(/[?#]/, 1)[0] ?? '']) {
    const tail = toLetters(mask(Buffer.from(part)))
    if (tail.length <= room) return { tail, page: part }
  }
  return { tail: '', page: undefined }
}

/** Hides a page, or shows it again: no nonce occurs twice. The MAC above covers it. Only the first 64 bytes are worth it. */
function masked(bytes: Buffer, key: KeyObject, nonce: string): Buffer {
  const block = (index: number) => createHmac('sha256', key).update(`page ${index} ${nonce}`).digest()
  const stream = Buffer.concat([block(0), block(1)])
  return Buffer.from(bytes.map((byte, index) => byte ^ (stream[index] ?? 0)))
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = BigInt(letters.length)

/** Bytes as letters and digits. The 1 in front keeps zeros at the start. */
function toLetters(bytes: Buffer): string {
  if (bytes.length > 64) return letters
  let left = BigInt(`0x01${bytes.toString('hex')}`)
  let text = ''
  while (left > 0n) {
    text = letters.charAt(Number(left % base)) + text
    left /= base
  }
  return text
}

function fromLetters(text: string): Buffer {
  let value = 0n
  for (const letter of text) value = value * base + BigInt(letters.indexOf(letter))
  return Buffer.from(value.toString(16).slice(1), 'hex')
}
