import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'
import { missingServices } from 'test-support/services'
import { type RunCounts, summarizeRun } from './run-summary.ts'

/**
 * Says loudly at the end which tests did not run and which program was missing, and with `TEST_SUMMARY_FILE` writes
 * `{ passed, failed, skipped }` there for `.ci/run`.
 */
export class ServicesReporter implements Reporter {
  #onlySomeTests = false

  onInit(vitest: Vitest): void {
    this.#onlySomeTests = vitest.config.watch || vitest.config.testNamePattern !== undefined
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    if (this.#onlySomeTests) return
    const counts = countTests(modules, unhandled.length)
    const summary = summarizeRun(counts, missingServices(), process.env['REQUIRE_SERVICES'] === '1')
    if (summary.lines.length > 0) process.stderr.write(`\n${summary.lines.join('\n')}\n`)
    if (summary.failed) process.exitCode = 1
    writeSummary(counts, summary.failed)
  }
}

function countTests(modules: readonly TestModule[], unhandledErrors: number): RunCounts {
  const skipped = new Map<string, number>()
  let passed = 0
  let failed = unhandledErrors
  for (const module of modules) {
    const file = `${module.project.name} ${module.relativeModuleId}`
    if (module.errors().length > 0) failed += 1
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') passed += 1
      else if (state === 'failed') failed += 1
      else skipped.set(file, (skipped.get(file) ?? 0) + 1)
    }
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failed += 1
  }
  return { passed, failed, skipped }
}

function writeSummary(counts: RunCounts, skipsFailed: boolean): void {
  const file = process.env['TEST_SUMMARY_FILE']
  if (file === undefined) return
  const skipped = [...counts.skipped.values()].reduce((sum, count) => sum + count, 0)
  const failed = counts.failed + (skipsFailed ? skipped : 0)
  writeFileSync(file, JSON.stringify({ passed: counts.passed, failed, skipped: skipsFailed ? 0 : skipped }))
}
