/**
 * What fetching members of a department one by one has cost within one lifetime of their answers. Once that is the
 * price of the whole list, the list is bought: never more than twice what knowing the future would have cost.
 */
export class RentBook {
  readonly #ttl: number
  readonly #accounts = new Map<number, { since: number; spent: number }>()

  constructor(ttl: number) {
    this.#ttl = ttl
  }

  spent(department: number, now: number): number {
    const account = this.#accounts.get(department)
    return account === undefined || now - account.since >= this.#ttl ? 0 : account.spent
  }

  pay(department: number, amount: number, now: number): void {
    const spent = this.spent(department, now)
    const since = spent === 0 ? now : (this.#accounts.get(department)?.since ?? now)
    this.#accounts.set(department, { since, spent: spent + amount })
  }

  bought(department: number): void {
    this.#accounts.delete(department)
  }
}
