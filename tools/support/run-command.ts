import { spawn } from 'node:child_process'

/** What a finished command left behind. */
export interface CommandResult {
  readonly exitCode: number
  /** Both streams, in the order of arrival. */
  readonly output: string
}

/** Settings of one command; everything may be left out. */
export interface CommandOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Milliseconds until the command is killed. @default 10 minutes */
  readonly timeoutMs?: number
}

/** Runs a program to its end. A program that cannot be started has exit code 1 and says why in `output`. */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env, timeoutMs = 600_000 }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Not spawn's own `timeout`: its timer outlives a program that could not be started, and keeps us alive as long.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    const end = (result: CommandResult): void => {
      clearTimeout(timer)
      resolve(result)
    }
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => end({ exitCode: 1, output: `${program}: ${error.message}` }))
    child.on('close', (code) => end({ exitCode: code ?? 1, output }))
  })
}
