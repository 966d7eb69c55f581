import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isRecord } from '../support/is-record.ts'
import { repositoryRoot } from '../support/repository.ts'
import { runCommand } from '../support/run-command.ts'
import { type Cell, cellOf, failedCell } from './cell.ts'

/** Column names of {@link exampleRows}. */
export const exampleColumns: readonly string[] = [
  'example',
  'signs in, answers GraphQL',
  'from install to there',
]

/**
 * One row for each example: a copy of its folder, installed by npm from the tarballs and started as its README tells, and
 * how long that takes, from `npm install` to a signed-in page and an answer of GraphQL.
 */
export async function exampleRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const examples = join(repositoryRoot, 'examples')
  const names = readdirSync(examples).filter((name) => existsSync(join(examples, name, 'package.json')))
  const rows: [string, ...Cell[]][] = []
  for (const name of names) rows.push([name, ...(await tryExample(folder, dirname(tarballs[0] ?? ''), name))])
  return rows
}

async function tryExample(folder: string, tarballs: string, name: string): Promise<readonly Cell[]> {
  const times = join(folder, `times-of-${name}.jsonl`)
  const args = ['vitest', 'run', '--config', 'examples/vitest.config.ts', ...testOf(name)]
  const env = { EXAMPLES_TARBALLS: tarballs, EXAMPLES_TIMES: times }
  const result = await runCommand('pnpm', args, { cwd: repositoryRoot, env })
  // Without a time no test has run, whatever the exit code says.
  if (!existsSync(times)) return [failedCell(result.output), { text: '-', good: true }]
  return [cellOf(result), { text: `${minutesIn(readFileSync(times, 'utf8'))} minutes`, good: true }]
}

/** The pages of these sign in by themselves, so that only a browser can follow their README. */
function testOf(name: string): readonly string[] {
  const needsBrowser = ['login-panel', 'spa-vue'].includes(name)
  return needsBrowser ? ['test/browser.test.ts', '-t', `on localhost.*${name}:`] : [`test/${name}.test.ts`]
}

/** Of the first line: a second test of the same example finds npm's cache warm. */
function minutesIn(lines: string): string {
  const first: unknown = JSON.parse(lines.split('\n', 1)[0] ?? '{}')
  const seconds = isRecord(first) ? Number(first['seconds']) : Number.NaN
  return (seconds / 60).toFixed(2)
}
