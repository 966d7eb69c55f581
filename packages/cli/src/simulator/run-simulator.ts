import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** `wecom simulator`: the command line of `@wecom-kit/simulator`, in a process of its own. Answers its exit code. */
export async function runSimulator(args: readonly string[]): Promise<number> {
  // Beside its entry, in `dist` as in our sources.
  const entry = import.meta.resolve('@wecom-kit/simulator')
  const program = fileURLToPath(entry.replace(/index(\.[jt]s)$/, 'bin$1'))
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], { stdio: 'inherit' })
  // Ctrl-C reaches the whole group: the simulator ends itself and we follow.
  const wait = (): void => {}
  const end = (): void => void child.kill('SIGTERM')
  process.on('SIGINT', wait).on('SIGTERM', end)
  const [code] = await once(child, 'exit')
  process.removeListener('SIGINT', wait).removeListener('SIGTERM', end)
  return typeof code === 'number' ? code : 1
}
