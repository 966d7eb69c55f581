import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program of ours that runs beside the test. */
export interface RunningProgram extends AsyncDisposable {
  readonly exitCode: Promise<number | null>
  /** The same once all it wrote has been read too, which comes later; later still where a process below it writes on. */
  readonly finished: Promise<number | null>
  /** What it has written so far, both streams together. */
  output(): string
  kill(signal: NodeJS.Signals): void
}

/** Starts a program; it ends with the test at the latest. */
export function runProgram(
  command: string,
  parameters: readonly string[],
  options: { cwd?: string; environment?: Readonly<Record<string, string | undefined>> } = {},
): RunningProgram {
  const env = { PATH: process.env['PATH'], ...options.environment }
  const child = spawn(command, parameters, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const exitCode = once(child, 'exit').then(() => child.exitCode)
  const finished = once(child, 'close').then(() => child.exitCode)
  return {
    exitCode,
    finished,
    output: () => output,
    kill: (signal) => {
      child.kill(signal)
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await exitCode
    },
  }
}
