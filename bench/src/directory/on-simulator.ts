import { createWecomClient, type User, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import type { Corp } from './corp.ts'
import type { Measured } from './measure.ts'
import { printWorkload } from './report.ts'
import { stream, type Request } from './requests.ts'
import { dataLoader, dataLoaderWithTtl, naive, ours, type Answer, type Strategy } from './strategies.ts'

type Make = (app: WecomClient, contacts: WecomClient) => Strategy

const strategies: readonly Make[] = [
  (app) => naive(app),
  (app) => dataLoader(app),
  (app) => dataLoaderWithTtl(app, Date.now),
  (app) => ours(app, Date.now),
  (app, contacts) => ours(app, Date.now, contacts),
]

/** The stream and 500 unknown ids over real HTTP: calls counted by the simulator's journal, real waiting. */
export async function compareOnSimulator(): Promise<void> {
  await using simulator = await startSimulator({ seed: 'big-corp?users=12000&departments=300' })
  const corp = corpOf(simulator)
  const ghosts: Request = {
    kind: 'users',
    ids: Array.from({ length: 500 }, (_unused, index) => `ghost${index}`),
  }
  await compare('stream of 400, on the simulator', simulator, stream(corp))
  await compare('500 unknown ids twice, on the simulator', simulator, [ghosts, ghosts])
}

async function compare(name: string, simulator: Simulator, requests: readonly Request[]): Promise<void> {
  const runs: Measured[] = []
  for (const make of strategies) {
    await simulator.reset()
    simulator.settings.set({ latencyMs: [15, 25] })
    const app = clientOf(simulator, 'portal')
    await using contacts = clientOf(simulator, 'contacts-sync')
    runs.push(await run(simulator, make(app, contacts), requests))
    await app.close()
  }
  printWorkload(name, runs)
}

async function run(
  simulator: Simulator,
  strategy: Strategy,
  requests: readonly Request[],
): Promise<Measured> {
  await strategy.prepare?.()
  const latencies: number[] = []
  const answers: (Answer | undefined)[] = []
  for (let next = 0; next < requests.length; next += 4) {
    const several = requests.slice(next, next + 4).map(async (request, index) => {
      const started = performance.now()
      answers[next + index] = await strategy.answer(request)
      latencies.push(performance.now() - started)
    })
    await Promise.all(several)
  }
  latencies.sort((one, other) => one - other)
  const paths = simulator.journal.requests().map(({ path }) => path.replace('/cgi-bin/', ''))
  const reads = paths.filter((path) => path !== 'gettoken')
  const { guesses = 0, batches = 0, planningMs = 0 } = strategy.directory?.stats() ?? {}
  return {
    strategy: strategy.name,
    calls: reads.length,
    byApi: {},
    megabytes: Number.NaN,
    p50: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
    failed: 0,
    answers,
    overhead:
      strategy.directory === undefined
        ? 0
        : guesses + reads.filter((path) => !/^user\/(?:get|list)$/.test(path)).length,
    batches,
    planningMicroseconds: batches === 0 ? 0 : (planningMs * 1000) / batches,
  }
}

function clientOf(simulator: Simulator, name: string): WecomClient {
  const app = simulator.apps.find((candidate) => candidate.name === name)
  if (app === undefined) throw new Error(`the seed has no app ${name}`)
  const { secret, agentId } = app
  return createWecomClient({
    corpId: simulator.corp.id,
    secret,
    ...(agentId !== undefined && { agentId }),
    baseUrl: simulator.url,
  })
}

function corpOf({ contacts }: Simulator): Corp {
  const users = new Map<string, User>()
  const members = new Map<number, string[]>()
  for (const { userid, name, department } of contacts.users()) {
    users.set(userid, { userid, name, department: [...department] })
    for (const id of department) members.set(id, [...(members.get(id) ?? []), userid])
  }
  const departments = contacts
    .departments()
    .map(({ id, name, parentid, order }) => ({ id, name, parentid, order }))
  return { departments, users, userIds: [...users.keys()], members }
}
