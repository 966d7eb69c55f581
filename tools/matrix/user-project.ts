import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CommandResult, runCommand } from '../support/run-command.ts'
import { succeed } from '../support/succeed.ts'

/** A project of a user: our tarballs and what its owner chose beside them. */
export interface UserProject {
  readonly folder: string
  write(files: Readonly<Record<string, string>>): void
  /** Runs a program of `node_modules/.bin`, or `node`. */
  run(
    program: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<CommandResult>
}

/** Installs the tarballs and `packages` with npm into a new folder. @throws Error when npm refuses */
export async function createUserProject(
  folder: string,
  tarballs: readonly string[],
  packages: readonly string[],
  type: 'module' | 'commonjs' = 'module',
): Promise<UserProject> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, type }))
  await succeed('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs, ...packages], {
    cwd: folder,
  })
  return {
    folder,
    write: (files) => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), text)
      }
    },
    run: (program, args, env = {}) => {
      // The Node of this program, whatever else the machine has.
      const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(
        ':',
      )
      return runCommand(program, args, {
        cwd: folder,
        timeoutMs: 180_000,
        env: { NODE_OPTIONS: undefined, ...env, PATH: path },
      })
    },
  }
}
