/**
 * How many times as long a text of ten times the size takes, in CPU. Linear work is about 10, quadratic about 100; runs
 * too short to be measured count as half a millisecond. The fastest of five runs each: what else a busy machine does, it
 * does not do five times in a row.
 */
export function growth(work: (text: string) => unknown, piece: string, size = 30_000): number {
  const cost = (length: number): number => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    return Math.min(...Array.from({ length: 5 }, () => microsecondsOf(() => work(text))))
  }
  return cost(10 * size) / Math.max(cost(size), shortest)
}

/** Above it work grows faster than its input. */
export const linear = 40

const shortest = 500

/** Refusing is an outcome like any other: what counts is how long it took. */
function microsecondsOf(work: () => unknown): number {
  const before = process.cpuUsage()
  try {
    work()
  } catch {
    // See above.
  }
  const { system, user } = process.cpuUsage(before)
  return user + system
}
