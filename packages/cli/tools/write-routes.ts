/** Writes `src/call/routes.json` from core's facts about the API; `--check` says whether it is what it would write. */
import { readFileSync, writeFileSync } from 'node:fs'

const facts = new URL('../../core/tools/routes/routes.json', import.meta.url)
const file = new URL('../src/call/routes.json', import.meta.url)
const text = `${JSON.stringify(readRoutes(JSON.parse(readFileSync(facts, 'utf8'))), undefined, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write(
    'packages/cli/src/call/routes.json is not what packages/cli/tools/write-routes.ts writes\n',
  )
  process.exitCode = 1
}

function readRoutes(parsed: unknown): readonly string[] {
  const routes: unknown = at(parsed, 'routes')
  if (!Array.isArray(routes)) throw new TypeError('routes.json has no list of routes')
  return routes.map((route: unknown) => String(at(route, 'route'))).sort()
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
