import { record } from '../results/record.ts'
import { clairvoyantCalls } from './clairvoyant.ts'
import { generateCorp, type CorpShape } from './corp.ts'
import { measure } from './measure.ts'
import { sixWorkloads } from './six-workloads.ts'
import { ours } from './strategies.ts'
import type { Workload } from './workloads.ts'

/** What the directory may cost at most in calls of the clairvoyant, with the index and without. */
type Bars = readonly [indexed: number, learning: number]

interface Organisation {
  readonly name: string
  readonly shape: CorpShape
  readonly bars: Bars
}

const organisations: readonly Organisation[] = [
  ...ofSize({ users: 1000, departments: 40 }, [1.2, 1.75], [1.3, 3.3]),
  ...ofSize({}, [1.05, 1.5], [1.25, 1.65]),
  { name: '12,000 members, some departments very large', shape: { sizes: 'heavy' }, bars: [1.05, 1.5] },
  ...ofSize({ users: 100_000, departments: 3000 }, [1.05, 2.75], [1.5, 2.75]),
]

function ofSize(size: CorpShape, bars: Bars, ofSeveral: Bars): Organisation[] {
  const { users = 12_000, departments = 300 } = size
  const name = `${users.toLocaleString('en')} members in ${departments.toLocaleString('en')} departments`
  return [
    { name: `${name}, six below each`, shape: size, bars },
    { name: `${name}, flat`, shape: { ...size, tree: 'flat' }, bars },
    { name: `${name}, twenty deep`, shape: { ...size, tree: 'deep' }, bars },
    { name: `${name}, everybody in three`, shape: { ...size, homes: 3 }, bars: ofSeveral },
  ]
}

interface Cost {
  readonly calls: number
  readonly ratio: number
  readonly p95: number
}

/** Six workloads in organisations of several sizes and shapes, held against somebody who knows all requests in advance. */
export async function compareWithClairvoyant(): Promise<string[]> {
  const broken: string[] = []
  const rows: string[][] = []
  for (const { name, shape, bars } of organisations) {
    console.log(`\n### Calls of a clairvoyant: ${name}\n`)
    console.log('| workload | clairvoyant | with index | | p95 ms | without | | p95 ms |')
    console.log(`|${'---|'.repeat(8)}`)
    const costs: { optimum: number; indexed: Cost; learning: Cost }[] = []
    const corp = generateCorp(shape)
    for (const [workload, happenings] of Object.entries(sixWorkloads)) {
      if (corp.userIds.length < 2000 && workload === 'sign-ins') continue
      const cost = await costsOf({ name: workload, makeCorp: () => corp, happenings })
      costs.push(cost)
      console.log(`| ${workload} | ${cost.optimum} | ${cellsOf(cost.indexed)} | ${cellsOf(cost.learning)} |`)
      for (const [index, { ratio }] of [cost.indexed, cost.learning].entries()) {
        const bar = bars[index] ?? 1
        if (ratio > bar)
          broken.push(`${name}, ${workload}: ${ratio.toFixed(2)} times the clairvoyant, ${bar} at most`)
      }
    }
    const total = costs.reduce((sum, { optimum }) => sum + optimum, 0)
    const sides = [costs.map(({ indexed }) => indexed), costs.map(({ learning }) => learning)]
    rows.push([name, String(total), ...sides.flatMap((side) => sumOf(side, total))])
  }
  record({
    id: 'directory-organisations',
    title: 'Directory: calls, held against a clairvoyant, six workloads',
    columns: ['organisation', 'clairvoyant', 'with index', 'worst', 'without', 'worst'],
    rows,
  })
  return broken
}

async function costsOf(workload: Workload): Promise<{ optimum: number; indexed: Cost; learning: Cost }> {
  const optimum = clairvoyantCalls(workload)
  const of = async (withIndex: boolean): Promise<Cost> => {
    const { calls, p95 } = await measure(workload, (wecom, clock) =>
      ours(wecom.client(), clock.now, withIndex ? wecom.contactsClient() : undefined, true),
    )
    return { calls, ratio: calls / optimum, p95 }
  }
  return { optimum, indexed: await of(true), learning: await of(false) }
}

function cellsOf({ calls, p95, ratio }: Cost): string {
  return `${calls} | ${ratio.toFixed(2)} | ${p95.toFixed(0)}`
}

/** All workloads together and the worst of them, in calls of the clairvoyant. */
function sumOf(costs: readonly Cost[], total: number): [string, string] {
  const calls = costs.reduce((sum, cost) => sum + cost.calls, 0)
  return [(calls / total).toFixed(2), Math.max(...costs.map(({ ratio }) => ratio)).toFixed(2)]
}
