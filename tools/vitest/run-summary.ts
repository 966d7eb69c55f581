import type { Service } from 'test-support/services'

/** What one run of the tests came to. */
export interface RunCounts {
  readonly passed: number
  /** Failed tests, test files that could not be loaded, and errors outside of any test. */
  readonly failed: number
  /** Test file → number of its tests that did not run. */
  readonly skipped: ReadonlyMap<string, number>
}

/** The run in words, and whether skipped tests make it a failure. */
export interface RunSummary {
  readonly lines: readonly string[]
  readonly failed: boolean
}

/**
 * A skipped test is fine only where a program it needs is missing and nobody demanded that program: with
 * `REQUIRE_SERVICES=1`, or with every program there, a test that did not run is one that was silently switched off.
 */
export function summarizeRun(counts: RunCounts, missing: readonly Service[], required: boolean): RunSummary {
  if (counts.skipped.size === 0) return { lines: [], failed: false }
  const failed = required || missing.length === 0
  const names = missing.map(({ programs, debianPackage }) => `${programs[0]} (Debian: ${debianPackage})`)
  const why = missing.length === 0 ? 'although nothing is missing' : `missing here: ${names.join(', ')}`
  const total = [...counts.skipped.values()].reduce((sum, count) => sum + count, 0)
  return {
    lines: [
      `${failed ? 'FAILED' : 'SKIPPED'}: ${total} tests did not run, ${why}`,
      ...[...counts.skipped].map(([file, count]) => `  ${file}: ${count} skipped`),
    ],
    failed,
  }
}
