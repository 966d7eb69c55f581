import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mutations, type Mutation } from './mutations.ts'

// Makes each mistake of mutations.ts in a copy of this package and runs the tests that must notice it:
//   node test/mutations/run.ts [part of a name]
// A mistake that no test notices ends it with status 1.

const core = fileURLToPath(new URL('../..', import.meta.url))
const vitest = join(dirname(fileURLToPath(import.meta.resolve('vitest/package.json'))), 'vitest.mjs')
const config = `export default {
  resolve: { conditions: ['wecom-kit-source'] },
  ssr: { resolve: { conditions: ['wecom-kit-source', 'node', 'import', 'default'] } },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 20_000 },
}
`

if (import.meta.main) {
  const root = mkdtempSync(join(tmpdir(), 'wecom-kit-mutations-'))
  try {
    process.exitCode = runAll(copyPackage(root), process.argv[2] ?? '')
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The source with the mistake in it. */
export function mutate(source: string, { name, file, find, replace }: Mutation): string {
  if (source.split(find).length !== 2) throw new Error(`"${name}": its piece must occur once in ${file}`)
  return source.replace(find, () => replace)
}

function runAll(copy: string, wanted: string): number {
  const chosen = mutations.filter(({ name }) => name.includes(wanted))
  const tests = [...new Set(chosen.flatMap((mutation) => mutation.tests))]
  if (!passes(copy, tests)) {
    print('the tests fail without any mutation')
    return 1
  }
  const survivors = chosen.filter((mutation) => {
    const survived = survives(copy, mutation)
    print(`${survived ? 'SURVIVED' : 'killed  '} ${mutation.name} (${mutation.file})`)
    return survived
  })
  print(`${chosen.length - survivors.length} of ${chosen.length} mutations killed`)
  return survivors.length === 0 ? 0 : 1
}

function copyPackage(parent: string): string {
  const copy = join(parent, 'packages', 'core')
  mkdirSync(copy, { recursive: true })
  const skipped = /^(node_modules|dist|coverage)$/
  cpSync(core, copy, { recursive: true, filter: (path) => !skipped.test(relative(core, path)) })
  symlinkSync(join(core, 'node_modules'), join(copy, 'node_modules'))
  cpSync(join(core, '../../tsconfig.base.json'), join(parent, 'tsconfig.base.json'))
  writeFileSync(join(copy, 'vitest.config.mjs'), config)
  return copy
}

function survives(copy: string, mutation: Mutation): boolean {
  const path = join(copy, mutation.file)
  const original = readFileSync(path, 'utf8')
  writeFileSync(path, mutate(original, mutation))
  try {
    return passes(copy, mutation.tests)
  } finally {
    writeFileSync(path, original)
  }
}

function passes(copy: string, tests: readonly string[]): boolean {
  const args = [vitest, 'run', '--root', copy, '--bail', '1', '--reporter', 'dot', ...tests]
  return spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore', timeout: 120_000 }).status === 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
