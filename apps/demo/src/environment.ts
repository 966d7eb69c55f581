/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** Reads variables and collects what is wrong with them, so that one start reports every mistake. */
export class EnvironmentReader {
  readonly #environment: Environment
  readonly #problems: string[] = []

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** What was found wrong so far. */
  get problems(): readonly string[] {
    return this.#problems
  }

  /** Notes a problem; `sentence` starts with the variable's name. */
  refuse(sentence: string): void {
    this.#problems.push(sentence)
  }

  /** The trimmed value; an empty one counts as absent, because `.env` files keep unused names with nothing behind `=`. */
  text(name: string): string | undefined {
    const value = this.#environment[name]?.trim()
    return value === '' ? undefined : value
  }

  /** The value, or a problem saying why it is needed. */
  required(name: string, why: string): string {
    const value = this.text(name)
    if (value === undefined) this.refuse(`${name} is missing: ${why}`)
    return value ?? ''
  }

  /** A whole number of a range; the fallback when there is none or another value. */
  integer<Fallback extends number | undefined>(
    name: string,
    { fallback, min, max }: { fallback: Fallback; min: number; max: number },
  ): number | Fallback {
    const value = this.text(name)
    if (value === undefined) return fallback
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= min && number <= max) return number
    this.refuse(`${name} must be a whole number from ${min} to ${max}, not "${value}"`)
    return fallback
  }

  /** One of a few words. */
  choice<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.text(name)
    if (value === undefined) return choices[0]
    const found = choices.find((choice) => choice === value)
    if (found === undefined) this.refuse(`${name} must be ${choices.join(' or ')}, not "${value}"`)
    return found ?? choices[0]
  }

  /** A text of a certain shape; `shape` names it, and the value is not repeated. */
  matching(name: string, pattern: RegExp, shape: string): string | undefined {
    const value = this.text(name)
    if (value !== undefined && !pattern.test(value)) this.refuse(`${name} must be ${shape}`)
    return value
  }

  /** One of WeCom's hosts: plain http, which would show the secret to everybody on the way, on this machine only. */
  origin(name: string): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const url = URL.parse(value)
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname))
    if (url !== null && safe && url.href === `${url.origin}/`) return url.origin
    this.refuse(
      `${name} must be an address such as https://qyapi.weixin.qq.com, without path; http:// works on this machine only`,
    )
    return undefined
  }

  /** An address without query and fragment; a trailing slash is dropped. The value is not repeated: it may hold a password. */
  url(name: string, protocols: readonly string[]): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const url = URL.parse(value)
    // Only a Redis is signed in to by its address: of a page's, everybody would see the password.
    const named = url !== null && `${url.username}${url.password}` !== '' && url.protocol.startsWith('http')
    if (url !== null && protocols.includes(url.protocol) && url.search === '' && url.hash === '' && !named) {
      return url.href.replace(/\/+$/, '')
    }
    this.refuse(
      `${name} must be an address that starts with ${protocols.join('// or ')}//, without query or fragment${named ? ', and without user and password' : ''}`,
    )
    return undefined
  }
}
