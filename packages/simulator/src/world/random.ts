import { randomInt } from 'node:crypto'

/** Repeatable random numbers (mulberry32): a run with the same seed makes the same choices. */
export class Random {
  readonly seed: number
  #state: number

  constructor(seed: number = randomInt(2 ** 31)) {
    this.seed = seed
    this.#state = seed | 0
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A number in [min, max]. */
  between(min: number, max: number): number {
    return min + this.next() * (max - min)
  }

  /** A whole number in [0, end). */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  /** One of the items; throws on an empty list, which has none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new RangeError('pick() needs at least one item')
    return item
  }
}
