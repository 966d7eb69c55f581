import { clairvoyantCalls } from './clairvoyant.ts'
import { generateCorp, type CorpShape } from './corp.ts'
import { measure } from './measure.ts'
import { sixWorkloads } from './six-workloads.ts'
import { ours } from './strategies.ts'
import type { Workload } from './workloads.ts'

interface Case {
  readonly name: string
  readonly shape: CorpShape
  /** What the directory may cost at most in calls of the clairvoyant, with the index and without. */
  readonly bars: readonly [indexed: number, learning: number]
}

const cases: readonly Case[] = [
  { name: '12,000 members, 300 departments', shape: {}, bars: [1.05, 1.5] },
  { name: 'the same, all departments below the root', shape: { flat: true }, bars: [1.05, 1.5] },
  { name: 'the same, some departments very large', shape: { sizes: 'heavy' }, bars: [1.05, 1.5] },
  { name: 'the same, everybody in three departments', shape: { homes: 3 }, bars: [1.25, 1.65] },
  {
    name: '1,000 members, 40 departments',
    shape: { users: 1000, departments: 40 },
    bars: [1.2, 1.75],
  },
]

/** Six workloads in corps of several shapes, held against somebody who knows all requests in advance. */
export async function compareWithClairvoyant(): Promise<string[]> {
  const broken: string[] = []
  for (const { name, shape, bars } of cases) {
    console.log(`\n### Calls of a clairvoyant: ${name}\n`)
    console.log('| workload | clairvoyant | with index | | p95 ms | without | | p95 ms |')
    console.log(`|${'---|'.repeat(8)}`)
    for (const [workload, happenings] of Object.entries(sixWorkloads)) {
      if ((shape.users ?? 12_000) < 2000 && workload === 'sign-ins') continue
      const cells = await ratios({ name: workload, makeCorp: () => generateCorp(shape), happenings })
      console.log(`| ${workload} | ${cells.optimum} | ${cells.indexed.text} | ${cells.learning.text} |`)
      for (const [index, { ratio }] of [cells.indexed, cells.learning].entries()) {
        const bar = bars[index] ?? 1
        if (ratio > bar) {
          broken.push(`${name}, ${workload}: ${ratio.toFixed(2)} times the clairvoyant, ${bar} at most`)
        }
      }
    }
  }
  return broken
}

async function ratios(workload: Workload): Promise<{
  optimum: number
  indexed: { ratio: number; text: string }
  learning: { ratio: number; text: string }
}> {
  const optimum = clairvoyantCalls(workload)
  const of = async (withIndex: boolean): Promise<{ ratio: number; text: string }> => {
    const { calls, p95 } = await measure(workload, (wecom, clock) =>
      ours(wecom.client(), clock.now, withIndex ? wecom.contactsClient() : undefined, true),
    )
    const ratio = calls / optimum
    return { ratio, text: `${calls} | ${ratio.toFixed(2)} | ${p95.toFixed(0)}` }
  }
  return { optimum, indexed: await of(true), learning: await of(false) }
}
