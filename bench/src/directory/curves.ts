import { createDirectory } from '@wecom-kit/core'
import { record } from '../results/record.ts'
import { generateCorp, type Corp } from './corp.ts'
import { measure } from './measure.ts'
import { sixWorkloads } from './six-workloads.ts'
import { ours } from './strategies.ts'
import { VirtualClock } from './virtual-clock.ts'
import { FakeWecom } from './wecom.ts'

const sizes = [1000, 3000, 12_000, 30_000, 100_000, 300_000]
const membersPerDepartment = 33
const columns = [
  'members',
  'calls of warm({ search })',
  's of it, 60 ms a call',
  'MB in memory',
  'longest block ms of it',
  'block ms, first recursive root',
  'block ms, search that finds everybody',
  'ms CPU, fetch_child of all',
  'longest block ms, fetch_child',
  'calls, mixed, with index',
  'calls, mixed, without',
  'µs planning a batch, with index',
]

/** How calls, memory, planning and blocks grow with the company. Calls and seconds are of virtual time. */
export async function drawCurves(): Promise<void> {
  const rows: string[][] = []
  for (const users of sizes) {
    const corp = generateCorp({ users, departments: Math.ceil(users / membersPerDepartment) })
    rows.push([String(users), ...(await warmed(corp)), ...(await subtree(corp)), ...(await mixed(corp))])
  }
  record({ id: 'directory-curves', title: 'Directory: what grows with the company', columns, rows })
}

async function warmed(corp: Corp): Promise<string[]> {
  const clock = new VirtualClock()
  const wecom = new FakeWecom(corp, clock, 10)
  const directory = createDirectory(wecom.client(), { now: clock.now, maxMemory: 2000 })
  const started = clock.now()
  const warm = await blocks(() => clock.run(directory.warm({ search: true })))
  const root = await blocks(() => directory.departmentUsers(1, { recursive: true }))
  const search = await blocks(() => directory.search('user', { limit: 20 }))
  return [
    String(wecom.total),
    ((clock.now() - started) / 1000).toFixed(1),
    (directory.stats().memory?.megabytes ?? 0).toFixed(1),
    ...[warm, root, search].map(({ longest }) => longest.toFixed(0)),
  ]
}

async function subtree(corp: Corp): Promise<string[]> {
  const clock = new VirtualClock()
  const directory = createDirectory(new FakeWecom(corp, clock).client(), {
    now: clock.now,
    fetchChild: true,
    maxMemory: 2000,
  })
  await clock.run(directory.warm())
  const { cpu, longest } = await blocks(() => clock.run(directory.departmentUsers(1, { recursive: true })))
  return [cpu.toFixed(0), longest.toFixed(0)]
}

async function mixed(corp: Corp): Promise<string[]> {
  const workload = { name: 'mixed', makeCorp: () => corp, happenings: sixWorkloads['mixed'] ?? (() => []) }
  const indexed = await measure(workload, (wecom, clock) =>
    ours(wecom.client(), clock.now, wecom.contactsClient(), true),
  )
  const learning = await measure(workload, (wecom, clock) => ours(wecom.client(), clock.now, undefined, true))
  return [String(indexed.calls), String(learning.calls), indexed.planningMicroseconds.toFixed(0)]
}

/** CPU of the work in ms, and the longest of it in which nothing else had a turn. This thread's, so that others and the collector's threads do not count. */
async function blocks(work: () => Promise<unknown>): Promise<{ cpu: number; longest: number }> {
  globalThis.gc?.()
  let longest = 0
  let since = cpuMs()
  let running = true
  const look = (): void => {
    const now = cpuMs()
    longest = Math.max(longest, now - since)
    since = now
    if (running) setImmediate(look)
  }
  setImmediate(look)
  const before = cpuMs()
  await work()
  const cpu = cpuMs() - before
  running = false
  look()
  return { cpu, longest }
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
