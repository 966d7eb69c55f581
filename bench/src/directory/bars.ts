import { sameAnswers, type Measured } from './measure.ts'

// A member who is moved between the question and the answer may be told either way.
const racing = new Set(['churn: an event a second'])

/** What the directory promises, held against the runs of a workload. */
export function checkBars(workload: string, runs: readonly Measured[]): string[] {
  const [naive, loader, cached, ...directories] = runs
  if (naive === undefined || loader === undefined || cached === undefined)
    return [`${workload}: a run is missing`]
  const broken: string[] = []
  const expect = (holds: boolean, what: string): void => {
    if (!holds) broken.push(`${workload}: ${what}`)
  }
  for (const run of directories) {
    const { same, of } = sameAnswers(run, naive)
    expect(same === of || (racing.has(workload) && same / of > 0.98), `${run.strategy} answered differently`)
    expect(run.calls - run.overhead <= cached.calls, `${run.strategy} made more calls than DataLoader + TTL`)
    // The first few batches of a process run code that is not compiled yet.
    if (run.batches >= 100) {
      expect(run.planningMicroseconds <= 100, `${run.strategy} planned for ${run.planningMicroseconds} µs`)
    }
  }
  const [learning, indexed] = directories
  if (learning !== undefined) {
    expect(
      learning.calls <= 1.05 * loader.calls,
      'lists were bought in advance for a page that is asked for once',
    )
    expect(learning.p50 <= 2 * loader.p50, 'readers wait twice as long as with DataLoader')
  }
  if (workload.startsWith('stream of 400') && learning !== undefined && indexed !== undefined) {
    expect(learning.calls <= 0.3 * loader.calls, 'more than 0.30 of DataLoader without an index')
    expect(indexed.calls <= 0.13 * loader.calls, 'more than 0.13 of DataLoader with the index')
  }
  return broken
}
