import { WecomConfigError } from '../errors/config-error.ts'
import { isRecord } from '../internal/is-record.ts'

/** Options of `createCallbackCrypto`. */
export interface CallbackCryptoOptions {
  /** The Token of the admin console's callback settings: there 1 to 32 letters and digits. */
  token: string
  /** The EncodingAESKey beside it: 43 letters and digits. */
  encodingAesKey: string
  /**
   * Whom callbacks must be addressed to: the corpid for an app of your own, the suite id for a third party's app,
   * `''` for a smart robot and for a third party's app of an individual.
   */
  receiveId: string
  /**
   * Milliseconds a callback's timestamp may lie in the past or the future. A window only helps beside a memory of
   * digests, which sees the repeats inside it: `wecomCallback` of the SSO middleware has both.
   * @default Infinity: any
   */
  maxAgeMs?: number
  /**
   * Bytes a body may have.
   * @default 1_048_576
   */
  maxBodyBytes?: number
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  now?: () => number
}

/** {@link CallbackCryptoOptions}, checked, with defaults and the key decoded. */
export interface CallbackCryptoSettings {
  token: string
  aesKey: Buffer
  receiveId: string
  maxAgeMs: number
  maxBodyBytes: number
  now: () => number
}

/**
 * Fills the defaults and refuses what cannot work, without quoting a secret.
 *
 * @throws WecomConfigError
 */
export function resolveCryptoOptions(options: CallbackCryptoOptions): CallbackCryptoSettings {
  checkNames(options)
  const {
    token,
    encodingAesKey,
    receiveId,
    maxAgeMs = Infinity,
    maxBodyBytes = 1_048_576,
    now = () => Date.now(),
  } = options
  if (typeof token !== 'string' || !/^[\x21-\x7E]{1,128}$/.test(token)) {
    throw invalid('token', 'the Token of the callback settings, without spaces around it', token)
  }
  if (typeof encodingAesKey !== 'string' || !/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) {
    throw invalid(
      'encodingAesKey',
      '43 letters and digits, the EncodingAESKey of the callback settings',
      encodingAesKey,
    )
  }
  if (typeof receiveId !== 'string') {
    throw invalid('receiveId', "the corpid ('' for a smart robot)", receiveId)
  }
  if (!isAboveZero(maxAgeMs)) throw invalid('maxAgeMs', 'milliseconds above 0, or Infinity', maxAgeMs)
  if (!isAboveZero(maxBodyBytes)) throw invalid('maxBodyBytes', 'bytes above 0', maxBodyBytes)
  if (typeof now !== 'function') throw invalid('now', 'a function such as Date.now', now)
  // The last of the 43 characters carries two bits that no byte uses; real keys set them, so they are dropped.
  const aesKey = Buffer.from(encodingAesKey, 'base64')
  return { token, aesKey, receiveId, maxAgeMs, maxBodyBytes, now }
}

const known = ['token', 'encodingAesKey', 'receiveId', 'maxAgeMs', 'maxBodyBytes', 'now']

/** A misspelt `maxAgeMs` would leave the replay window open without a word. */
function checkNames(options: CallbackCryptoOptions): void {
  if (!isRecord(options)) {
    throw new WecomConfigError(`createCallbackCrypto takes an options object, got ${typeof options}`)
  }
  const unknown = Object.keys(options).filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new WecomConfigError(
    `createCallbackCrypto: unknown option ${unknown.join(', ')}. Known: ${known.join(', ')}`,
  )
}

function isAboveZero(value: unknown): boolean {
  return typeof value === 'number' && value > 0
}

function invalid(option: string, expected: string, came: unknown): WecomConfigError {
  return new WecomConfigError(`createCallbackCrypto: ${option} must be ${expected}; got ${describe(came)}`)
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `a string of ${value.length} characters`
  return typeof value === 'number' ? String(value) : typeof value
}
