import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { findProgram } from './find-program.ts'
import { freePort } from './free-port.ts'
import { waitFor } from './wait-for.ts'

/** A redis-server (or valkey-server) of one test, on a free loopback port, without persistence. */
export interface RedisServer {
  readonly port: number
  /** `redis://127.0.0.1:PORT` */
  readonly url: string
  /** Kills it: connections are reset, everything is forgotten. */
  stop(): Promise<void>
  /** Starts it again on the same port, empty. */
  start(): Promise<void>
  /** Freezes it (SIGSTOP): connections stay open and nothing is answered. */
  pause(): void
  /** Lets a frozen one go on: it answers all it was asked meanwhile. */
  resume(): void
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Whether Redis tests can run. Without redis-server they are skipped with one visible line, and with
 * `REQUIRE_SERVICES=1` the test file fails instead.
 *
 * @example
 * ```ts
 * describe.runIf(hasRedisServer())('on a real Redis', () => {
 *   let redis: RedisServer
 *   beforeAll(async () => void (redis = await startRedisServer()))
 *   afterAll(() => redis.stop())
 * })
 * ```
 */
export function hasRedisServer(): boolean {
  return findRedis() !== undefined
}

function findRedis(): string | undefined {
  return findProgram('tests on a real Redis do not run', 'redis-server', 'valkey-server')
}

/** Starts a redis-server and resolves when it answers PING. It dies with the test process at the latest. */
export async function startRedisServer(): Promise<RedisServer> {
  const port = await freePort()
  let child = await launch(port)
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    stop: () => end(child),
    start: async () => {
      await end(child)
      child = await launch(port)
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    [Symbol.asyncDispose]: () => end(child),
  }
}

async function launch(port: number): Promise<ChildProcess> {
  const options = { port: String(port), bind: '127.0.0.1', save: '', appendonly: 'no', dir: tmpdir() }
  const child = spawn(
    findRedis() ?? 'redis-server',
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: 'ignore' },
  )
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.removeListener('exit', endWithUs))
  await waitFor(`redis-server at port ${port}`, async () => {
    if (child.exitCode !== null)
      throw new Error(`redis-server ended with ${child.exitCode}: is port ${port} taken?`)
    return (await answersPing(port)) ? true : undefined
  })
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const finish = (answered: boolean): void => {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(1_000, () => finish(false))
    socket.once('error', () => finish(false))
    socket.once('data', (data) => finish(data.toString().startsWith('+PONG')))
  })
}
