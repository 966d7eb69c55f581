import { isDeepStrictEqual } from 'node:util'
import type { Corp } from './corp.ts'
import type { Answer, Strategy } from './strategies.ts'
import { VirtualClock } from './virtual-clock.ts'
import { FakeWecom } from './wecom.ts'
import type { Change, Workload } from './workloads.ts'

/** How a strategy is made for a run. */
export type MakeStrategy = (wecom: FakeWecom, clock: VirtualClock, warm: boolean) => Strategy

/** What a run came to. */
export interface Measured {
  strategy: string
  calls: number
  /** Calls by API. */
  byApi: Record<string, number>
  megabytes: number
  p50: number
  p95: number
  /** Requests that got an error. */
  failed: number
  answers: (Answer | undefined)[]
  /** Lists fetched on a guess, tree and index calls. */
  overhead: number
  /** Mean per batch; 0 for strategies that do not plan. */
  planningMicroseconds: number
  batches: number
}

/** Runs a workload in virtual time. */
export async function measure(workload: Workload, make: MakeStrategy): Promise<Measured> {
  const clock = new VirtualClock()
  const corp = workload.makeCorp()
  const wecom = new FakeWecom(corp, clock)
  const strategy = make(wecom, clock, workload.warm ?? true)
  await clock.run(strategy.prepare?.() ?? Promise.resolve())
  const latencies: number[] = []
  let failed = 0
  const run = async (): Promise<(Answer | undefined)[]> => {
    const answers = workload.happenings(corp).map(async (happening) => {
      await clock.sleep(happening.at)
      if ('block' in happening) {
        for (const path of happening.block.paths)
          wecom.blockedUntil.set(path, clock.now() + happening.block.ms)
        return undefined
      }
      if ('change' in happening) {
        change(corp, strategy, happening.change)
        return undefined
      }
      const started = clock.now()
      const answer = await strategy.answer(happening.request).catch(() => undefined)
      if (answer === undefined) failed += 1
      latencies.push(clock.now() - started)
      return answer
    })
    return Promise.all(answers)
  }
  const answers = await clock.run(run())
  await clock.drain()
  latencies.sort((one, other) => one - other)
  return {
    strategy: strategy.name,
    calls: wecom.total,
    byApi: Object.fromEntries(wecom.calls),
    megabytes: wecom.bytes / 1e6,
    p50: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
    failed,
    answers,
    overhead: overheadOf(wecom, strategy),
    ...planningOf(strategy),
  }
}

/** How many of the answers both have are the same. */
export function sameAnswers(one: Measured, other: Measured): { same: number; of: number } {
  const both = one.answers.flatMap((answer, index) => {
    const twin = other.answers[index]
    return answer === undefined || twin === undefined ? [] : [isDeepStrictEqual(answer, twin)]
  })
  return { same: both.filter(Boolean).length, of: both.length }
}

function change(corp: Corp, strategy: Strategy, { userId, departments }: Change): void {
  const user = corp.users.get(userId)
  if (user === undefined) return
  const before = user.department ?? []
  for (const id of before) remove(corp.members.get(id), userId)
  for (const id of departments) {
    const members = corp.members.get(id)
    if (members === undefined) corp.members.set(id, [userId])
    else members.push(userId)
  }
  corp.users.set(userId, { ...user, department: departments, main_department: departments[0] ?? 1 })
  strategy.changed?.(userId, [...before, ...departments])
}

function remove(members: string[] | undefined, userId: string): void {
  const position = members?.indexOf(userId) ?? -1
  if (position >= 0) members?.splice(position, 1)
}

function overheadOf(wecom: FakeWecom, { directory }: Strategy): number {
  const bookkeeping = ['department/simplelist', 'department/list', 'user/list_id']
  const calls = bookkeeping.reduce((sum, path) => sum + (wecom.calls.get(path) ?? 0), 0)
  return directory === undefined ? 0 : calls + directory.stats().guesses
}

function planningOf({ directory }: Strategy): Pick<Measured, 'batches' | 'planningMicroseconds'> {
  const { planningMs, batches } = directory?.stats() ?? { planningMs: 0, batches: 0 }
  return { batches, planningMicroseconds: batches === 0 ? 0 : (planningMs * 1000) / batches }
}
