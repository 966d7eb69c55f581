import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Another process running a TypeScript file of `test/children` against our source. */
export interface ChildRun {
  readonly process: ChildProcess
  /** Its next line on stdout. */
  line(): Promise<string>
  /** Everything left on stdout, once it ended; rejects with its stderr when it failed. */
  end(): Promise<string>
}

/** Starts `test/children/<name>.ts`. It dies with the test process at the latest. */
export function runInChild(name: string, ...args: string[]): ChildRun {
  const file = fileURLToPath(new URL(`../children/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, ['--conditions=wecom-kit-source', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.removeListener('exit', endWithUs))
  const ended = once(child, 'close')
  const output = { text: '', errors: '' }
  child.stdout.on('data', (chunk) => (output.text += String(chunk)))
  child.stderr.on('data', (chunk) => (output.errors += String(chunk)))
  return {
    process: child,
    line: async () => {
      while (!output.text.includes('\n')) {
        if (child.exitCode !== null) throw new Error(`${name} ended: ${output.errors}`)
        await Promise.race([once(child.stdout, 'data'), ended])
      }
      const [line = '', ...rest] = output.text.split('\n')
      output.text = rest.join('\n')
      return line
    },
    end: async () => {
      await ended
      if (child.exitCode !== 0) throw new Error(`${name} ended with ${child.exitCode}: ${output.errors}`)
      return output.text
    },
  }
}
