/**
 * `pnpm matrix`: the packed packages with compilers, test runners, bundlers, Nodes and peers that users have. Needs the
 * npm registry. `pnpm matrix types` makes one table. Exits with 1 when a cell is not what we promise.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPackages } from '../support/packages.ts'
import { printTable } from '../support/print-table.ts'
import { repositoryRoot } from '../support/repository.ts'
import { succeed } from '../support/succeed.ts'
import { bundlerColumns, bundlerRows } from './bundler-cells.ts'
import type { Cell } from './cell.ts'
import { exampleColumns, exampleRows } from './example-cells.ts'
import { nodeColumns, nodeRows } from './node-cells.ts'
import { peerRows } from './peer-cells.ts'
import { runnerRows } from './runner-cells.ts'
import { typeColumns, typeRows } from './type-cells.ts'

interface Part {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: (
    folder: string,
    tarballs: readonly string[],
  ) => Promise<readonly (readonly [string, ...Cell[]])[]>
}

const parts: Readonly<Record<string, Part>> = {
  types: { title: 'TypeScript × modules', columns: typeColumns, rows: typeRows },
  runners: { title: 'Test runners', columns: ['runner', 'runs'], rows: runnerRows },
  bundlers: { title: 'Bundlers', columns: bundlerColumns, rows: bundlerRows },
  nodes: { title: 'Node', columns: nodeColumns, rows: nodeRows },
  peers: { title: 'Both ends of the peers', columns: ['peers', 'signs in and answers'], rows: peerRows },
  examples: { title: 'Examples, from the tarballs', columns: exampleColumns, rows: exampleRows },
}

const folder = mkdtempSync(join(tmpdir(), 'wecom-kit-matrix-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const tarballs = await packAll()
const asked = process.argv.slice(2)
for (const [name, { title, columns, rows }] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const table = await rows(folder, tarballs)
  printTable(
    title,
    columns,
    table.map(([first, ...cells]) => [first, ...cells.map(({ text }) => text)]),
  )
  for (const [first, ...cells] of table) report(first, cells)
}

function report(row: string, cells: readonly Cell[]): void {
  for (const { good, output } of cells) {
    if (good) continue
    process.exitCode = 1
    console.error(`\n${row}:\n${output?.slice(0, 3000)}`)
  }
}

async function packAll(): Promise<readonly string[]> {
  await succeed(
    process.execPath,
    [join(repositoryRoot, 'tools/turbo.ts'), 'run', 'build', '--filter=./packages/*'],
    {
      cwd: repositoryRoot,
    },
  )
  const place = join(folder, 'tarballs')
  mkdirSync(place)
  for (const workspacePackage of readPackages(repositoryRoot))
    await succeed('pnpm', ['pack', '--pack-destination', place], {
      cwd: join(repositoryRoot, workspacePackage.folder),
    })
  return readdirSync(place).map((name) => join(place, name))
}
