/**
 * Measures the demo on this machine: what one process more adds, how fast an edit is seen by all, what a killed process
 * and a Redis that restarts cost, and how long a cold start takes. `--quick` leaves out 100,000 members.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { createClient } from '@keyv/redis'
import { Visitor } from 'test-support/visitor'
import { buildPage } from '../build-page.ts'
import { departmentQuery, moreMembersQuery, searchQuery } from '../../page/directory/queries.ts'
import { dig, readList, readText } from '../../page/lib/read.ts'
import { startCluster, type Cluster } from './cluster.ts'
import { load, type LoadResult } from './load.ts'

const query = '{ me { id name } user(id: "LiSi") { name position } }'
const small = 'small-corp'
const trusted = getCACertificates()

await buildPage()
await scaling()
await disasters()
await coldStart('big-corp?users=12000&departments=300')
if (!process.argv.includes('--quick')) await coldStart('big-corp?users=100000&departments=3000')
process.exit(0)

async function scaling(): Promise<void> {
  print(
    'processes',
    'requests/s',
    'median ms',
    '99 % ms',
    'failed',
    'gettoken',
    'edit seen by all, ms (median, worst)',
  )
  for (const count of [1, 2, 4]) {
    await using cluster = await startCluster(count, small)
    const { cookie, visitor } = await signIn(cluster)
    await ask(cluster, cookie, 3)
    const { failures, median, p99, perSecond } = await ask(cluster, cookie, 10)
    const seen = await edits(cluster, visitor)
    const failed = [...failures.values()].reduce((sum, each) => sum + each, 0)
    const tokens = await cluster.wecom.calls('/cgi-bin/gettoken')
    print(
      count,
      perSecond,
      median,
      p99,
      failed,
      tokens,
      `${seen[Math.floor(seen.length / 2)]}, ${seen.at(-1)}`,
    )
  }
}

/** Milliseconds from an edit until every process answers with it, sorted. */
async function edits({ addresses, wecom }: Cluster, visitor: Visitor): Promise<number[]> {
  const position = '{ user(id: "LiSi") { position } }'
  const times: number[] = []
  for (let edit = 0; edit < 20; edit += 1) {
    const title = `工程师 ${edit}`
    const startedAt = performance.now()
    await wecom.control('users/LiSi', { method: 'PATCH', body: { position: title } })
    // nginx takes the processes in turn and says whom it asked.
    for (const knowing = new Set<string>(); knowing.size < addresses.length;) {
      const response = await visitor.post('graphql', { query: position })
      if ((await response.text()).includes(title)) knowing.add(response.headers.get('x-upstream') ?? '')
    }
    times.push(Math.round(performance.now() - startedAt))
  }
  return times.toSorted((a, b) => a - b)
}

async function disasters(): Promise<void> {
  await using cluster = await startCluster(2, small)
  const { cookie } = await signIn(cluster)
  await ask(cluster, cookie, 3)
  const killing = ask(cluster, cookie, 8)
  await pause(3000)
  cluster.processes[1]?.kill('SIGKILL')
  tell('one of two processes killed (SIGKILL) under load', await killing)
  const restarting = ask(cluster, cookie, 10)
  await pause(3000)
  await cluster.redis.stop()
  await pause(1000)
  await cluster.redis.start()
  tell('Redis stopped for a second under load', await restarting)
}

function tell(what: string, { failures, failingFor, requests }: LoadResult): void {
  const list = [...failures].map(([outcome, count]) => `${count} × ${outcome}`).join(', ') || 'none'
  process.stdout.write(`\n${what}: ${requests} requests, failed: ${list}, over ${failingFor} ms\n`)
}

async function coldStart(seed: string): Promise<void> {
  await using cluster = await startCluster(1, seed)
  const before = await cluster.wecom.calls()
  const startedAt = performance.now()
  const { visitor } = await signIn(cluster)
  const since = (): number => Math.round(performance.now() - startedAt)
  await visitor.query(
    '{ me { memberships { department { id members(first: 50) { nodes { user { name } } } } } } }',
  )
  const [firstList, listCalls] = [since(), (await cluster.wecom.calls()) - before]
  for (;;) {
    const answer = JSON.stringify(await visitor.query('{ searchUsers(query: "zhangsan") { totalCount } }'))
    if (answer.includes('"totalCount":')) break
    await pause(100)
  }
  const calls = (await cluster.wecom.calls()) - before
  process.stdout.write(
    `\n${seed}: signed in and first list after ${firstList} ms (${listCalls} calls by then), first search after ${since()} ms (${calls} calls)\n`,
  )
  process.stdout.write(`a search: ${await searches(visitor)}\n`)
  await scrollToTheEnd(visitor)
  const memory = `a process takes ${await processMegabytes(cluster)} MB, Redis ${await redisMegabytes(cluster)} MB`
  process.stdout.write(`${memory}\n`)
}

/** What the page asks while somebody types, each text once for a first page of 100. */
async function searches(visitor: Visitor): Promise<string> {
  const texts = ['张', '王芳', 'zh', 'zhang', 'zhangs', 'zs', 'wangf', 'li', 'u0', 'u00007', 'name1', 'xyz']
  const times: number[] = []
  for (const text of texts) {
    const startedAt = performance.now()
    await visitor.query(searchQuery, { text })
    times.push(Math.round(performance.now() - startedAt))
  }
  const sorted = times.toSorted((a, b) => a - b)
  return `${sorted[Math.floor(sorted.length / 2)]} ms, the slowest ${sorted.at(-1)} ms`
}

/** What the operating system counts, as a scrape sees it. */
async function processMegabytes({ addresses }: Cluster): Promise<number> {
  const metrics = await (await fetch(`${addresses[0]}/metrics`)).text()
  const [, bytes] = /^process_resident_memory_bytes (\d+)/m.exec(metrics) ?? []
  return megabytes(Number(bytes))
}

async function redisMegabytes({ redis }: Cluster): Promise<number> {
  const client = createClient({ url: redis.url })
  await client.connect()
  const [, bytes] = /^used_memory:(\d+)/m.exec(await client.info('memory')) ?? []
  client.destroy()
  return megabytes(Number(bytes))
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}

/** What the page does when somebody drags the list of the whole company to its end: piece by piece, by its own queries. */
async function scrollToTheEnd(visitor: Visitor): Promise<void> {
  const startedAt = performance.now()
  let after: string | undefined
  let pieces = 0
  let rows = 0
  do {
    const first = after === undefined ? 100 : 1000
    const piece = after === undefined ? departmentQuery : moreMembersQuery
    const answer = await visitor.query(piece, { id: '1', all: true, first, after })
    const ids = readList(dig(answer, 'data', 'departmentUsers'), (person) => readText(dig(person, 'id')))
    after = ids.at(-1)
    rows += ids.length
    pieces += 1
  } while (after !== undefined)
  const took = Math.round(performance.now() - startedAt)
  process.stdout.write(`scrolled to the last of ${rows} rows: ${took} ms in ${pieces} pieces\n`)
}

async function signIn({ certificate, url }: Cluster): Promise<{ visitor: Visitor; cookie: string }> {
  setDefaultCACertificates([...trusted, certificate])
  const visitor = new Visitor(url)
  await visitor.signIn('zhangsan')
  return { visitor, cookie: await visitor.cookies() }
}

function ask({ certificate, url }: Cluster, cookie: string, seconds: number): Promise<LoadResult> {
  return load({ url, certificate, cookie, query, seconds })
}

function print(...cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
