import type { SensitiveField } from './app.ts'
import { BoundedMap } from './bounded-map.ts'
import type { Clock } from './clock.ts'
import { randomText } from './random-text.ts'

/** Who stands behind a code. */
export type Visitor =
  | { kind: 'member'; userid: string }
  | { kind: 'linked'; userid: string }
  | { kind: 'outsider'; openid: string }

/** What a one-time code stands for. */
export interface CodeGrant {
  visitor: Visitor
  /** Undefined when the link named no app: then any app that trusts the domain may exchange it. */
  agentId: number | undefined
  /** host[:port] the code was sent to. */
  host: string
  /** What the member consented to; undefined for snsapi_base and web login, which yield no ticket. */
  consented: readonly SensitiveField[] | undefined
  /** `verify` codes come from the second-verification page and only auth/get_tfa_info takes them. */
  purpose: 'login' | 'verify'
}

/** A grant and how it stands. */
export interface CodeRecord extends CodeGrant {
  readonly serial: number
  readonly code: string
  readonly expiresAt: number
  used: boolean
}

/** Documented: five minutes. */
const lifeMs = 300_000
const remembered = 20_000
const codeLength = 43

/**
 * The one-time codes of the login pages: one use, five minutes, one app.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91022
 */
export class CodeBook {
  readonly #clock: Clock
  readonly #codes = new BoundedMap<string, CodeRecord>(remembered)
  #serial = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  issue(grant: CodeGrant): string {
    this.#serial += 1
    const code = randomText(codeLength)
    const expiresAt = this.#clock.now() + lifeMs
    this.#codes.set(code, { ...grant, code, serial: this.#serial, expiresAt, used: false })
    return code
  }

  find(code: string): CodeRecord | undefined {
    return this.#codes.get(code)
  }

  expired(record: CodeRecord): boolean {
    return record.expiresAt <= this.#clock.now()
  }

  /** Newest last. */
  list(): CodeRecord[] {
    return [...this.#codes.values()]
  }
}
