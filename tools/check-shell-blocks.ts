/**
 * Prevents: a first command from the README that answers "no such script" or "no test files found". Blocks in ```sh
 * may only name scripts, packages, files and tests that exist.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from './support/is-record.ts'
import { readMarkdown } from './support/read-markdown.ts'
import { listFiles, readText } from './support/repository.ts'

const rootScript = /\bpnpm@12 (?!--)(\S+)/g
const packageScript = /\bpnpm@12 --filter (\S+) (?:run )?(\S+)/g
const file = /(?<![\w./@-])((?:packages|apps|bench|tools|docs)\/[\w./-]+)/g
const testRun = /\bvitest run --project (\S+) ([\w./-]+)(?: -t "([^"]+)")?/g
const pnpmCommands = new Set([
  'add',
  'install',
  'exec',
  'pack',
  'why',
  'outdated',
  'update',
  'run',
  'sbom',
  'licenses',
])

/** Scripts and files that shell blocks of our pages name and that do not exist. */
export function checkShellBlocks(root: string): readonly string[] {
  const scripts = scriptsByPackage(root)
  return listFiles(root)
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      readMarkdown(readText(root, page))
        .blocks.filter(({ language }) => language === 'sh')
        .flatMap(({ code, line }) =>
          problemsOf(root, code, scripts).map((problem) => `${page}:${line}: ${problem}`),
        ),
    )
}

type Scripts = ReadonlyMap<string, ReadonlySet<string>>

function problemsOf(root: string, code: string, scripts: Scripts): readonly string[] {
  const wanted = [
    ...[...code.matchAll(rootScript)].map(([, script = '']) => ({ owner: '', script })),
    ...[...code.matchAll(packageScript)].map(([, owner = '', script = '']) => ({ owner, script })),
  ]
  return [
    ...wanted
      .filter(({ owner, script }) => !pnpmCommands.has(script) && scripts.get(owner)?.has(script) !== true)
      .map(({ owner, script }) => `${owner || 'the root'} has no script ${script}`),
    ...[...code.matchAll(file)]
      .filter(([, path = '']) => !existsSync(join(root, path)) && !/\/\.env$|\/dist\//.test(path))
      .map(([, path]) => `${path} does not exist`),
    ...[...code.matchAll(testRun)].flatMap(([, project = '', filter = '', name = '']) =>
      hasTest(root, { project, filter, name })
        ? []
        : [`no test of ${project} matches ${filter}${name === '' ? '' : ` -t "${name}"`}`],
    ),
  ]
}

/** Whether vitest would find something; projects are called like their folders. */
function hasTest(
  root: string,
  { project, filter, name }: { project: string; filter: string; name: string },
): boolean {
  return listFiles(root)
    .filter((path) => path.endsWith('.test.ts') && path.includes(filter))
    .filter((path) => new RegExp(`^(?:(?:packages|apps)/)?${project}/`).test(path))
    .some((path) => readText(root, path).includes(name))
}

/** Package name → its scripts; the root's under the empty name. */
function scriptsByPackage(root: string): Scripts {
  const manifests = listFiles(root).filter((path) => /^(?:[^/]+\/){0,2}package\.json$/.test(path))
  return new Map(
    manifests.map((path) => {
      const manifest: unknown = JSON.parse(readText(root, path))
      if (!isRecord(manifest)) throw new TypeError(`${path} is not an object`)
      // pnpm runs the binaries of dependencies like scripts: `pnpm vitest`.
      const names = [manifest['scripts'], manifest['devDependencies']].flatMap((group) =>
        isRecord(group) ? Object.keys(group) : [],
      )
      return [path === 'package.json' ? '' : String(manifest['name']), new Set(names)]
    }),
  )
}
