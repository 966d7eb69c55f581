import { expect } from 'vitest'
import { createSimulatorTest, test } from '../src/vitest/index.ts'

const big = createSimulatorTest({ seed: 'big-corp?users=60&departments=5' })
const seen = new Set<string>()

/* oxlint-disable vitest/no-standalone-expect -- the linter does not know that these are tests */
test('gives each test a simulator of its own', ({ simulator }) => {
  simulator.clock.advance(1_000_000)
  seen.add(simulator.url)
  expect(simulator.contacts.users()).toHaveLength(40)
})

test('that nothing of another test is left in', ({ simulator }) => {
  expect(simulator.clock.now() - Date.now()).toBeLessThan(1000)
  expect(simulator.contacts.user('zhangsan')?.name).toBe('张三')
})

big('and takes options', ({ simulator }) => {
  expect(simulator.contacts.users()).toHaveLength(60)
})

big('and closes it afterwards', async () => {
  for (const url of seen) await expect(fetch(url)).rejects.toThrow('fetch failed')
  expect(seen.size).toBe(1)
})
