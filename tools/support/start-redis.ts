import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freePort } from './free-port.ts'

/** A Redis on a free loopback port, empty and without persistence. */
export interface RunningRedis {
  readonly url: string
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts redis-server and waits until it accepts connections. */
export async function startRedis(): Promise<RunningRedis> {
  const port = await freePort()
  const child = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  for await (const line of createInterface(child.stdout)) if (line.includes('Ready to accept')) break
  return {
    url: `redis://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      process.removeListener('exit', endWithUs)
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
