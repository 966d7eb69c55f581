import { join } from 'node:path'
import { installedVersions } from './installed-versions.ts'
import { type PackageManager, packageManagers } from './package-managers.ts'
import type { Registry } from './registry.ts'

/** Projects of users that live through our releases, one for each package manager. */
export interface UserProjects {
  /** Updates every project within its ranges. */
  update(): Promise<readonly (readonly string[])[]>
  /** Asks every project for the newest of some packages. */
  add(...packages: readonly string[]): Promise<readonly (readonly string[])[]>
}

const ours = ['core', 'express-middleware', 'graphql']
const neighbours = ['express', 'graphql@16', '@apollo/server']

/** Installs the three packages that belong together, as they are released now, with what they ask for. */
export async function createUserProjects(folder: string, registry: Registry): Promise<UserProjects> {
  const projects = packageManagers.map((manager) => ({ manager, folder: join(folder, manager.name) }))
  const each = async (
    act: (manager: PackageManager, project: string) => Promise<{ exitCode: number; output: string }>,
  ): Promise<readonly (readonly string[])[]> => {
    const rows: (readonly string[])[] = []
    for (const { manager, folder: project } of projects) {
      const { exitCode, output } = await act(manager, project)
      rows.push([manager.name, ...versionsOf(project), remark(exitCode, output)])
    }
    return rows
  }
  for (const { manager, folder: project } of projects) manager.prepare(project, registry.url)
  await each(async (manager, project) => {
    const flags = manager.name === 'pnpm' ? ['--allow-build=@apollo/protobufjs'] : []
    const named = [...ours.map((name) => `@wecom-kit/${name}`), ...neighbours]
    const result = await manager.add(project, [...flags, ...named])
    if (result.exitCode !== 0)
      throw new Error(`${manager.name} cannot install ${named.join(' ')}:\n${result.output}`)
    return result
  })
  return {
    update: () => each((manager, project) => manager.update(project)),
    add: (...packages) => each((manager, project) => manager.add(project, packages)),
  }
}

/** Column names of the rows that {@link UserProjects} answers. */
export const updateColumns: readonly string[] = ['with', ...ours, 'it said']

function versionsOf(project: string): readonly string[] {
  const versions = installedVersions(project)
  return ours.map((name) => versions.get(name)?.join(' and ') ?? 'none')
}

function remark(exitCode: number, output: string): string {
  const line = output
    .split('\n')
    .find((text) => /ERESOLVE|unmet peer|YN0060|incorrectly met|peer dependenc/i.test(text))
  const said = line === undefined ? '' : line.trim().slice(0, 110)
  return exitCode === 0 ? said || 'nothing' : `refused: ${said || output.trim().slice(-110)}`
}
