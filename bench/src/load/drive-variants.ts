import { fork, type ChildProcess } from 'node:child_process'
import autocannon from 'autocannon'
import { median } from '../support/median.ts'

/** One variant under load. */
export interface Running {
  readonly name: string
  readonly child: ChildProcess
  readonly origin: string
  /** What the variant told about itself. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Microseconds of CPU per request, a sample a round. */
  readonly cpu: number[]
  /** Requests per second, a sample a round. */
  readonly rate: number[]
}

/** How a variant is loaded. With several requests every connection sends them in an order of its own. */
export interface Load {
  readonly url: string
  readonly requests: readonly LoadRequest[]
}

/** One request of a load. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Length and number of the rounds. */
export interface Rounds {
  rounds: number
  seconds: number
  connections: number
}

/** Starts a variant in a process of its own. */
export async function startVariant(script: URL, name: string, argument = ''): Promise<Running> {
  // As servers run where CPU matters; several of them check more in development.
  const child = fork(script, [name, argument], { env: { ...process.env, NODE_ENV: 'production' } })
  const { origin, ...facts } = await new Promise<{ origin: string } & Record<string, unknown>>(
    (resolve, reject) => {
      child.once('message', (message: { origin: string } & Record<string, unknown>) => resolve(message))
      child.once('exit', () => reject(new Error(`${name} ended before it listened`)))
    },
  )
  return { name, child, origin, facts, cpu: [], rate: [] }
}

/** Loads the variants in turn, again and again: a machine that slows down slows all of them down. */
export async function driveVariants(
  running: readonly Running[],
  load: (running: Running) => Load,
  { rounds, seconds, connections }: Rounds,
): Promise<void> {
  for (const one of running) {
    one.cpu.length = 0
    one.rate.length = 0
    await measure(one, load(one), Math.min(1, seconds), connections)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const one of running) {
      const { cpu, rate } = await measure(one, load(one), seconds, connections)
      one.cpu.push(cpu)
      one.rate.push(rate)
    }
  }
}

/** Medians as a table: CPU and throughput, each against the first variant. */
export function medianRows(running: readonly Running[]): string[][] {
  const [base] = running
  if (base === undefined) return []
  return running.map((one) => [
    one.name,
    median(one.cpu).toFixed(0),
    ratio(one.cpu, base.cpu),
    (median(one.cpu) - median(base.cpu)).toFixed(0),
    median(one.rate).toFixed(0),
    ratio(one.rate, base.rate),
  ])
}

/** Median of the ratios round by round: what the machine did in a round, it did to both. */
function ratio(samples: readonly number[], base: readonly number[]): string {
  return median(samples.map((sample, round) => sample / (base[round] ?? Number.NaN))).toFixed(2)
}

async function measure(
  one: Running,
  { requests, url }: Load,
  duration: number,
  connections: number,
): Promise<{ cpu: number; rate: number }> {
  const before = await cpuOf(one.child)
  const startedAt = performance.now()
  const {
    requests: sent,
    non2xx,
    errors,
  } = await autocannon({
    url,
    connections,
    duration,
    // How finely it counts is also how late it ends.
    sampleInt: 100,
    setupClient: (client) => client.setRequests(drawn(requests)),
  })
  const seconds = (performance.now() - startedAt) / 1000
  const cpu = (await cpuOf(one.child)) - before
  if (non2xx > 0 || errors > 0) throw new Error(`${one.name}: ${non2xx} bad answers, ${errors} errors`)
  return { cpu: cpu / sent.total, rate: sent.total / seconds }
}

/** What one connection sends, again and again: preparing more would cost the sender more than the load does. */
const sentByOne = 400

/** In step, all connections would ask for the same at the same moment: the best there is for any cache. */
function drawn<Item>(items: readonly Item[]): Item[] {
  if (items.length === 1) return [...items]
  return Array.from({ length: sentByOne }, () => items[Math.floor(Math.random() * items.length)]).flatMap(
    (item) => item ?? [],
  )
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = new Promise<NodeJS.CpuUsage>((resolve) => {
    child.once('message', (message: { cpu: NodeJS.CpuUsage }) => resolve(message.cpu))
  })
  child.send('cpu')
  const { user, system } = await answer
  return user + system
}
