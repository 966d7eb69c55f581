import { fork, type ChildProcess } from 'node:child_process'
import autocannon from 'autocannon'
import { median } from '../support/median.ts'

/** One variant under load. */
export interface Running {
  readonly name: string
  readonly child: ChildProcess
  readonly origin: string
  /** What the variant told about itself. */
  readonly facts: Record<string, string>
  /** Microseconds of CPU per request, a sample a round. */
  readonly cpu: number[]
  /** Requests per second, a sample a round. */
  readonly rate: number[]
}

/** How a variant is loaded. */
export type Load = (running: Running) => Pick<autocannon.Options, 'url' | 'method' | 'headers' | 'body'>

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
  const { origin, ...facts } = await new Promise<{ origin: string } & Record<string, string>>(
    (resolve, reject) => {
      child.once('message', (message: { origin: string } & Record<string, string>) => resolve(message))
      child.once('exit', () => reject(new Error(`${name} ended before it listened`)))
    },
  )
  return { name, child, origin, facts, cpu: [], rate: [] }
}

/** Loads the variants in turn, again and again: a machine that slows down slows all of them down. */
export async function driveVariants(
  running: readonly Running[],
  load: Load,
  { rounds, seconds, connections }: Rounds,
): Promise<void> {
  for (const one of running) await measure(one, load, 1, connections)
  for (let round = 0; round < rounds; round += 1) {
    for (const one of running) {
      const { cpu, rate } = await measure(one, load, seconds, connections)
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
    (median(one.cpu) / median(base.cpu)).toFixed(2),
    (median(one.cpu) - median(base.cpu)).toFixed(0),
    median(one.rate).toFixed(0),
    (median(one.rate) / median(base.rate)).toFixed(2),
  ])
}

async function measure(
  one: Running,
  load: Load,
  duration: number,
  connections: number,
): Promise<{ cpu: number; rate: number }> {
  const before = await cpuOf(one.child)
  const { requests, non2xx, errors } = await autocannon({ ...load(one), connections, duration })
  const cpu = (await cpuOf(one.child)) - before
  if (non2xx > 0 || errors > 0) throw new Error(`${one.name}: ${non2xx} bad answers, ${errors} errors`)
  return { cpu: cpu / requests.total, rate: requests.total / duration }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = new Promise<NodeJS.CpuUsage>((resolve) => {
    child.once('message', (message: { cpu: NodeJS.CpuUsage }) => resolve(message.cpu))
  })
  child.send('cpu')
  const { user, system } = await answer
  return user + system
}
