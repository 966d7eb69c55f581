import { WecomAuthError, type IssuedToken } from '@wecom-kit/core'

/** What a repeated gettoken answers; WeCom's documents do not say, and reports contradict each other. */
export type Reading = 'remaining' | 'full' | 'renew' | 'rotate'

export const readings: readonly Reading[] = ['remaining', 'full', 'renew', 'rotate']
export const lifeMs: number = 7_200_000

interface LiveToken {
  token: string
  endsAt: number
}

/** WeCom as far as tokens go: it issues, ends, revokes and refuses them. Its clock is the monotonic one. */
export class SimulatedWecom {
  readonly reading: Reading
  gettokens = 0
  refusals = 0
  /** Every token ever issued, with its secret. */
  readonly issued: Map<string, string> = new Map()
  readonly #live = new Map<string, LiveToken[]>()
  readonly #secrets = new Set<string>()
  #count = 0

  constructor(reading: Reading, secret: string) {
    this.reading = reading
    this.#secrets.add(secret)
  }

  /** Accepts a secret, or stops accepting it. */
  setSecret(secret: string, valid: boolean): void {
    if (valid) this.#secrets.add(secret)
    else this.#secrets.delete(secret)
  }

  knows(secret: string): boolean {
    return this.#secrets.has(secret)
  }

  gettoken(secret: string): IssuedToken {
    this.gettokens += 1
    if (!this.#secrets.has(secret)) {
      throw new WecomAuthError('bad secret', { errcode: 40001, errmsg: '', reason: 'credential' })
    }
    const now = performance.now()
    const live = (this.#live.get(secret) ?? []).filter(({ endsAt }) => endsAt > now)
    const [current] = live
    if (current === undefined || this.reading === 'rotate') return this.#issue(secret, live)
    if (this.reading === 'renew') current.endsAt = now + lifeMs
    const left = this.reading === 'remaining' ? Math.floor((current.endsAt - now) / 1000) : lifeMs / 1000
    return { token: current.token, expiresIn: left }
  }

  /** Whether an API call with this token is let in. */
  accepts(token: string): boolean {
    const now = performance.now()
    const live = [...this.#live.values()].flat()
    if (live.some((candidate) => candidate.token === token && candidate.endsAt > now)) return true
    this.refusals += 1
    return false
  }

  /** Ends all live tokens early. */
  revoke(): void {
    this.#live.clear()
  }

  #issue(secret: string, others: LiveToken[]): IssuedToken {
    this.#count += 1
    const token = `token${this.#count}`
    this.issued.set(token, secret)
    this.#live.set(secret, [{ token, endsAt: performance.now() + lifeMs }, ...others])
    return { token, expiresIn: lifeMs / 1000 }
  }
}
