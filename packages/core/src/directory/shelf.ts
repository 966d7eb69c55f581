/** Something that may have to leave the memory. */
export interface Shelved {
  /** When WeCom said it. */
  readonly at: number
  /** How often it was read since. */
  uses: number
  /** Where it stands; -1 while it must not leave. */
  place: number
}

const looksAt = 8

/**
 * Chooses what leaves a full memory: of a few that stand around, the one that was read least since it was fetched.
 * Least-recently-used would forget everything that is read in a circle,
 * just before it is read again; here most of the circle stays.
 */
export class Shelf<Item extends Shelved> {
  readonly #items: Item[] = []
  #hand = 0

  get size(): number {
    return this.#items.length
  }

  add(item: Item): void {
    if (item.place >= 0) return
    item.place = this.#items.length
    this.#items.push(item)
  }

  remove(item: Item): void {
    const last = this.#items.at(-1)
    if (item.place < 0 || last === undefined) return
    this.#items[item.place] = last
    last.place = item.place
    this.#items.pop()
    item.place = -1
  }

  /**
   * What should leave so that `newcomer` may stay, possibly itself. What is past its use leaves first.
   *
   * @param favoured whether the newcomer stays among equals
   */
  victim(newcomer: Item, favoured: boolean, isPast: (item: Item) => boolean): Item {
    let least: Item = newcomer
    let score = favoured ? newcomer.uses + 0.5 : newcomer.uses
    for (let looked = 0; looked < looksAt && looked < this.#items.length; looked += 1) {
      const item = this.#next()
      if (item === undefined || item === newcomer) continue
      const itsScore = isPast(item) ? -1 : item.uses
      if (itsScore >= score) continue
      least = item
      score = itsScore
    }
    return least
  }

  #next(): Item | undefined {
    this.#hand = (this.#hand + 1) % this.#items.length
    return this.#items[this.#hand]
  }
}
