/**
 * `pnpm test`, `pnpm test:browser`, `pnpm test:paths`: the tests of every package as a task of its own. A task whose
 * files, dependencies and programs are as they were in a run that passed is not run again; what it counted then counts.
 * Arguments go to turbo (`--force` runs everything). `SUMMARY_FILE` receives `{ passed, failed, skipped }`.
 */
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { missingServices } from 'test-support/services'
import { repositoryRoot } from './support/repository.ts'
import { type TestProject, testProjects } from './vitest/projects.ts'
import { type ProjectSummary, readSummary, summaryFileOf } from './vitest/summary-files.ts'

const [step = 'test', ...args] = process.argv.slice(2)
const projects = testProjects.filter((project) => project.step === step)
const words = args.filter((arg) => !arg.startsWith('-'))
if (projects.length === 0) fail(`there is no step ${step}`)
if (words.length > 0) fail(`for some of the tests: npx -y pnpm@12 vitest run ${words.join(' ')}`)

const started = Date.now()
for (const project of projects) rmSync(fileOf(project), { force: true })
const exitCode = await runTasks()
const results = projects.map((project) => ({ project, summary: readSummary(fileOf(project)) }))
for (const { project, summary } of results) console.log(line(project, summary))

const passed = sum(({ passed: count }) => count)
const skipped = sum(({ skipped: count }) => count)
// A task without a summary has crashed, and an exit code may say more than the counts: each is one failure.
const counted =
  sum(({ failed: count }) => count) + results.filter(({ summary }) => summary === undefined).length
const failed = counted === 0 && exitCode !== 0 ? 1 : counted
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds(Date.now() - started)}`)
const summaryFile = process.env['SUMMARY_FILE']
if (summaryFile !== undefined) writeFileSync(summaryFile, JSON.stringify({ passed, failed, skipped }))
process.exitCode = failed === 0 ? 0 : 1

/** Twice as many processes as processors: tests wait for sockets a good part of their time. */
async function runTasks(): Promise<number> {
  const turbo = join(repositoryRoot, 'tools/turbo.ts')
  const tasks = [step, ...projects.flatMap(({ rootTask }) => rootTask ?? [])]
  const flags = ['--continue=always', '--output-logs=new-only', '--log-order=grouped']
  const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`
  const child = spawn(process.execPath, [turbo, 'run', ...tasks, ...flags, concurrency, ...args], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: {
      ...process.env,
      VITEST_MAX_WORKERS: process.env['VITEST_MAX_WORKERS'] ?? '2',
      // A result without Redis says nothing about a machine that has it.
      MISSING_PROGRAMS: missingServices()
        .map(({ debianPackage }) => debianPackage)
        .join(),
      // Many tests start programs of ours from source: their types are stripped once.
      NODE_COMPILE_CACHE: join(repositoryRoot, 'node_modules/.cache/compiled'),
    },
  })
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function fileOf({ root, name }: TestProject): string {
  return summaryFileOf(join(repositoryRoot, root), name)
}

function line({ name }: TestProject, summary: ProjectSummary | undefined): string {
  if (summary === undefined) return `${name.padEnd(28)} left no counts: 1 failed`
  const when = summary.endedAt < started ? 'as it was' : seconds(summary.seconds * 1000)
  return `${name.padEnd(28)} ${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped (${when})`
}

function sum(count: (summary: ProjectSummary) => number): number {
  return results.reduce((total, { summary }) => total + (summary === undefined ? 0 : count(summary)), 0)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
