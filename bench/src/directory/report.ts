import { sameAnswers, type Measured } from './measure.ts'

const columns = [
  'strategy',
  'calls',
  'of DataLoader',
  'MB',
  'p50 ms',
  'p95 ms',
  'failed',
  'same answers',
  'plan µs',
  'tree+index+guesses',
]

/** Prints a workload's runs as a Markdown table. */
export function printWorkload(name: string, runs: readonly Measured[]): void {
  const [reference, loader] = runs
  if (reference === undefined || loader === undefined) return
  console.log(`\n### ${name}\n\n| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`)
  for (const run of runs) {
    const { same, of } = sameAnswers(run, reference)
    const cells = [
      run.strategy,
      run.calls,
      (run.calls / loader.calls).toFixed(3),
      Number.isNaN(run.megabytes) ? '' : run.megabytes.toFixed(2),
      run.p50.toFixed(0),
      run.p95.toFixed(0),
      run.failed,
      same === of ? 'all' : `${same} of ${of}`,
      run.batches >= 100 ? run.planningMicroseconds.toFixed(0) : '',
      run.overhead || '',
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
