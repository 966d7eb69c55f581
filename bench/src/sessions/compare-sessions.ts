import { driveVariants, medianRows, startVariant, type Running } from '../load/drive-variants.ts'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { printTable } from 'test-support/print-table'
import { variants } from './variants.ts'

const rounds = { rounds: 5, seconds: 2, connections: 32 }

/** CPU and throughput of an authenticated GET: bare Express, ours, and the usual session middlewares, interleaved. */
export async function compareSessions(): Promise<void> {
  const redis = hasRedisServer() ? await startRedisServer() : undefined
  if (redis === undefined) console.log('redis-server is not installed: its row is left out')
  else process.env['BENCH_REDIS_URL'] = redis.url
  const names = Object.keys(variants).filter((name) => redis !== undefined || !name.includes('Redis'))
  const script = new URL('server.ts', import.meta.url)
  const running = await Promise.all(names.map((name) => startVariant(script, name)))
  const setCookie = await Promise.all(running.map(setCookieBytes))
  await driveVariants(
    running,
    ({ origin, facts }) => ({ url: `${origin}/me`, headers: { cookie: facts['cookie'] ?? '' } }),
    rounds,
  )
  printTable(
    `Authenticated GET, ${rounds.connections} connections, median of ${rounds.rounds} rounds`,
    ['app', 'µs CPU per request', 'of bare', 'added', 'requests/s', 'of bare', 'Set-Cookie bytes'],
    medianRows(running).map((row, index) => row.concat(String(setCookie[index]))),
  )
  for (const { child } of running) child.disconnect()
  await redis?.stop()
}

/** Also proves that every variant really knows the visitor. */
async function setCookieBytes({ name, origin, facts }: Running): Promise<number> {
  const response = await fetch(`${origin}/me`, { headers: { cookie: facts['cookie'] ?? '' } })
  if (name !== 'bare Express' && !(await response.text()).includes('张三'))
    throw new Error(`${name} does not know the visitor`)
  return response.headers.getSetCookie().reduce((bytes, line) => bytes + line.length, 0)
}
