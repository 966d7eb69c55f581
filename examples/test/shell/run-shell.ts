import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { waitFor } from 'test-support/wait-for'

/** A folder of a reader, with what the pages tell to install. */
export interface ShellPlace {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
}

/** Runs commands to their end. @throws Error with all that was printed, unless the exit code is one of `codes` */
export async function runShell(
  place: ShellPlace,
  code: string,
  codes: readonly number[] = [0],
): Promise<string> {
  const shell = start(place, code)
  const [exitCode] = await once(shell.child, 'close')
  if (!codes.includes(Number(exitCode)))
    throw new Error(`${code}\nended with ${exitCode}:\n${shell.output()}`)
  return shell.output()
}

/** Starts a command that goes on until the test ends, and waits for a text of it. */
export async function startShell(place: ShellPlace, code: string, text: string): Promise<void> {
  const { child, output } = start(place, code)
  // The whole group: npx starts the program in a process of its own.
  onTestFinished(() => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  })
  await waitFor(`${code} to print ${text}`, async () => {
    if (child.exitCode !== null) throw new Error(`${code}\nended with ${child.exitCode}:\n${output()}`)
    return output().includes(text) ? true : undefined
  })
}

function start({ folder, environment }: ShellPlace, code: string) {
  // The Node of this test, whatever else the machine has.
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(':')
  const child = spawn('bash', ['-euo', 'pipefail', '-c', code], {
    cwd: folder,
    detached: true,
    env: { ...process.env, NODE_OPTIONS: undefined, ...environment, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  return { child, output: () => output }
}
