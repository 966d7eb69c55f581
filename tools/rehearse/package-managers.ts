import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CommandResult, runCommand } from '../support/run-command.ts'

/** A package manager as a user has it, pointed at the rehearsal's registry. */
export interface PackageManager {
  readonly name: string
  /** Writes what a new project needs. */
  prepare(folder: string, registry: string): void
  /** `['-D', 'a', 'b@2']` as this package manager spells it. */
  add(folder: string, args: readonly string[]): Promise<CommandResult>
  /** What its users type to get what their ranges allow. */
  update(folder: string): Promise<CommandResult>
}

const manifest = '{ "name": "user", "version": "1.0.0", "private": true, "type": "module" }\n'

/** npm, pnpm and yarn, each with its defaults, but for the registry and the wait for young packages. */
export const packageManagers: readonly PackageManager[] = [
  {
    name: 'npm',
    prepare: (folder, registry) => write(folder, { '.npmrc': `registry=${registry}\n` }),
    add: (folder, args) =>
      runCommand('npm', ['install', '--no-audit', '--no-fund', ...args], { cwd: folder }),
    update: (folder) => runCommand('npm', ['update', '--no-audit', '--no-fund'], { cwd: folder }),
  },
  {
    name: 'pnpm',
    prepare: (folder, registry) =>
      write(folder, {
        '.npmrc': `registry=${registry}\n`,
        'pnpm-workspace.yaml': `registries:\n  default: ${registry}\nminimumReleaseAge: 0\n`,
      }),
    add: (folder, args) => pnpm(folder, 'add', ...args),
    update: (folder) => pnpm(folder, 'update'),
  },
  {
    name: 'yarn',
    prepare: (folder, registry) =>
      write(folder, {
        '.yarnrc.yml': yarnSettings(folder, registry),
        'yarn.lock': '',
      }),
    add: (folder, args) => yarn(folder, 'add', ...args),
    update: (folder) => yarn(folder, 'up', '-R', '@wecom-kit/*'),
  },
]

function yarnSettings(folder: string, registry: string): string {
  return [
    `npmRegistryServer: '${registry}'`,
    `unsafeHttpWhitelist: ['127.0.0.1']`,
    'nodeLinker: node-modules',
    'enableTelemetry: false',
    'npmMinimalAgeGate: 0',
    // Else it remembers, for the next rehearsal too, where this one's registry kept the tarballs.
    `globalFolder: '${join(folder, '..', '.yarn-global')}'`,
    '',
  ].join('\n')
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries({ 'package.json': manifest, ...files }))
    writeFileSync(join(folder, name), text)
}

function pnpm(folder: string, ...args: readonly string[]): Promise<CommandResult> {
  return runCommand('npx', ['-y', 'pnpm@12', ...args], { cwd: folder })
}

function yarn(folder: string, ...args: readonly string[]): Promise<CommandResult> {
  return runCommand('npx', ['-y', '--package', '@yarnpkg/cli-dist@4', 'yarn', ...args], { cwd: folder })
}
