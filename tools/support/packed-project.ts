import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isRecord } from './is-record.ts'
import type { WorkspacePackage } from './packages.ts'
import { readText } from './repository.ts'
import { runCommand } from './run-command.ts'

/** A temporary project in which our packages are installed as users get them. */
export interface PackedProject {
  readonly root: string
  /** Where the files of a package lie: the contents of its tarball. */
  folderOf(packageName: string): string
  [Symbol.dispose](): void
}

/**
 * Packs every package and unpacks the tarballs into `node_modules` of a new project. Beside each package lie only the
 * dependencies and peers that its packed package.json names, linked from this workspace: no network, and an undeclared
 * dependency is not found.
 *
 * @throws Error when packing fails
 */
export async function createPackedProject(
  root: string,
  packages: readonly WorkspacePackage[],
): Promise<PackedProject> {
  const project = mkdtempSync(join(tmpdir(), 'wecom-kit-pack-'))
  const folderOf = (name: string): string => join(project, 'node_modules', name)
  const dispose = (): void => rmSync(project, { recursive: true, force: true })
  try {
    for (const { folder, name } of packages) {
      const tarball = await pack(join(root, folder), join(project, 'tarballs', name))
      mkdirSync(folderOf(name), { recursive: true })
      await succeed('tar', ['-xzf', tarball, '--strip-components=1', '-C', folderOf(name)])
      linkDependencies(join(root, folder), folderOf(name))
      linkTypes(join(root, folder), project)
    }
  } catch (error) {
    dispose()
    throw error
  }
  return { root: project, folderOf, [Symbol.dispose]: dispose }
}

async function pack(folder: string, destination: string): Promise<string> {
  mkdirSync(destination, { recursive: true })
  await succeed('pnpm', ['pack', '--pack-destination', destination], folder)
  const file = readdirSync(destination).find((name) => name.endsWith('.tgz'))
  if (file === undefined) throw new Error(`pnpm pack left no tarball of ${folder}`)
  return join(destination, file)
}

function linkDependencies(source: string, installed: string): void {
  const manifest: unknown = JSON.parse(readText(installed, 'package.json'))
  if (!isRecord(manifest)) return
  const names = [manifest['dependencies'], manifest['peerDependencies']].flatMap((group) =>
    isRecord(group) ? Object.keys(group) : [],
  )
  for (const name of names.filter((candidate) => !candidate.startsWith('@wecom-kit/')))
    link(join(source, 'node_modules', name), join(installed, 'node_modules', name))
}

/** Declarations of Node and of peers without their own: what a TypeScript user has installed as well. */
function linkTypes(source: string, project: string): void {
  for (const name of ['@types/node', '@types/express'])
    link(join(source, 'node_modules', name), join(project, 'node_modules', name))
}

function link(target: string, path: string): void {
  if (!existsSync(target) || existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path, 'dir')
}

async function succeed(program: string, args: readonly string[], cwd?: string): Promise<void> {
  const { exitCode, output } = await runCommand(program, args, cwd === undefined ? {} : { cwd })
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')}: ${output.trim()}`)
}
