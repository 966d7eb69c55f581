/**
 * Prevents: four packages that are each built, tested and published a little differently, so that a command learnt in
 * one fails in the next, or a forgotten field of package.json publishes something that should not be.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from './support/is-record.ts'
import { readPackages, type WorkspacePackage } from './support/packages.ts'
import { readText } from './support/repository.ts'

const files = [
  'README.md',
  'README.zh-CN.md',
  'package.json',
  'tsconfig.json',
  'tsdown.config.ts',
  'src/index.ts',
]

const home = 'https://github.com/wecom-kit/wecom-kit'
/** Tells an old Node what it lacks before a dependency fails on it; where it is, every entry begins with it. */
const nodeGuard = 'src/supported-node.ts'

/** Packages that lack a file, a script or a field that all have, or whose own says something else. */
export function checkManifests(root: string): readonly string[] {
  return readPackages(root).flatMap((workspacePackage) => [
    ...files
      .filter((file) => !existsSync(join(root, workspacePackage.folder, file)))
      .map((file) => `${workspacePackage.folder}: has no ${file}`),
    ...manifestProblems(root, workspacePackage),
    ...guardProblems(root, workspacePackage),
  ])
}

function manifestProblems(root: string, workspacePackage: WorkspacePackage): readonly string[] {
  const { folder, manifest } = workspacePackage
  return Object.entries(wantedFields(root, workspacePackage))
    .filter(([field, value]) => !isDeepStrictEqual(manifest[field], value))
    .map(
      ([field, value]) =>
        `${folder}/package.json: ${field} is ${JSON.stringify(manifest[field])}, expected ${JSON.stringify(value)}`,
    )
}

function wantedFields(
  root: string,
  { folder, manifest }: WorkspacePackage,
): Readonly<Record<string, unknown>> {
  return {
    type: 'module',
    license: 'MIT',
    author: 'wecom-kit (https://github.com/wecom-kit)',
    homepage: `${home}/tree/main/${folder}#readme`,
    bugs: `${home}/issues`,
    repository: { type: 'git', url: `git+${home}.git`, directory: folder },
    main: './dist/index.js',
    types: './dist/index.d.ts',
    typesVersions: typesVersions(manifest['exports']),
    sideEffects: existsSync(join(root, folder, nodeGuard))
      ? [`./${nodeGuard}`, './dist/supported-node.js']
      : false,
    engines: { node: '>=22.19.0' },
    publishConfig: { access: 'public' },
    scripts: {
      build: 'tsdown',
      typecheck: 'tsc --noEmit',
      ...testScripts(root, folder),
      lint: 'oxlint --type-aware --deny-warnings .',
      prepack: 'node ../../tools/refuse-empty-dist.ts',
    },
  }
}

/** A script for each kind of test that the package has: see `tools/vitest/projects.ts`. */
function testScripts(root: string, folder: string): Readonly<Record<string, string>> {
  const name = folder.slice('packages/'.length)
  const kinds = ['browser', 'paths'].filter((kind) => existsSync(join(root, folder, 'test', kind)))
  const scripts = kinds.map((kind) => [`test:${kind}`, `vitest run --root ../.. --project ${name}-${kind}`])
  return { test: `vitest run --root ../.. --project ${name}`, ...Object.fromEntries(scripts) }
}

/** What `moduleResolution: node` reads instead of the subpaths of `exports`. */
function typesVersions(exported: unknown): unknown {
  const subpaths = Object.entries(isRecord(exported) ? exported : {}).flatMap(([subpath, target]) =>
    subpath !== '.' && isRecord(target) && typeof target['types'] === 'string'
      ? [[subpath.slice('./'.length), [target['types']]]]
      : [],
  )
  return subpaths.length === 0 ? undefined : { '*': Object.fromEntries(subpaths) }
}

function guardProblems(root: string, { folder, entries }: WorkspacePackage): readonly string[] {
  if (!existsSync(join(root, folder, nodeGuard))) return []
  return [...entries.values()]
    .filter(
      (file) => !/^(?:\/\*[\s\S]*?\*\/\s*)?import '\.[./]*\/supported-node\.ts'/.test(readText(root, file)),
    )
    .map((file) => `${file}: does not begin with an import of ${folder}/${nodeGuard}`)
}
