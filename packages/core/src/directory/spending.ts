const start = 12
const most = 64
const getsPerCredit = 32
const longestRest = 8

/**
 * What was spent on finding out, and what may be spent next.
 *
 * Guesses: a member of an unknown department came, fetch that department for whoever is asked for next. Each costs a
 * call and must pay for itself: every member later served from it, who would have been a user/get, earns one more.
 * However the questions are chosen, the loss is at most 64 calls, plus one per 32 user/get.
 *
 * Rent: what fetching members of one department one by one has cost within a lifetime of their answers. Once that is
 * the price of the list, the list is bought: never more than twice what knowing the future would have cost.
 */
export class Spending {
  /** Calls made on a guess. */
  guesses = 0
  readonly #ttl: number
  readonly #rents = new Map<number, { since: number; spent: number }>()
  #credit = start
  #lookUps = 0
  #rest = 0
  #failures = 0

  constructor(ttl: number) {
    this.#ttl = ttl
  }

  /** A member nobody knew a department of was found: a chance to be wrong now and then keeps us learning. */
  lookedUp(): void {
    this.#lookUps += 1
    if (this.#lookUps % getsPerCredit === 0) this.earn()
  }

  /** A guess brought somebody. */
  earn(): void {
    this.#credit = Math.min(most, this.#credit + 1)
  }

  /** A guess for members who are waiting spends what there is; one for the future only what others earned. */
  takeGuess(waiting: boolean): boolean {
    if (this.#credit <= (waiting ? 0 : start)) return false
    this.#credit -= 1
    this.guesses += 1
    return true
  }

  /** Whether a batch should fetch a few of its unknown members first: not for a while after that brought nothing twice. */
  mayProbe(): boolean {
    if (this.#rest === 0) return this.#credit > 0
    this.#rest -= 1
    return false
  }

  probed(worked: boolean): void {
    this.#failures = worked ? 0 : this.#failures + 1
    this.#rest = worked ? 0 : Math.min(2 ** (this.#failures - 1) - 1, longestRest)
  }

  rent(department: number, now: number): number {
    const account = this.#rents.get(department)
    return account === undefined || now - account.since >= this.#ttl ? 0 : account.spent
  }

  payRent(department: number, amount: number, now: number): void {
    const spent = this.rent(department, now)
    const since = spent === 0 ? now : (this.#rents.get(department)?.since ?? now)
    this.#rents.set(department, { since, spent: spent + amount })
  }

  bought(department: number): void {
    this.#rents.delete(department)
  }
}
