import { expect, test } from 'vitest'
import { checkBars } from './bars.ts'
import { clairvoyantCalls } from './clairvoyant.ts'
import { generateCorp } from './corp.ts'
import { measure } from './measure.ts'
import { stream } from './requests.ts'
import { dataLoader, dataLoaderWithTtl, naive, ours } from './strategies.ts'
import { VirtualClock } from './virtual-clock.ts'
import type { Workload } from './workloads.ts'

const small: Workload = {
  name: 'stream of 400, small corp',
  makeCorp: () => generateCorp({ users: 900, departments: 30 }),
  happenings: (corp) => stream(corp, 120).map((request, index) => ({ at: index * 25, request })),
}

test('a small stream keeps every promise, and nobody beats the clairvoyant', async () => {
  const runs = [
    await measure(small, (wecom) => naive(wecom.client())),
    await measure(small, (wecom) => dataLoader(wecom.client())),
    await measure(small, (wecom, clock) => dataLoaderWithTtl(wecom.client(), clock.now)),
    await measure(small, (wecom, clock) => ours(wecom.client(), clock.now)),
    await measure(small, (wecom, clock) => ours(wecom.client(), clock.now, wecom.contactsClient())),
  ]
  expect(checkBars(small.name, runs)).toEqual([])
  const optimum = clairvoyantCalls(small)
  expect(Math.min(...runs.map(({ calls }) => calls))).toBeGreaterThanOrEqual(optimum)
})

test('virtual time passes in the order of what is due', async () => {
  const clock = new VirtualClock()
  const woken: number[] = []
  const start = clock.now()
  const wait = async (ms: number): Promise<void> => {
    await clock.sleep(ms)
    woken.push(clock.now() - start)
  }
  await clock.run(Promise.all([wait(30), wait(10), wait(20).then(() => wait(5))]))
  expect(woken).toEqual([10, 20, 25, 30])
})
