/**
 * Prevents: a change that reaches users without a line in the changelog. A package whose sources have changed since its
 * version was last set must be named by a changeset. The version's own history says when that was: it needs no tags and
 * no remote, is right in the pull request that sets it, and in a shallow clone sees what there is to see.
 */
import { isRecord } from './support/is-record.ts'
import { readPackages, type WorkspacePackage } from './support/packages.ts'
import { listFiles, readText } from './support/repository.ts'
import { runCommand } from './support/run-command.ts'

/** Packages with changed sources that no changeset names, and changesets that name what does not exist. */
export async function checkChangesets(root: string): Promise<readonly string[]> {
  const packages = readPackages(root)
  const named = changesetNames(root)
  const known = packages.map(({ name }) => name)
  const unknown = [...named.keys()].filter((name) => !known.includes(name))
  const changed = await changedPackages(root, packages)
  return [
    ...unknown.map((name) => `${named.get(name)}: names ${name}, which is no package`),
    ...changed
      .filter(({ name }) => !named.has(name))
      .map(
        ({ folder, name }) => `${folder}/src has changed and no changeset names ${name}: run pnpm changeset`,
      ),
  ]
}

function changesetNames(root: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const file of listFiles(root)) {
    if (!/^\.changeset\/(?!README).*\.md$/.test(file)) continue
    const front = readText(root, file).split('---')[1] ?? ''
    for (const match of front.matchAll(/^['"]?([@\w/-]+)['"]?:\s*(?:major|minor|patch)\s*$/gm))
      names.set(match[1] ?? '', file)
  }
  return names
}

async function changedPackages(
  root: string,
  packages: readonly WorkspacePackage[],
): Promise<readonly WorkspacePackage[]> {
  const changed = await Promise.all(packages.map((candidate) => hasChanged(root, candidate)))
  return packages.filter((_, index) => changed[index])
}

async function hasChanged(root: string, { folder, manifest }: WorkspacePackage): Promise<boolean> {
  const version = manifest['version']
  if (version === '0.0.0') return true
  if ((await versionAtHead(root, folder)) !== version) return false
  const bump = await git(root, ['log', '-1', '--format=%H', '-G"version":', '--', `${folder}/package.json`])
  if (bump === undefined || bump === '') return false
  const files = (await git(root, ['diff', '--name-only', bump, '--', `${folder}/src`])) ?? ''
  return files.split('\n').some((file) => file !== '' && !file.endsWith('.test.ts'))
}

/** Another one than in the working tree right after `changeset version`: what changed is in the changelog by now. */
async function versionAtHead(root: string, folder: string): Promise<unknown> {
  const text = await git(root, ['show', `HEAD:${folder}/package.json`])
  const manifest: unknown = text === undefined ? undefined : JSON.parse(text)
  return isRecord(manifest) ? manifest['version'] : undefined
}

async function git(root: string, args: readonly string[]): Promise<string | undefined> {
  const { exitCode, output } = await runCommand('git', args, { cwd: root })
  return exitCode === 0 ? output.trim() : undefined
}
