import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readPackages } from '../support/packages.ts'

/** A temporary project that has everything installed which a reader of our pages would have. */
export interface BlockProject {
  readonly folder: string
  /** Writes a module and answers its path. */
  write(name: string, code: string): string
  [Symbol.dispose](): void
}

/** What a reader's project has, without the stricter options of this workspace. */
const compilerOptions = {
  target: 'es2024',
  lib: ['es2024', 'esnext.disposable'],
  module: 'nodenext',
  customConditions: ['wecom-kit-source'],
  types: ['node'],
  strict: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
}

/** Makes the project: all our packages and their dependencies, linked from this workspace. */
export function createBlockProject(root: string): BlockProject {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-kit-docs-'))
  for (const owner of workspaceFolders(root))
    linkAll(join(owner, 'node_modules'), join(folder, 'node_modules'))
  for (const { folder: source, name } of readPackages(root))
    link(join(root, source), join(folder, 'node_modules', name))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  return {
    folder,
    write: (name, code) => {
      writeFileSync(join(folder, name), code)
      return join(folder, name)
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function workspaceFolders(root: string): readonly string[] {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))
  return [join(root, 'apps', 'demo'), ...packages].filter((folder) =>
    existsSync(join(folder, 'node_modules')),
  )
}

function linkAll(source: string, target: string): void {
  const names = readdirSync(source)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(source, name)).map((inner) => `${name}/${inner}`) : [name],
    )
  for (const name of names) link(join(source, name), join(target, name))
}

function link(source: string, target: string): void {
  if (existsSync(target)) return
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(source, target, 'dir')
}
