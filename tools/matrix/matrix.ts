/**
 * `pnpm matrix`: the packed packages with compilers, test runners, bundlers, runtimes and peers that users have, as one
 * table. Needs the npm registry. `pnpm matrix types runners` makes two of its parts. Exits with 1 when something is not
 * what we promise.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packPackages } from '../support/pack-packages.ts'
import { printTable } from 'test-support/print-table'
import { repositoryRoot } from '../support/repository.ts'
import { succeed } from '../support/succeed.ts'
import { bundlerColumns, bundlerRows } from './bundler-cells.ts'
import { type Cell, failedCell } from './cell.ts'
import { clientRows } from './client-cells.ts'
import { exampleColumns, exampleRows } from './example-cells.ts'
import { hostColumns, hostRows } from './host-cells.ts'
import { installColumns, installRows } from './install-cells.ts'
import { peerRows } from './peer-cells.ts'
import { runnerRows } from './runner-cells.ts'
import { runtimeColumns, runtimeRows } from './runtime-cells.ts'
import { suiteColumns, suiteRows } from './suite-cells.ts'
import { summarize } from './summarize.ts'
import { typeColumns, typeRows } from './type-cells.ts'

type Row = readonly [string, ...Cell[]]

interface Part {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: (folder: string, tarballs: readonly string[]) => Promise<readonly Row[]>
}

const parts: Readonly<Record<string, Part>> = {
  types: { title: 'TypeScript, loose and strictest', columns: typeColumns, rows: typeRows },
  runners: { title: 'Test runner', columns: ['runner', 'runs'], rows: runnerRows },
  bundlers: { title: 'Bundler', columns: bundlerColumns, rows: bundlerRows },
  runtimes: { title: 'Runtime', columns: runtimeColumns, rows: runtimeRows },
  peers: { title: 'Peers', columns: ['peers', 'signs in and answers'], rows: peerRows },
  suites: { title: 'Own tests', columns: suiteColumns, rows: suiteRows },
  install: { title: 'Install lines', columns: installColumns, rows: installRows },
  examples: { title: 'Example', columns: exampleColumns, rows: exampleRows },
  hosts: { title: 'Host', columns: hostColumns, rows: hostRows },
  clients: { title: 'GraphQL client', columns: ['client', 'runs'], rows: clientRows },
}

const folder = mkdtempSync(join(tmpdir(), 'wecom-kit-matrix-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const asked = process.argv.slice(2)
const unknown = asked.find((name) => parts[name] === undefined)
if (unknown !== undefined)
  throw new Error(`there is no part ${unknown}: ${Object.keys(parts).join(', ')} are there`)
const tarballs = await packAll()
const lines: (readonly string[])[] = []
for (const [name, part] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) lines.push(...(await linesOf(name, part)))
printTable('The packages with what users have', ['', 'with', 'result'], lines)

async function linesOf(
  name: string,
  { title, columns, rows }: Part,
): Promise<readonly (readonly string[])[]> {
  const started = performance.now()
  const table = await rows(folder, tarballs).catch((error: unknown): readonly Row[] => [
    ['-', failedCell(error)],
  ])
  for (const [first, ...cells] of table) report(first, cells)
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
  return table.map(([first, ...cells]) => [title, first, summarize(columns.slice(1), cells)])
}

function report(row: string, cells: readonly Cell[]): void {
  for (const { good, output } of cells) {
    if (good) continue
    process.exitCode = 1
    console.error(`\n${row}:\n${output?.slice(0, 6000)}`)
  }
}

async function packAll(): Promise<readonly string[]> {
  const build = [join(repositoryRoot, 'tools/turbo.ts'), 'run', 'build', '--filter=./packages/*']
  await succeed(process.execPath, build, { cwd: repositoryRoot })
  return packPackages(repositoryRoot, join(folder, 'tarballs'))
}
