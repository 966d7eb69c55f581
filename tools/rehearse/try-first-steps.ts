import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from 'test-support/free-port'
import { repositoryRoot } from '../support/repository.ts'
import { runCommand } from '../support/run-command.ts'
import type { PackageManager } from './package-managers.ts'
import type { FirstSteps } from './readmes.ts'

/** How one README fared with one package manager. */
export interface Trial {
  readonly installed: boolean
  readonly ran: boolean | undefined
  readonly seconds: number
  /** Everything that was printed by what failed. */
  readonly trouble: string
}

/** Follows a README in a new project: its install lines, then its quick start, as they are printed. */
export async function tryFirstSteps(
  folder: string,
  manager: PackageManager,
  registry: string,
  { installs, pnpmFlags, quickStart }: FirstSteps,
): Promise<Trial> {
  const started = performance.now()
  manager.prepare(folder, registry)
  let trouble = ''
  for (const args of installs) {
    const flags = manager.name === 'pnpm' ? pnpmFlags : []
    const { exitCode, output } = await manager.add(folder, [...flags, ...args])
    if (exitCode !== 0) trouble += `${manager.name} add ${args.join(' ')}:\n${output}\n`
  }
  const installed = trouble === ''
  const failure = quickStart === undefined || !installed ? undefined : await run(folder, quickStart)
  return {
    installed,
    ran: quickStart === undefined ? undefined : installed && failure === '',
    seconds: (performance.now() - started) / 1000,
    trouble: trouble + (failure ?? ''),
  }
}

async function run(folder: string, code: string): Promise<string> {
  copyFileSync(join(repositoryRoot, 'tools/doc-blocks/run-block.ts'), join(folder, 'run-block.ts'))
  const module = join(folder, 'quick-start.ts')
  const [app, simulator] = [await freePort(), await freePort()]
  writeFileSync(module, code.replaceAll(/\b3000\b/g, String(app)).replaceAll(/\b4700\b/g, String(simulator)))
  const { exitCode, output } = await runCommand(process.execPath, ['run-block.ts', module], {
    cwd: folder,
    timeoutMs: 60_000,
    env: { NODE_OPTIONS: undefined, SESSION_SECRET: crypto.randomUUID() },
  })
  return exitCode === 0 ? '' : output
}
