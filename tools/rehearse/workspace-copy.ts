import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkChangesets } from '../check-changesets.ts'
import { copyRepository } from '../support/copy-repository.ts'
import { readPackages } from '../support/packages.ts'
import { succeed } from '../support/succeed.ts'
import type { Registry } from './registry.ts'

/** The repository as it is now, somewhere else, so that versions and tags of the rehearsal stay there. */
export interface WorkspaceCopy {
  readonly root: string
  /** `changeset version`, as the workflow's pull request does it. Answers name → version of every package. */
  version(): Promise<ReadonlyMap<string, string>>
  /** Builds and publishes what the registry does not have. */
  release(): Promise<void>
  /** Adds a line to a package's source and a changeset that says so. */
  change(packageName: string, kind: 'patch' | 'minor'): Promise<void>
}

/** Copies what git knows or would add, installs it and commits it into a history of its own. */
export async function copyWorkspace(from: string, root: string, registry: Registry): Promise<WorkspaceCopy> {
  await copyRepository(from, root)
  const git = (...args: readonly string[]): Promise<string> => {
    const identity = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost']
    return succeed('git', [...identity, '-c', 'commit.gpgSign=false', '-c', 'tag.gpgSign=false', ...args], {
      cwd: root,
    })
  }
  const commit = async (message: string): Promise<void> => {
    await git('add', '--all')
    await git('commit', '--quiet', '--message', message)
  }
  await git('init', '--quiet', '--initial-branch', 'main')
  await commit('before the release')
  await pnpm(root, ['install', '--frozen-lockfile', '--prefer-offline'])
  return {
    root,
    version: async () => {
      await pnpm(root, ['run', 'version'])
      const problems = await checkChangesets(root)
      if (problems.length > 0) throw new Error(`the pull request that versions fails: ${problems.join('\n')}`)
      await commit('version the packages')
      return versions(root)
    },
    release: async () => {
      const { host } = new URL(registry.url)
      writeFileSync(join(root, '.npmrc'), `registry=${registry.url}\n//${host}/:_authToken=rehearsal\n`)
      await pnpm(root, ['run', 'release'], {
        pnpm_config_registry: registry.url,
        npm_config_registry: registry.url,
      })
    },
    change: async (packageName, kind) => {
      const { folder, entries } = packageNamed(root, packageName)
      const entry = join(root, entries.get('.') ?? `${folder}/src/index.ts`)
      writeFileSync(entry, `${readFileSync(entry, 'utf8')}// Changed by the rehearsal.\n`)
      const file = join(root, '.changeset', `rehearsal-${kind}.md`)
      writeFileSync(file, `---\n'${packageName}': ${kind}\n---\n\nA ${kind} for the rehearsal.\n`)
      await commit(`a ${kind} of ${packageName}`)
    },
  }
}

function versions(root: string): ReadonlyMap<string, string> {
  return new Map(readPackages(root).map(({ name, manifest }) => [name, String(manifest['version'])]))
}

function packageNamed(root: string, name: string): ReturnType<typeof readPackages>[number] {
  const found = readPackages(root).find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`there is no package ${name}`)
  return found
}

function pnpm(root: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  return succeed('npx', ['-y', 'pnpm@12', ...args], { cwd: root, env: { CI: 'true', ...env } })
}
