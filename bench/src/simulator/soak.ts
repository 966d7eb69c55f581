import { createWecomClient, isWecomError, type WecomClient } from '@wecom-kit/core'
import { faultKinds, startSimulator, type Simulator } from '@wecom-kit/simulator'
import { printTable } from 'test-support/print-table'

const calls = 10_000
const concurrency = 50
const faultRate = 0.2
const timeout = 200
const deadline = 2_000

/**
 * 10,000 calls of core against a WeCom that goes wrong on a fifth of all requests, in every way the simulator knows:
 * each call must end in an answer or a typed error, and before its deadline. The seed repeats the run.
 */
export async function soak(seed = Number(process.env['SOAK_SEED'] ?? Date.now() % 1_000_000)): Promise<void> {
  const simulator = await startSimulator()
  const app = simulator.apps[0]
  const wecom = createWecomClient({
    corpId: simulator.corp.id,
    secret: app?.secret ?? '',
    baseUrl: simulator.url,
    timeout,
    deadline,
  })
  const members = simulator.contacts.users().map(({ userid }) => userid)
  // An answer of one's own needs words for each path.
  const kinds = faultKinds.filter((kind) => kind !== 'answer')
  simulator.faults.random({ rate: faultRate, seed, kinds, paths: ['/cgi-bin/user/get'] })
  const outcomes = new Map<string, number>()
  let slowest = 0
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < calls) {
      const call = next++
      if (call % 500 === 499) takeTokenAway(simulator, call)
      const startedAt = performance.now()
      const outcome = await outcomeOf(wecom, members[call % members.length] ?? 'zhangsan')
      slowest = Math.max(slowest, performance.now() - startedAt)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  printTable(
    `${calls} calls with faults on ${faultRate * 100} % of requests (seed ${seed})`,
    ['outcome', 'calls'],
    [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, count]) => [outcome, String(count)]),
  )
  console.log(
    `\nslowest call ${slowest.toFixed(0)} ms, deadline ${deadline} ms, requests ${simulator.journal.count()}`,
  )
  if (outcomes.has('untyped') || slowest > deadline + 500) process.exitCode = 1
  await wecom.close()
  await simulator.close()
}

/**
 * Revokes the token, and lets the next gettoken go wrong as well. Not with 45009 or a bad secret: after those the client
 * rightly asks nobody for a minute, and a minute of this run would measure nothing.
 */
function takeTokenAway({ tokens, faults }: Simulator, call: number): void {
  const path = '/cgi-bin/gettoken'
  const trouble = [
    { path, kind: 'errcode', errcode: -1 },
    { path, kind: 'reset' },
    { path, kind: 'http', status: 502 },
    { path, kind: 'hang' },
    { path, kind: 'html' },
  ] as const
  const fault = trouble[Math.floor(call / 500) % trouble.length]
  if (fault !== undefined) faults.add(fault)
  tokens.revoke({ answer: call % 1000 === 999 ? 42001 : 40014 })
}

async function outcomeOf(wecom: WecomClient, userid: string): Promise<string> {
  try {
    const user = await wecom.users.get(userid)
    return user.userid === userid ? 'answered' : 'answered with another member'
  } catch (error) {
    return isWecomError(error) ? error.code : 'untyped'
  }
}
