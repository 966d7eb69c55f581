/** Time as the simulated WeCom sees it: the machine's time plus whatever a test added, or standing still. */
export class Clock {
  #offset = 0
  #frozenAt: number | undefined

  /** Milliseconds since 1970. */
  now(): number {
    return this.#frozenAt ?? Date.now() + this.#offset
  }

  /** Whole seconds since 1970, the unit of WeCom's own fields. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  advance(ms: number): void {
    this.#offset += ms
    if (this.#frozenAt !== undefined) this.#frozenAt += ms
  }

  /** From now on only {@link Clock.advance} moves the time. */
  freeze(): void {
    this.#frozenAt ??= this.now()
  }

  /** Time runs again from where it stood. */
  resume(): void {
    if (this.#frozenAt === undefined) return
    this.#offset = this.#frozenAt - Date.now()
    this.#frozenAt = undefined
  }

  get offsetMs(): number {
    return this.#frozenAt === undefined ? this.#offset : this.#frozenAt - Date.now()
  }

  get frozen(): boolean {
    return this.#frozenAt !== undefined
  }
}
