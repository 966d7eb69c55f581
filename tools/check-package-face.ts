/**
 * Prevents: four packages that are each built, tested and published a little differently, so that a command learnt in
 * one fails in the next, or a forgotten field of package.json publishes something that should not be.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readPackages, type WorkspacePackage } from './support/packages.ts'

const files = [
  'README.md',
  'README.zh-CN.md',
  'package.json',
  'tsconfig.json',
  'tsdown.config.ts',
  'src/index.ts',
]

/** Packages that lack a file, a script or a field that all have, or whose own says something else. */
export function checkPackageFace(root: string): readonly string[] {
  return readPackages(root).flatMap((workspacePackage) => [
    ...files
      .filter((file) => !existsSync(join(root, workspacePackage.folder, file)))
      .map((file) => `${workspacePackage.folder}: has no ${file}`),
    ...manifestProblems(workspacePackage),
  ])
}

function manifestProblems({ folder, manifest }: WorkspacePackage): readonly string[] {
  const wanted: Readonly<Record<string, unknown>> = {
    type: 'module',
    license: 'MIT',
    sideEffects: false,
    engines: { node: '>=22.19.0' },
    publishConfig: { access: 'public' },
    repository: {
      type: 'git',
      url: 'git+https://github.com/wecom-kit/wecom-kit.git',
      directory: folder,
    },
    scripts: {
      build: 'tsdown',
      typecheck: 'tsc --noEmit',
      test: `vitest run --root ../.. --project ${folder.slice('packages/'.length)}`,
      lint: 'oxlint --type-aware --deny-warnings .',
    },
  }
  return Object.entries(wanted)
    .filter(([field, value]) => !isDeepStrictEqual(manifest[field], value))
    .map(
      ([field, value]) =>
        `${folder}/package.json: ${field} is ${JSON.stringify(manifest[field])}, expected ${JSON.stringify(value)}`,
    )
}
