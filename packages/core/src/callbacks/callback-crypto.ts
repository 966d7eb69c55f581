import { createHash, randomBytes } from 'node:crypto'
import { WecomCallbackError } from '../errors/errors.ts'
import { ownedBy, readArgument } from '../options/config-option.ts'
import {
  integer,
  matching,
  oneOf,
  row,
  withDefault,
  type OptionRows,
  above,
  callable,
} from '../options/option-row.ts'
import { readOptions } from '../options/read-options.ts'
import { callbackSignature, verifyCallbackSignature } from './signature.ts'
import { decryptMessage, encryptMessage } from './message-crypto.ts'
import {
  readEnvelope,
  type CallbackFormat,
  readParameter,
  readQuery,
  type CallbackQuery,
  replyEnvelope,
} from './envelope.ts'

/** A callback that passed every check. */
export interface DecryptedCallback {
  /** The plaintext, for `parseCallbackEvent`. */
  message: string
  /** The form it came in, and the one to reply in. */
  format: CallbackFormat
  /**
   * SHA-256 of the message in hex. WeCom repeats a push up to three times: equal digests are the same push. Sender
   * and second, which its documents suggest for events, also match two different events.
   */
  digest: string
  /** Seconds, from the query; signed. */
  timestamp: number
}

export interface EncryptReplyOptions {
  /** Seconds since 1970. @default now */
  timestamp?: number | undefined
  /** 1 to 63 letters, digits, `-` and `_`. @default 16 random characters */
  nonce?: string | undefined
  /** @default 'xml' */
  format?: CallbackFormat | undefined
}

/** Opens and seals callbacks; see {@link createCallbackCrypto}. */
export interface CallbackCrypto {
  /**
   * Checks the GET that WeCom sends when the callback URL is saved.
   *
   * @returns the plaintext to answer with, as it is (no quotes, no newline), within one second
   * @throws WecomCallbackError
   */
  verifyUrl(query: CallbackQuery): string
  /**
   * Checks and decrypts a push. `body` is the raw body, XML or JSON.
   *
   * @throws WecomCallbackError
   */
  decrypt(query: CallbackQuery, body: string | Uint8Array): DecryptedCallback
  /**
   * Encrypts and signs a passive reply, to be answered within five seconds.
   *
   * @throws WecomConfigError for a message that is no string, and for options WeCom would refuse
   */
  encryptReply(message: string, options?: EncryptReplyOptions): string
}

/**
 * Makes the crypto of one callback URL: signature in constant time, replay window, AES-256-CBC, receiver.
 *
 * The checks run in that order, so only a sender who knows the token learns anything about decryption, and every
 * decryption failure is the same error. Within the replay window recognise repeats by `digest`.
 *
 * @throws WecomConfigError for wrong options
 * @example
 * ```ts
 * import { createCallbackCrypto, parseCallbackEvent } from '@wecom-kit/core'
 *
 * const callbacks = createCallbackCrypto({
 *   token: 'QDG6eK',
 *   encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
 *   receiveId: 'wx5823bf96d3bd56c7',
 * })
 *
 * export function onPost(url: URL, body: Uint8Array): void {
 *   const { message } = callbacks.decrypt(url.searchParams, body)
 *   const event = parseCallbackEvent(message)
 *   if (event.type === 'delete_user') console.log(`${event.userId} left`)
 * }
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90930
 * @see https://developer.work.weixin.qq.com/document/path/90968 (the crypto)
 */
export function createCallbackCrypto(options: CallbackCryptoOptions): CallbackCrypto {
  const settings = resolveCryptoOptions(options)
  return {
    verifyUrl: (query) => open(settings, query, echoOf(query)),
    decrypt: (query, body) => decryptPush(settings, query, body),
    encryptReply: (message, replyOptions) => encryptReply(settings, message, replyOptions),
  }
}

/** A form decoder turns a raw `+` of the base64 into a space; base64 has no spaces, so it can be turned back. */
function echoOf(query: CallbackQuery): string {
  return readParameter(query, 'echostr').replaceAll(' ', '+')
}

function decryptPush(
  settings: CallbackCryptoSettings,
  query: CallbackQuery,
  body: string | Uint8Array,
): DecryptedCallback {
  const timestamp = Number(readParameter(query, 'timestamp'))
  const { encrypt, format } = readEnvelope(body, settings.maxBodyBytes)
  const message = open(settings, query, encrypt)
  return { message, format, digest: createHash('sha256').update(message).digest('hex'), timestamp }
}

