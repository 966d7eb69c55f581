import { once } from 'node:events'
import { connect } from 'node:net'
import type { FaultKind, Simulator } from '@wecom-kit/simulator'
import type { RedisServer } from 'test-support/redis-server'
import type { ClockTrouble, RedisTrouble, Round } from './plan.ts'
import type { Random } from './random.ts'
import type { Target } from './target.ts'

const twoHoursMs = 7_200_000

/** Makes WeCom fail; the returned function ends it. */
export function troubleUpstream(simulator: Simulator, { upstream }: Round, random: Random): () => void {
  if (upstream === 'none') return () => undefined
  if (upstream === 'tokens revoked') {
    simulator.tokens.revoke({ answer: random.pick([40014, 42001]) })
    return () => undefined
  }
  if (upstream === 'too many at once') {
    simulator.settings.set({ concurrency: 1, latencyMs: 20 })
    return () => simulator.settings.set({ concurrency: 0, latencyMs: 0 })
  }
  if (upstream === 'answer') scriptAnswers(simulator, random)
  else
    simulator.faults.random({
      rate: random.pick([0.3, 0.6, 1]),
      seed: random.seed(),
      kinds: [upstream],
    })
  return () => simulator.faults.clear()
}

/** Answers of anybody but WeCom, and of a WeCom that changed its mind. */
const foreignAnswers: readonly [FaultKind['answer'], ...FaultKind['answer'][]] = [
  { status: 204 },
  { body: '' },
  { body: 'null' },
  { body: '[]' },
  { body: '{}' },
  { body: '{"errcode":"0"}' },
  { body: '{"errcode":0,"errmsg":"ok"}' },
  { body: '{"errcode":0,"access_token":"","expires_in":-1}' },
  { body: '{"errcode":0,"userid":5,"userlist":[{}],"department":[{}],"department_id":[{}]}' },
  { body: '{"errcode":0,"userlist":[null],"department":[null],"department_id":[null]}' },
  { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
  { status: 429, headers: { 'retry-after': '86400' } },
  { headers: { 'content-encoding': 'gzip' }, body: 'no gzip' },
]

function scriptAnswers(simulator: Simulator, random: Random): void {
  for (const path of [
    'gettoken',
    'user/get',
    'user/simplelist',
    'user/list',
    'department/list',
    'auth/getuserinfo',
  ])
    simulator.faults.add({
      kind: 'answer',
      path: `/cgi-bin/${path}`,
      times: 1 + random.below(6),
      ...random.pick(foreignAnswers),
    })
}

/** Begins a chapter's trouble; the returned function ends it. */
export async function troubleRedis(redis: RedisServer, trouble: RedisTrouble): Promise<() => Promise<void>> {
  if (trouble === 'stopped') {
    await redis.stop()
    return () => redis.start()
  }
  if (trouble === 'frozen') {
    redis.pause()
    return async () => redis.resume()
  }
  if (trouble === 'emptied') await emptyRedis(redis)
  return async () => undefined
}

/** Makes Redis forget everything. */
export async function emptyRedis({ port }: RedisServer): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.write('FLUSHALL\r\n')
  await once(socket, 'data')
  socket.destroy()
}

/** Moves a clock: ours in one process, or WeCom's; the returned function moves it back. */
export function troubleClock(simulator: Simulator, target: Target, trouble: ClockTrouble): () => void {
  if (trouble === 'right') return () => undefined
  const offsetMs = trouble.endsWith('ahead') ? twoHoursMs : -twoHoursMs
  if (trouble.startsWith('WeCom')) {
    simulator.clock.advance(offsetMs)
    return () => simulator.clock.advance(-offsetMs)
  }
  target.moveClock(offsetMs)
  return () => target.moveClock(0)
}
