import { ownedBy } from '../options/config-option.ts'
import { above, callable, matching, row, withDefault, type OptionRows } from '../options/option-row.ts'
import { readOptions } from '../options/read-options.ts'

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
export function resolveCryptoOptions(options: CallbackCryptoOptions): CallbackCryptoSettings {
  const place = ownedBy('createCallbackCrypto')
  const { encodingAesKey, ...read } = readOptions<CallbackCryptoOptions, typeof rows>(place, rows, options)
  // The last of the 43 characters carries two bits that no byte uses; real keys set them, so they are dropped.
  return { ...read, aesKey: Buffer.from(encodingAesKey, 'base64') }
}
