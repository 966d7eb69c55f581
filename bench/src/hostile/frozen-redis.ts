import { setTimeout as wait } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { startSimulator } from '@wecom-kit/simulator'
import { findProgram } from 'test-support/find-program'
import { freePort } from 'test-support/free-port'
import { startNginx } from 'test-support/nginx'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { selfSign } from 'test-support/self-sign'
import { Visitor } from 'test-support/visitor'
import { printTable } from 'test-support/print-table'
import { startProcess } from './start-process.ts'

const phases = { before: 3000, frozen: 10_000, after: 5000 } as const
type Phase = keyof typeof phases
const members = ['zhangsan', 'lisi', 'wangwu', 'zhaoliu']
const visitors = 24

interface Answer {
  phase: Phase
  page: string
  status: number
  ms: number
}

/** Three processes behind nginx on a Redis that freezes for ten seconds, under 24 signed-in visitors. */
export async function frozenRedis(): Promise<void> {
  const nginx = findProgram('a frozen Redis behind nginx', 'nginx')
  const openssl = findProgram('a frozen Redis behind nginx', 'openssl')
  if (nginx === undefined || openssl === undefined || !hasRedisServer()) return
  const [port, ...upstreams] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const simulator = await startSimulator()
  await using redis = await startRedisServer()
  const baseUrl = `https://localhost:${port}/oa`
  const settings = { redisUrl: redis.url, baseUrl }
  const processes = await Promise.all(
    upstreams.map((upstream) => startProcess(simulator, { ...settings, port: upstream })),
  )
  const tls = await selfSign(openssl)
  await using _proxy = await startNginx({ nginx, tls, port, prefix: '/oa', upstreams })
  const trusted = getCACertificates()
  setDefaultCACertificates([...trusted, tls.certificate])
  const people = await Promise.all(Array.from({ length: visitors }, (_, at) => signedIn(baseUrl, at)))
  const answers = await underLoad(people, redis)
  const kept = await Promise.all(people.map(async (one) => (await one.fetch('guarded')).status === 200))
  setDefaultCACertificates(trusted)
  for (const one of processes) await one.kill()
  await simulator.close()
  printTable(
    `Redis frozen for ${phases.frozen / 1000} s, ${visitors} visitors, 3 processes behind nginx`,
    ['page', 'Redis', 'answers', '503', 'failed otherwise', 'slowest ms'],
    rowsOf(answers),
  )
  const lost = kept.filter((is) => !is).length
  const lines = processes.map(({ log }) => log.length).join(', ')
  console.log(`\nSessions lost: ${lost} of ${visitors}. Log lines of the processes: ${lines}.`)
}

async function signedIn(baseUrl: string, at: number): Promise<Visitor> {
  const one = new Visitor(baseUrl)
  const { response } = await one.signIn(members[at % members.length] ?? '')
  if (response.status >= 500) throw new Error(`the sign-in ended with ${response.status}`)
  if ((await one.fetch('guarded')).status !== 200) throw new Error('a visitor is not signed in')
  return one
}

async function underLoad(
  people: readonly Visitor[],
  redis: { pause(): void; resume(): void },
): Promise<Answer[]> {
  const answers: Answer[] = []
  const now: { phase: Phase | undefined } = { phase: 'before' }
  const visit = async (one: Visitor, page: string) => {
    while (now.phase !== undefined) {
      const began = { phase: now.phase, at: performance.now() }
      const { status } = await one.fetch(page, { headers: { accept: 'application/json' } })
      answers.push({ phase: began.phase, page, status, ms: performance.now() - began.at })
    }
  }
  const load = Promise.all(people.map((one, at) => visit(one, at % 2 === 0 ? 'public' : 'guarded')))
  await wait(phases.before)
  redis.pause()
  now.phase = 'frozen'
  await wait(phases.frozen)
  redis.resume()
  now.phase = 'after'
  await wait(phases.after)
  now.phase = undefined
  await load
  return answers
}

function rowsOf(answers: readonly Answer[]): string[][] {
  return ['public', 'guarded'].flatMap((page) =>
    Object.keys(phases).map((phase) => {
      const these = answers.filter((answer) => answer.page === page && answer.phase === phase)
      const unavailable = these.filter(({ status }) => status === 503).length
      const failed = these.filter(({ status }) => status !== 200 && status !== 503).length
      const slowest = Math.max(...these.map(({ ms }) => ms))
      return [page, phase, String(these.length), String(unavailable), String(failed), slowest.toFixed(0)]
    }),
  )
}
