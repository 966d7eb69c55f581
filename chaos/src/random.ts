/** Draws that a seed repeats (mulberry32). */
export interface Random {
  /** From 0, below 1. */
  next(): number
  /** A whole number below `limit`. */
  below(limit: number): number
  /** A seed for draws of their own. */
  seed(): number
  /** One of a list that is not empty. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** A copy in another order. */
  shuffle<Item>(items: readonly Item[]): Item[]
}

/** Draws of a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    seed: () => below(2 ** 31),
    pick: (items) => items[below(items.length)] ?? items[0],
    shuffle(items) {
      const left = [...items]
      return items.flatMap(() => left.splice(below(left.length), 1))
    },
  }
}
