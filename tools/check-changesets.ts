/**
 * Prevents: a change that reaches users without a line in the changelog. A package whose sources differ from the last
 * release (or from the main branch, where there is one to compare with) must be named by a changeset.
 */
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
  const unreleased = packages.filter(({ manifest }) => manifest['version'] === '0.0.0')
  const base = await comparisonBase(root)
  if (base === undefined) return unreleased
  const { output } = await runCommand('git', ['diff', '--name-only', base, '--', 'packages'], { cwd: root })
  const files = output.split('\n').filter((file) => !file.endsWith('.test.ts'))
  return packages.filter(
    (candidate) =>
      unreleased.includes(candidate) || files.some((file) => file.startsWith(`${candidate.folder}/src/`)),
  )
}

/** The newest release tag (`@wecom-kit/core@1.2.3`) or the fork from the remote's main branch; a clone may lack both. */
async function comparisonBase(root: string): Promise<string | undefined> {
  const candidates = [
    ['describe', '--tags', '--abbrev=0', '--match', '@wecom-kit/*'],
    ['merge-base', 'HEAD', 'origin/main'],
  ]
  for (const args of candidates) {
    const { exitCode, output } = await runCommand('git', args, { cwd: root })
    if (exitCode === 0) return output.trim()
  }
  return undefined
}
