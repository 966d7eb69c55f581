import { connect } from 'node:net'
import { freePort } from './free-port.ts'
import { runProgram, type RunningProgram } from './run-program.ts'
import { waitFor } from './wait-for.ts'

/** A real Redis of the test's own. */
export interface RunningRedis extends AsyncDisposable {
  readonly url: string
  /** Ends it; what it held is gone. */
  stop(): Promise<void>
  /** Starts it again on the same port. */
  start(): Promise<void>
}

/** Starts redis-server on a free port, in memory only. */
export async function startRedis(program: string): Promise<RunningRedis> {
  const port = await freePort()
  let server: RunningProgram | undefined
  const start = async (): Promise<void> => {
    server = runProgram(program, [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ])
    await waitFor('redis-server', () => accepts(port))
  }
  const stop = async (): Promise<void> => server?.[Symbol.asyncDispose]()
  await start()
  return { url: `redis://127.0.0.1:${port}`, start, stop, [Symbol.asyncDispose]: stop }
}

/** True once something listens on the port. */
export async function accepts(port: number): Promise<true | undefined> {
  const { promise, resolve } = Promise.withResolvers<true | undefined>()
  const socket = connect(port, '127.0.0.1')
  socket.once('connect', () => resolve(true)).once('error', () => resolve(undefined))
  const answer = await promise
  socket.destroy()
  return answer
}
