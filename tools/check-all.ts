/**
 * `pnpm check`: lint, format, build, types and every check of this folder, one line each. It goes on after a failure, so
 * that one run shows everything, and exits with 1 when anything failed. `SUMMARY_FILE` receives the counts.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBoundaries } from './check-boundaries.ts'
import { checkChangesets } from './check-changesets.ts'
import { checkDecisions } from './check-decisions.ts'
import { checkDependencies } from './check-dependencies.ts'
import { checkDocBlocks } from './check-doc-blocks.ts'
import { checkErrorDocs } from './check-error-docs.ts'
import { checkExports } from './check-exports.ts'
import { checkFacts } from './check-facts.ts'
import { checkLinks } from './check-links.ts'
import { checkMachinePaths } from './check-machine-paths.ts'
import { checkMap } from './check-map.ts'
import { checkOptionTables } from './check-option-tables.ts'
import { checkOptionTypes } from './check-option-types.ts'
import { checkPack } from './check-pack.ts'
import { checkManifests } from './check-manifests.ts'
import { checkReadmePairs } from './check-readme-pairs.ts'
import { checkShellBlocks } from './check-shell-blocks.ts'
import { checkShortcuts } from './check-shortcuts.ts'
import { checkSignInErrorDocs } from './check-sign-in-error-docs.ts'
import { checkThreatModel } from './check-threat-model.ts'
import { checkWorkflows } from './check-workflows.ts'
import { repositoryRoot } from './support/repository.ts'
import { runCommand } from './support/run-command.ts'

interface Check {
  readonly name: string
  readonly run: () => readonly string[] | Promise<readonly string[]>
}

const checks: readonly Check[] = [
  { name: 'lint', run: () => problemsOfCommand('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', run: () => problemsOfCommand('oxfmt', ['--check']) },
  { name: 'build, publint, attw', run: () => turbo('build') },
  { name: 'types', run: () => turbo('typecheck') },
  { name: 'types of the root', run: () => problemsOfCommand('tsc', ['--noEmit', '-p', 'tools']) },
  {
    name: 'dead code and dependencies',
    run: () => problemsOfCommand('knip', ['--no-progress', '--no-config-hints']),
  },
  { name: 'boundaries', run: () => checkBoundaries(repositoryRoot) },
  { name: 'manifests of the packages', run: () => checkManifests(repositoryRoot) },
  { name: 'SDL and its copy', run: () => node('packages/graphql/tools/write-type-defs.ts', '--check') },
  { name: 'SDL against the published one', run: () => node('packages/graphql/tools/check-schema.ts') },
  {
    name: 'schema reference',
    run: () => node('packages/graphql/tools/write-schema-reference.ts', '--check'),
  },
  { name: 'routes and their types', run: () => node('packages/core/tools/write-routes.ts', '--check') },
  { name: 'answers printed on the pages', run: () => node('packages/core/tools/check-examples.ts') },
  { name: 'routes of the command line', run: () => node('packages/cli/tools/write-routes.ts', '--check') },
  { name: 'coverage pages', run: () => node('tools/write-coverage.ts', '--check') },
  { name: 'exported names', run: () => checkExports(repositoryRoot) },
  { name: 'packed packages', run: () => checkPack(repositoryRoot) },
  { name: 'options and their tables', run: () => checkOptionTables(repositoryRoot) },
  { name: 'options take undefined', run: () => checkOptionTypes(repositoryRoot) },
  { name: 'doc blocks', run: () => checkDocBlocks(repositoryRoot) },
  { name: 'error codes explained', run: () => checkErrorDocs(repositoryRoot) },
  { name: 'sign-in codes explained', run: () => checkSignInErrorDocs(repositoryRoot) },
  { name: 'pages in two languages', run: () => checkReadmePairs(repositoryRoot) },
  { name: 'links and file names in pages', run: () => checkLinks(repositoryRoot) },
  { name: 'facts about WeCom in their room', run: () => checkFacts(repositoryRoot) },
  { name: 'site, dead links', run: () => node('site/src/build.ts') },
  {
    name: 'site, questions',
    run: () => problemsOfCommand('vitest', ['run', '--config', 'site/vitest.config.ts']),
  },
  { name: 'map of the repository', run: () => checkMap(repositoryRoot) },
  { name: 'commands in pages', run: () => checkShellBlocks(repositoryRoot) },
  { name: 'threat model', run: () => checkThreatModel(repositoryRoot) },
  { name: 'workflows', run: () => checkWorkflows(repositoryRoot) },
  { name: 'changesets', run: () => checkChangesets(repositoryRoot) },
  { name: 'dependencies explained', run: () => checkDependencies(repositoryRoot) },
  { name: 'decisions', run: () => checkDecisions(repositoryRoot) },
  { name: 'machine paths', run: () => checkMachinePaths(repositoryRoot) },
  { name: 'shortcuts', run: () => checkShortcuts(repositoryRoot) },
]

const failed: string[] = []
for (const { name, run } of checks) {
  const started = performance.now()
  const problems = await problemsOf(run)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  for (const problem of problems) console.log(`     ${problem.replaceAll('\n', '\n     ')}`)
  if (problems.length > 0) failed.push(name)
}

const passed = checks.length - failed.length
// The names again: a log is read from its end.
console.log(
  `\n${passed} checks passed, ${failed.length} failed${failed.length === 0 ? '' : `: ${failed.join(' · ')}`}`,
)
const summaryFile = process.env['SUMMARY_FILE']
if (summaryFile !== undefined)
  writeFileSync(summaryFile, JSON.stringify({ passed, failed: failed.length, skipped: 0 }))
process.exitCode = failed.length === 0 ? 0 : 1

/** A check that throws is a failed check, and the others still run. */
async function problemsOf(run: Check['run']): Promise<readonly string[]> {
  try {
    return await run()
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

async function problemsOfCommand(program: string, args: readonly string[]): Promise<readonly string[]> {
  const { exitCode, output } = await runCommand(program, args, { cwd: repositoryRoot })
  return exitCode === 0 ? [] : [output.trim()]
}

function turbo(task: string): Promise<readonly string[]> {
  return node('tools/turbo.ts', 'run', task, '--output-logs=errors-only')
}

function node(script: string, ...args: readonly string[]): Promise<readonly string[]> {
  return problemsOfCommand(process.execPath, [join(repositoryRoot, script), ...args])
}
