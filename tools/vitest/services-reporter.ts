import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'
import { missingServices } from 'test-support/services'
import { type RunCounts, summarizeRun } from './run-summary.ts'
import { summaryFileOf } from './summary-files.ts'

/**
 * Says loudly at the end which tests did not run and which program was missing, and leaves the counts of every project
 * behind for `tools/run-tests.ts`. With `SUMMARY_FILE` their sum is written there, for `.ci/run`.
 */
export class ServicesReporter implements Reporter {
  #onlySomeTests = false
  #started = 0

  onInit(vitest: Vitest): void {
    this.#onlySomeTests = vitest.config.watch || vitest.config.testNamePattern !== undefined
    this.#started = Date.now()
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    if (this.#onlySomeTests) return
    const endedAt = Date.now()
    const seconds = (endedAt - this.#started) / 1000
    for (const [name, { root, modules: own }] of byProject(modules))
      write(summaryFileOf(root, name), { ...judge(countTests(own, unhandled.length)), seconds, endedAt })
    const total = judge(countTests(modules, unhandled.length))
    if (total.lines.length > 0) process.stderr.write(`\n${total.lines.join('\n')}\n`)
    if (total.skipsFailed) process.exitCode = 1
    const summaryFile = process.env['SUMMARY_FILE']
    if (summaryFile !== undefined) write(summaryFile, total)
  }
}

interface Judged {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly lines: readonly string[]
  readonly skipsFailed: boolean
}

/** Skipped tests that should have run are failed ones. */
function judge(counts: RunCounts): Judged {
  const required = process.env['REQUIRE_SERVICES'] === '1'
  const { lines, failed: skipsFailed } = summarizeRun(counts, missingServices(), required)
  const skipped = [...counts.skipped.values()].reduce((sum, count) => sum + count, 0)
  const failed = counts.failed + (skipsFailed ? skipped : 0)
  return { passed: counts.passed, failed, skipped: skipsFailed ? 0 : skipped, lines, skipsFailed }
}

function write(file: string, { passed, failed, skipped, ...rest }: Summary): void {
  mkdirSync(dirname(file), { recursive: true })
  const { seconds, endedAt } = rest
  writeFileSync(file, JSON.stringify({ passed, failed, skipped, seconds, endedAt }))
}

interface Summary {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds?: number
  readonly endedAt?: number
}

type Own = { readonly root: string; readonly modules: TestModule[] }

function byProject(modules: readonly TestModule[]): ReadonlyMap<string, Own> {
  const projects = new Map<string, Own>()
  for (const module of modules) {
    const { name, config } = module.project
    const own = projects.get(name) ?? { root: config.root, modules: [] }
    own.modules.push(module)
    projects.set(name, own)
  }
  return projects
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
