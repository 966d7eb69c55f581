import { afterAll, expect } from 'vitest'
import type { Simulator } from '../src/index.ts'
import { createSimulatorTest, test } from '../src/vitest/index.ts'

const big = createSimulatorTest({ seed: 'big-corp?users=60&departments=5' })

/** Calls without an answer, which only the end of their simulator ends. */
const hanging: Promise<string>[] = []

/** Leaves one behind in a test's simulator. */
function leaveCall({ faults, url }: Simulator): void {
  faults.add({ path: '/cgi-bin/gettoken', kind: 'hang' })
  const broken = fetch(`${url}/cgi-bin/gettoken`).then(
    () => 'answered',
    () => 'broken',
  )
  hanging.push(broken)
}

/* oxlint-disable vitest/no-standalone-expect -- the linter does not know that these are tests */
afterAll(async () => {
  for (const call of hanging) expect(await call).toBe('broken')
})

test('gives each test a simulator of its own', ({ simulator }) => {
  leaveCall(simulator)
  simulator.clock.advance(1_000_000)
  expect(simulator.contacts.users()).toHaveLength(40)
})

test('that nothing of another test is left in', ({ simulator }) => {
  leaveCall(simulator)
  expect(simulator.clock.now() - Date.now()).toBeLessThan(1000)
  expect(simulator.contacts.user('zhangsan')?.name).toBe('张三')
})

big('takes options, and closes it afterwards', ({ simulator }) => {
  leaveCall(simulator)
  expect(simulator.contacts.users()).toHaveLength(60)
})
