// Compiles the answers printed on WeCom's pages against our types, one by one, and tells how many fit. An answer that does
// not fit has to be in `unlikeItsTable` with the reason, and nothing else may be in there.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readRoutes } from './routes/facts.ts'
import { unlikeItsTable } from './routes/unlike-its-table.ts'

const packageFolder = new URL('../', import.meta.url)
// Inside of the package, so that what it imports is found.
const workFolder = new URL('node_modules/.cache/examples/', packageFolder)

/** One printed answer: names and kinds of values as on the page; texts are empty, large numbers are 1. */
interface Example {
  readonly route: string
  readonly answer: string
}

const examples = readExamples()
const misfits = compile(examples)
report(examples, misfits)

function readExamples(): readonly Example[] {
  const text = readFileSync(new URL('routes/example-answers.jsonl', import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [route, ...answers]: [string, ...object[]] = JSON.parse(line)
      return answers.map((answer) => ({ route, answer: JSON.stringify(answer) }))
    })
}

/** Routes with an answer that does not compile, each with what the compiler says. */
function compile(all: readonly Example[]): ReadonlyMap<string, string> {
  rmSync(workFolder, { recursive: true, force: true })
  mkdirSync(workFolder, { recursive: true })
  const head = "import type { RouteAnswer } from '../../../src/index.ts'"
  const lines = all.map(({ route, answer }) => `void (${answer} satisfies RouteAnswer<'${route}'>)`)
  writeFileSync(new URL('examples.ts', workFolder), [head, ...lines, ''].join('\n'))
  const config = { extends: '../../../tsconfig.json', include: [], files: ['examples.ts'] }
  writeFileSync(new URL('tsconfig.json', workFolder), JSON.stringify(config))
  const folder = fileURLToPath(workFolder)
  const { status, stdout } = spawnSync('tsc', ['--noEmit', '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const errors = [...stdout.matchAll(/^examples\.ts\((\d+),\d+\): error (.*(?:\n .*)*)/gm)]
  if (status !== 0 && errors.length === 0) throw new Error(`tsc did not run to its end:\n${stdout}`)
  return new Map(errors.map(([, line, text = '']) => [all[Number(line) - 2]?.route ?? '', text]))
}

function report(all: readonly Example[], misfitting: ReadonlyMap<string, string>): void {
  const routes = new Set(all.map(({ route }) => route))
  const excused = Object.keys(unlikeItsTable)
  const fitting = routes.size - misfitting.size
  const lines = [
    `${routes.size} of ${readRoutes().length} routes have an answer on their page (${all.length} different ones); ${fitting} type-check, ${misfitting.size} do not:`,
    ...[...misfitting.keys()].map((route) => `  ${route}: ${unlikeItsTable[route] ?? 'no reason known'}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  const problems = [
    ...[...misfitting].flatMap(([route, text]) => (excused.includes(route) ? [] : [`${route}: ${text}`])),
    ...excused.filter((route) => !misfitting.has(route)).map((route) => `${route} fits by now`),
  ]
  if (problems.length === 0) return
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exitCode = 1
}