function open(settings: CallbackCryptoSettings, query: CallbackQuery, encrypt: string): string {
  const { token, aesKey, receiveId, maxAgeMs, maxBodyBytes, now } = settings
  const { signature, timestamp, nonce } = readQuery(query)
  if (encrypt.length > maxBodyBytes) throw new WecomCallbackError('too-large', 'The payload is too large')
  if (!verifyCallbackSignature({ token, timestamp, nonce, encrypt, signature })) {
    throw new WecomCallbackError(
      'signature',
      'The signature does not match: it was made with another token or changed',
    )
  }
  if (Math.abs(now() - Number(timestamp) * 1000) > maxAgeMs) {
    throw new WecomCallbackError(
      'expired',
      `The timestamp is more than ${maxAgeMs} ms away from this server's clock`,
    )
  }
  const decrypted = decryptMessage(encrypt, aesKey)
  if (decrypted === undefined) {
    throw new WecomCallbackError('decrypt', 'The payload cannot be decrypted: check encodingAesKey')
  }
  if (decrypted.receiveId !== receiveId) {
    throw new WecomCallbackError('receiver', 'The payload is addressed to somebody else: check receiveId')
  }
  return decrypted.message
}

const replyRows: OptionRows<EncryptReplyOptions, 'format'> = {
  timestamp: integer(0, undefined, { how: 'It is in seconds since 1970' }),
  nonce: matching('1 to 63 letters, digits, - and _', /^[\w-]{1,63}$/),
  format: withDefault('xml', oneOf(['xml', 'json'], { how: 'Pass the format decrypt() gave' })),
}

const replyText = row('a string of XML or JSON', (value): value is string => typeof value === 'string')

function encryptReply(
  settings: CallbackCryptoSettings,
  message: string,
  options: EncryptReplyOptions = {},
): string {
  readArgument('encryptReply', 'message', replyText, message)
  const read = readOptions<EncryptReplyOptions, typeof replyRows>(ownedBy('encryptReply'), replyRows, options)
  const {
    timestamp = Math.floor(settings.now() / 1000),
    nonce = randomBytes(8).toString('hex'),
    format,
  } = read
  const encrypt = encryptMessage(message, settings.receiveId, settings.aesKey)
  const signature = callbackSignature({ token: settings.token, timestamp: String(timestamp), nonce, encrypt })
  return replyEnvelope({ encrypt, signature, timestamp, nonce }, format)
}

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
  maxAgeMs?: number | undefined
  /**
   * Bytes a body may have.
   * @default 1_048_576
   */
  maxBodyBytes?: number | undefined
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  now?: (() => number) | undefined
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

const rows: OptionRows<CallbackCryptoOptions, 'maxAgeMs' | 'maxBodyBytes' | 'now'> = {
  token: matching('the Token of the callback settings, without spaces around it', /^[\x21-\x7E]{1,128}$/, {
    required: true,
    secret: true,
  }),
  encodingAesKey: matching(
    '43 letters and digits, the EncodingAESKey of the callback settings',
    /^[A-Za-z0-9]{43}$/,
    {
      required: true,
      secret: true,
      alias: ['encodingAESKey', 'aesKey'],
    },
  ),
  receiveId: row("the corpid ('' for a smart robot)", (value): value is string => typeof value === 'string', {
    required: true,
    alias: ['corpId'],
  }),
  maxAgeMs: withDefault(Infinity, above(0, 'milliseconds above 0, or Infinity')),
  maxBodyBytes: withDefault(1_048_576, above(0, 'bytes above 0')),
  // Asked each time: fake timers replace Date.now after this module was read.
  now: withDefault(() => Date.now(), callable<() => number>('Date.now')),
}

/**
 * Fills the defaults and refuses what cannot work, without quoting a secret.
 *
 * @throws WecomConfigError
 */
function resolveCryptoOptions(options: CallbackCryptoOptions): CallbackCryptoSettings {
  const place = ownedBy('createCallbackCrypto')
  const { encodingAesKey, ...read } = readOptions<CallbackCryptoOptions, typeof rows>(place, rows, options)
  // The last of the 43 characters carries two bits that no byte uses; real keys set them, so they are dropped.
  return { ...read, aesKey: Buffer.from(encodingAesKey, 'base64') }
}
