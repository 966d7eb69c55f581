import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import autocannon from 'autocannon'
import { median } from '../support/median.ts'
import { printTable } from '../support/print-table.ts'
import { variants } from './variants.ts'

const rounds = 5
const connections = 32
const secondsPerRound = 2

interface Running {
  name: string
  child: ChildProcess
  origin: string
  cookie: string
  cpu: number[]
  rate: number[]
}

/** CPU and throughput of an authenticated GET: bare Express, ours, and the usual session middlewares, interleaved. */
export async function compareSessions(): Promise<void> {
  const redis = startRedis()
  const names = Object.keys(variants).filter((name) => redis !== undefined || !name.includes('Redis'))
  const running = await Promise.all(names.map(start))
  for (const one of running) await load(one, 1)
  for (let round = 0; round < rounds; round += 1) {
    for (const one of running) {
      const { cpu, rate } = await load(one, secondsPerRound)
      one.cpu.push(cpu)
      one.rate.push(rate)
    }
  }
  const setCookie = new Map<string, number>()
  for (const one of running) setCookie.set(one.name, await setCookieBytes(one))
  const [bare] = running
  if (bare === undefined) return
  printTable(
    `Authenticated GET, ${connections} connections, median of ${rounds} rounds`,
    ['app', 'µs CPU per request', 'added to bare', 'requests/s', 'of bare', 'Set-Cookie bytes'],
    running.map((one) => [
      one.name,
      median(one.cpu).toFixed(0),
      (median(one.cpu) - median(bare.cpu)).toFixed(0),
      median(one.rate).toFixed(0),
      (median(one.rate) / median(bare.rate)).toFixed(2),
      String(setCookie.get(one.name)),
    ]),
  )
  for (const { child } of running) child.disconnect()
  redis?.kill()
}

async function start(name: string): Promise<Running> {
  const child = fork(new URL('server.ts', import.meta.url), [name])
  const { origin, cookie } = await new Promise<{ origin: string; cookie: string }>((resolve) => {
    child.once('message', (message: { origin: string; cookie: string }) => resolve(message))
  })
  return { name, child, origin, cookie, cpu: [], rate: [] }
}

async function load(one: Running, duration: number): Promise<{ cpu: number; rate: number }> {
  const before = await cpuOf(one.child)
  const result = await autocannon({
    url: `${one.origin}/me`,
    connections,
    duration,
    headers: { cookie: one.cookie },
  })
  const cpu = (await cpuOf(one.child)) - before
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${one.name}: ${result.non2xx} bad answers`)
  const { total } = result.requests
  return { cpu: cpu / total, rate: total / duration }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = new Promise<NodeJS.CpuUsage>((resolve) => {
    child.once('message', (message: { cpu: NodeJS.CpuUsage }) => resolve(message.cpu))
  })
  child.send('cpu')
  const { user, system } = await answer
  return user + system
}

/** Also proves that every variant really knows the visitor. */
async function setCookieBytes({ name, origin, cookie }: Running): Promise<number> {
  const response = await fetch(`${origin}/me`, { headers: { cookie } })
  if (!(await response.text()).includes('张三')) throw new Error(`${name} does not know the visitor`)
  return response.headers.getSetCookie().reduce((bytes, line) => bytes + line.length, 0)
}

function startRedis(): ChildProcess | undefined {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    console.log('redis-server is not installed: its row is left out')
    return undefined
  }
  const port = 20_000 + (process.pid % 20_000)
  process.env['BENCH_REDIS_URL'] = `redis://127.0.0.1:${port}`
  return spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
    stdio: 'ignore',
  })
}
