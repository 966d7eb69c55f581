// The facts of WeCom's API are one JSON file; the types are written from it, one file per area of WeCom's documents.
// With --check nothing is written, and a file that differs is a failure.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readAreas, readRoutes } from './routes/facts.ts'
import { pagedRoutes } from './routes/paged.ts'
import { printArea, printIndex } from './routes/print-area.ts'
import { printPaged } from './routes/print-paged.ts'
import { printTraits } from './routes/print-traits.ts'

const folder = new URL('../src/wecom/routes/', import.meta.url)
const areasFolder = new URL('areas/', folder)

const wanted = wantedFiles()
if (process.argv.includes('--check')) check(wanted)
else write(wanted)

function wantedFiles(): ReadonlyMap<string, string> {
  const names = readAreas()
  const routes = readRoutes()
  const byArea = Map.groupBy(routes, ({ area }) => area)
  const files = new Map<string, string>()
  for (const [area, ofArea] of byArea) {
    const name = names[area]
    if (name === undefined) throw new Error(`tools/routes/areas.json has no names for the area ${area}`)
    files.set(`areas/${area}.ts`, printArea(name, area, ofArea))
  }
  files.set('wecom-routes.ts', printIndex([...byArea.keys()]))
  files.set('paged-routes.ts', printPaged(pagedRoutes(routes)))
  files.set('route-traits.ts', printTraits(routes))
  return files
}

function write(files: ReadonlyMap<string, string>): void {
  rmSync(areasFolder, { recursive: true, force: true })
  mkdirSync(areasFolder, { recursive: true })
  for (const [file, text] of files) writeFileSync(new URL(file, folder), text)
}

function check(files: ReadonlyMap<string, string>): void {
  const stale = [...files].filter(([file, text]) => textOf(file) !== text).map(([file]) => file)
  const left = readdirSync(areasFolder)
    .map((file) => `areas/${file}`)
    .filter((file) => !files.has(file))
  if (stale.length + left.length === 0) return
  const list = [...stale, ...left].join(', ')
  process.stderr.write(
    `packages/core/src/wecom/routes differs from its facts (${list}): run packages/core/tools/write-routes.ts\n`,
  )
  process.exitCode = 1
}

function textOf(file: string): string | undefined {
  const url = new URL(file, folder)
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined
}
