import { fork, type ChildProcess } from 'node:child_process'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { record } from '../results/record.ts'

const processes = 8

interface Outcome {
  succeeded: number
  ms: number
}

/** 8 processes × 1,000 cold calls on one Redis: with the lock, without, and with the lock's holder killed. */
export async function severalProcesses(): Promise<void> {
  const rows: string[][] = []
  for (const [title, mode, killed] of [
    ['with createRedisLock', 'lock', false],
    ['without a lock', 'none', false],
    ['with the lock, its holder killed by SIGKILL', 'lock', true],
  ] as const) {
    if (!hasRedisServer()) return console.log('redis-server is not installed: 8 processes are left out')
    const redis = await startRedisServer()
    const simulator = await startSimulator()
    rows.push([title, ...(await run(simulator, redis.url, mode, killed))])
    await simulator.close()
    await redis.stop()
  }
  record({
    id: 'core-processes',
    title: `${processes} processes × 1,000 cold calls on one Redis`,
    columns: ['how', 'succeeded', 'gettoken', 'slowest ms'],
    rows,
  })
}

async function run(simulator: Simulator, redisUrl: string, mode: string, killed: boolean): Promise<string[]> {
  const [app] = simulator.apps
  const argv = [simulator.url, simulator.corp.id, app?.secret ?? '', redisUrl, mode]
  const children = await Promise.all(Array.from({ length: processes }, () => startChild(argv)))
  const victim = killed ? await killHolder(simulator, children) : undefined
  const survivors = children.filter((child) => child !== victim)
  const before = simulator.journal.count('/cgi-bin/gettoken')
  const outcomes = await Promise.all(survivors.map(begin))
  for (const child of survivors) child.kill()
  return [
    `${outcomes.reduce((sum, { succeeded }) => sum + succeeded, 0)} of ${survivors.length * 1000}`,
    String(simulator.journal.count('/cgi-bin/gettoken') - before),
    Math.max(...outcomes.map(({ ms }) => ms)).toFixed(0),
  ]
}

/** Lets one process take the lock and hang in gettoken, then kills it. */
async function killHolder(
  simulator: Simulator,
  children: readonly ChildProcess[],
): Promise<ChildProcess | undefined> {
  const [victim] = children
  simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'hang' })
  const reached = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (simulator.faults.list().length > 0) return
      clearInterval(timer)
      resolve()
    }, 5)
  })
  victim?.send('begin')
  await reached
  victim?.kill('SIGKILL')
  return victim
}

async function startChild(argv: readonly string[]): Promise<ChildProcess> {
  const child = fork(new URL('cold-process.ts', import.meta.url), argv)
  await new Promise((resolve) => child.once('message', resolve))
  return child
}

function begin(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: Outcome) => resolve(message))
    child.once('exit', (code) => reject(new Error(`a process ended with code ${code}`)))
    child.send('begin')
  })
}
