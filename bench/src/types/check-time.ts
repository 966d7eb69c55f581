import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { median } from '../support/median.ts'
import { printTable } from 'test-support/print-table'

const core = new URL('../../../packages/core/', import.meta.url)
// Below bench's own modules, so that what core's declarations import is found.
const folder = new URL('../../node_modules/.cache/types/', import.meta.url)
const runs = 9

interface Program {
  readonly name: string
  readonly declarations: 'with' | 'without'
  readonly text: string
}

interface Cost {
  readonly seconds: number
  readonly megabytes: number
}

/** What the typed routes cost `tsc`: time and memory, for who uses them and for who does not. Needs a build. */
export function checkTime(): void {
  rmSync(folder, { recursive: true, force: true })
  layOut('with')
  layOut('without')
  const typed = readFileSync(new URL('test/types/typed-routes.test-d.ts', core), 'utf8')
  const routes = new Set(
    [...typed.matchAll(/'((?:GET|POST) \/cgi-bin\/[\w/]+)'/g)].map(([, route = '']) => route),
  )
  const untyped = programWithoutTypes([...routes])
  const programs: readonly Program[] = [
    { name: 'own types, declarations without routes', declarations: 'without', text: untyped },
    { name: 'own types', declarations: 'with', text: untyped },
    { name: `typed, ${routes.size} routes`, declarations: 'with', text: typed },
  ]
  for (const [index, program] of programs.entries()) writeProgram(index, program)
  const rows = programs.map(({ name }) => ({ name, costs: [] as Cost[] }))
  // Turn by turn, so that a busy moment meets all of them.
  for (let run = 0; run < runs; run += 1)
    for (const [index, row] of rows.entries()) row.costs.push(compile(index))
  printTable(
    `tsc over one program, median of ${runs}`,
    ['program', 'seconds', 'more than the first', 'memory MB'],
    rows.map(({ name, costs }) => {
      const [seconds, first] = [costs, rows[0]?.costs ?? []].map((all) =>
        median(all.map((cost) => cost.seconds)),
      )
      const megabytes = median(costs.map((cost) => cost.megabytes))
      return [name, String(seconds), ((seconds ?? 0) - (first ?? 0)).toFixed(2), megabytes.toFixed(0)]
    }),
  )
}

/** A copy of core's declarations; `without` has no route in it. */
function layOut(kind: 'with' | 'without'): void {
  const target = new URL(`${kind}/node_modules/@wecom-kit/core/`, folder)
  mkdirSync(target, { recursive: true })
  cpSync(fileURLToPath(new URL('package.json', core)), fileURLToPath(new URL('package.json', target)))
  cpSync(fileURLToPath(new URL('dist', core)), fileURLToPath(new URL('dist', target)), { recursive: true })
  if (kind === 'with') return
  for (const file of readdirSync(new URL('dist/', target)).filter((name) => name.endsWith('.d.ts'))) {
    const url = new URL(`dist/${file}`, target)
    writeFileSync(url, withoutRoutes(readFileSync(url, 'utf8')))
  }
}

function withoutRoutes(declarations: string): string {
  return declarations
    .replace(/^interface (?!Paged)\w+Routes \{\n[^]*?^\}\n/gm, '')
    .replace(/^interface WecomRoutes extends [^{]*\{\}/m, 'interface WecomRoutes {}')
}

function programWithoutTypes(routes: readonly string[]): string {
  const calls = routes.map((route) => `  await wecom.request<{ id: string }>('${route}')`)
  return `import { createWecomClient } from '@wecom-kit/core'
const wecom = createWecomClient({ corpId: 'ww1', agentId: 1, secret: 's' })
export async function calls(): Promise<void> {
${calls.join('\n')}
}
`
}

function writeProgram(index: number, { declarations, text }: Program): void {
  const place = new URL(`${declarations}/${index}/`, folder)
  mkdirSync(place, { recursive: true })
  writeFileSync(new URL('program.ts', place), text)
  const { compilerOptions } = JSON.parse(
    readFileSync(new URL('../../../tsconfig.base.json', import.meta.url), 'utf8'),
  )
  const config = {
    compilerOptions: { ...compilerOptions, customConditions: [] },
    files: [`${declarations}/${index}/program.ts`],
  }
  writeFileSync(new URL(`tsconfig.${index}.json`, folder), JSON.stringify(config))
}

function compile(index: number): Cost {
  const args = ['-p', `tsconfig.${index}.json`, '--extendedDiagnostics']
  const { status, stdout } = spawnSync('tsc', args, { cwd: fileURLToPath(folder), encoding: 'utf8' })
  const seconds = Number(/Total time:\s+([\d.]+)s/.exec(stdout)?.[1])
  const kilobytes = Number(/Memory used:\s+(\d+)K/.exec(stdout)?.[1])
  if (status !== 0 || Number.isNaN(seconds + kilobytes)) throw new Error(`tsc failed:\n${stdout}`)
  return { seconds, megabytes: kilobytes / 1024 }
}
