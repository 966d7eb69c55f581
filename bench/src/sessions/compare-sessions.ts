import { driveVariants, type Load, medianRows, startVariant, type Running } from '../load/drive-variants.ts'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { record } from '../results/record.ts'
import type { Pace } from '../support/pace.ts'
import { variants } from './variants.ts'

const columns = ['app', 'µs CPU per request', 'of bare', 'added', 'requests/s', 'of bare']

/** CPU and throughput of an authenticated GET: bare Express, ours, and the usual session middlewares, interleaved. */
export async function compareSessions({ quick, rounds, seconds }: Pace): Promise<void> {
  const redis = hasRedisServer() ? await startRedisServer() : undefined
  if (redis === undefined) console.log('redis-server is not installed: its rows are left out')
  else process.env['BENCH_REDIS_URL'] = redis.url
  const names = Object.keys(variants).filter((name) => redis !== undefined || !/redis/i.test(name))
  const script = new URL('server.ts', import.meta.url)
  const running = await Promise.all(names.map((name) => startVariant(script, name)))
  const setCookie = await Promise.all(running.map(checkVisitor))
  for (const connections of quick ? [32] : [1, 32, 200]) {
    await driveVariants(running, (one) => loadOf(one, 1), { rounds, seconds, connections })
    record({
      id: `sessions-${connections}`,
      title: `Signed-in GET, one visitor, ${connections} at once`,
      columns: [...columns, 'Set-Cookie bytes'],
      rows: medianRows(running).map((row, index) => row.concat(String(setCookie[index]))),
    })
  }
  const ours = running.filter(({ name }) => name === 'bare Express' || name.startsWith('wecomSSO'))
  await driveVariants(ours, (one) => loadOf(one, Infinity), { rounds, seconds, connections: 32 })
  record({
    id: 'sessions-visitors',
    title: 'Signed-in GET, 5,000 visitors in random order, 32 at once',
    columns,
    rows: medianRows(ours),
  })
  for (const { child } of running) child.disconnect()
  await redis?.stop()
}

function loadOf({ facts, origin }: Running, visitors: number): Load {
  const requests = cookiesOf(facts)
    .slice(0, visitors)
    .map((cookie) => ({ method: 'GET' as const, headers: { cookie } }))
  return { url: `${origin}/me`, requests }
}

function cookiesOf({ cookies }: Running['facts']): string[] {
  return Array.isArray(cookies) ? cookies.map(String) : []
}

/** Proves that every variant knows the visitor and answers the same bytes; gives the bytes of Set-Cookie. */
async function checkVisitor({ name, origin, facts }: Running): Promise<number> {
  const response = await fetch(`${origin}/me`, { headers: { cookie: cookiesOf(facts)[0] ?? '' } })
  const text = await response.text()
  const expected =
    /^\{"user":\{"corpId":"ww1234567890abcdef","agentId":1000002,"userId":"visitor-00000",.*"departmentIds":\[1,7\].*\}\}$/
  if (!expected.test(text)) throw new Error(`${name} does not know the visitor: ${text.slice(0, 200)}`)
  return response.headers.getSetCookie().reduce((bytes, line) => bytes + line.length, 0)
}
