import type { GettokenSettings } from '../settings/settings.ts'
import { BoundedMap } from './bounded-map.ts'
import type { Clock } from './clock.ts'
import { randomText } from './random-text.ts'

/** How a dead token is answered: 40014 says "invalid", 42001 says "expired". */
export type DeadTokenAnswer = 40014 | 42001

/** One access token. */
export interface TokenRecord {
  readonly serial: number
  readonly token: string
  readonly appName: string
  readonly issuedAt: number
  expiresAt: number
  /** Set when the token was killed before its time. */
  revoked?: DeadTokenAnswer
}

/** Dead tokens are remembered so that they answer 42001 and not 40014; this many suffice for any test. */
const remembered = 20_000
/** As long as the tokens seen in practice; the documents promise 512 bytes at most. */
const tokenLength = 214

/**
 * The access tokens of all apps. Each app has at most one current token; what a repeated gettoken does with it is the
 * setting `gettoken.repeat`, because today's documents do not say.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export class TokenBook {
  readonly #clock: Clock
  readonly #byToken = new BoundedMap<string, TokenRecord>(remembered)
  readonly #current = new Map<string, TokenRecord>()
  #serial = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Answers gettoken: a token and the `expires_in` to print beside it. */
  issue(appName: string, settings: GettokenSettings): { token: string; expiresIn: number } {
    const current = this.#current.get(appName)
    if (current === undefined || this.answerFor(current) !== undefined || settings.repeat === 'rotate') {
      return { token: this.#create(appName, settings.expiresIn).token, expiresIn: settings.expiresIn }
    }
    if (settings.repeat === 'renew') current.expiresAt = this.#clock.now() + settings.expiresIn * 1000
    if (settings.repeat !== 'remaining') return { token: current.token, expiresIn: settings.expiresIn }
    return { token: current.token, expiresIn: Math.ceil((current.expiresAt - this.#clock.now()) / 1000) }
  }

  find(token: string): TokenRecord | undefined {
    return this.#byToken.get(token)
  }

  /** The errcode this token earns now; undefined while it is good. */
  answerFor(record: TokenRecord): DeadTokenAnswer | undefined {
    if (record.revoked !== undefined) return record.revoked
    return record.expiresAt <= this.#clock.now() ? 42001 : undefined
  }

  /** Kills live tokens, of one app or of all, and says how many. */
  revoke(appName: string | undefined, answer: DeadTokenAnswer): number {
    let revoked = 0
    for (const record of this.#byToken.values()) {
      if ((appName !== undefined && record.appName !== appName) || this.answerFor(record) !== undefined)
        continue
      record.revoked = answer
      revoked += 1
    }
    return revoked
  }

  /** Newest last. */
  list(): TokenRecord[] {
    return [...this.#byToken.values()]
  }

  #create(appName: string, expiresIn: number): TokenRecord {
    this.#serial += 1
    const issuedAt = this.#clock.now()
    const record: TokenRecord = {
      serial: this.#serial,
      token: randomText(tokenLength),
      appName,
      issuedAt,
      expiresAt: issuedAt + expiresIn * 1000,
    }
    this.#byToken.set(record.token, record)
    this.#current.set(appName, record)
    return record
  }
}
