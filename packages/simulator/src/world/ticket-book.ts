import { BoundedMap } from './bounded-map.ts'
import type { Clock } from './clock.ts'
import { randomText } from './random-text.ts'

const remembered = 20_000

/** Short-lived keys that stand for something: user tickets, tfa codes. */
export class TicketBook<T> {
  readonly #clock: Clock
  readonly #lifeMs: number
  readonly #length: number
  readonly #tickets = new BoundedMap<string, { value: T; expiresAt: number }>(remembered)

  constructor(clock: Clock, lifeMs: number, length: number) {
    this.#clock = clock
    this.#lifeMs = lifeMs
    this.#length = length
  }

  issue(value: T): string {
    const ticket = randomText(this.#length)
    this.#tickets.set(ticket, { value, expiresAt: this.#clock.now() + this.#lifeMs })
    return ticket
  }

  /** `undefined` when there never was such a ticket; `expired` tells a dead one apart. */
  find(ticket: string): { value: T; expired: boolean } | undefined {
    const found = this.#tickets.get(ticket)
    return found && { value: found.value, expired: found.expiresAt <= this.#clock.now() }
  }

  /** For tickets that work once. */
  use(ticket: string): void {
    this.#tickets.delete(ticket)
  }
}
