import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyRepository } from '../support/copy-repository.ts'
import { isRecord } from '../support/is-record.ts'
import { readText, repositoryRoot } from '../support/repository.ts'
import { type CommandResult, runCommand } from '../support/run-command.ts'
import { succeed } from '../support/succeed.ts'
import { type Cell, failedCell } from './cell.ts'

/** Peers of both ends of their ranges, as versions of the workspace's catalog. */
const ends: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  lowest: {
    '@apollo/server': '5.5.0',
    express: '5.0.0',
    express4: 'npm:express@4.21.0',
    graphql: '16.11.0',
    'graphql-yoga': '5.24.0',
    keyv: '5.6.0',
  },
  newest: {
    '@apollo/server': '^5.5.0',
    express: '^5.0.0',
    express4: 'npm:express@^4.21.0',
    graphql: '^16.11.0',
    'graphql-yoga': '^5.24.0',
    keyv: '^6.0.0',
  },
}

const suites = ['core', 'express-middleware', 'graphql']

/** Column names of {@link suiteRows}. */
export const suiteColumns: readonly string[] = ['peers', ...suites.map((name) => `tests of ${name}`)]

/** One row for each end of the peers' ranges: the packages' own tests with just these versions, passed and failed. */
export async function suiteRows(folder: string): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const [name, versions] of Object.entries(ends)) {
    const root = join(folder, `suites-${name}`)
    try {
      await copyRepository(repositoryRoot, root)
      pin(root, versions)
      await succeed('npx', ['-y', 'pnpm@12', 'update', '-r', ...Object.keys(versions)], { cwd: root })
      const cells: Cell[] = []
      for (const suite of suites) cells.push(await runSuite(root, suite))
      rows.push([`${name}: ${installed(root)}`, ...cells])
    } catch (error) {
      rows.push([name, failedCell(error), ...suites.slice(1).map(() => ({ text: '-', good: true }))])
    }
  }
  return rows
}

/** Writes the versions into the catalog, which every package of the workspace reads. */
function pin(root: string, versions: Readonly<Record<string, string>>): void {
  const file = join(root, 'pnpm-workspace.yaml')
  const lines = readFileSync(file, 'utf8').split('\n')
  const pinned = lines.map((line) => {
    const [, name = ''] = /^ {2}'?([@\w/-]+)'?: /.exec(line) ?? []
    const version = versions[name]
    return version === undefined ? line : `  '${name}': '${version}'`
  })
  writeFileSync(file, pinned.join('\n'))
}

async function runSuite(root: string, suite: string): Promise<Cell> {
  const summary = join(root, `${suite}.json`)
  const env = { SUMMARY_FILE: summary, NODE_OPTIONS: undefined }
  const result = await runCommand('npx', ['-y', 'pnpm@12', 'vitest', 'run', '--project', suite], {
    cwd: root,
    env,
  })
  return existsSync(summary)
    ? countsCell(JSON.parse(readFileSync(summary, 'utf8')), result)
    : failedCell(result.output)
}

function countsCell(summary: unknown, { exitCode, output }: CommandResult): Cell {
  const { passed, failed } = isRecord(summary) ? summary : {}
  const text = `${Number(passed)} passed, ${Number(failed)} failed`
  return { text, good: exitCode === 0, output: output.slice(output.indexOf('Failed Tests')) }
}

/** What is there now: `graphql 16.11.0, …`. */
function installed(root: string): string {
  const places = [
    ['@apollo/server', 'graphql'],
    ['express', 'express-middleware'],
    ['express4', 'express-middleware'],
    ['graphql', 'graphql'],
    ['graphql-yoga', 'graphql'],
    ['keyv', 'core'],
  ]
  return places
    .map(([name = '', owner = '']) => {
      const manifest: unknown = JSON.parse(
        readText(root, `packages/${owner}/node_modules/${name}/package.json`),
      )
      return `${name.replace(/4$/, '')} ${isRecord(manifest) ? String(manifest['version']) : '?'}`
    })
    .join(', ')
}
