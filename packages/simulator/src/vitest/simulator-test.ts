import { test as base, type TestAPI } from 'vitest'
import type { Simulator } from '../simulator.ts'
import { startSimulator, type SimulatorOptions } from '../start-simulator.ts'

/** What the fixture adds to a test's context. */
export interface SimulatorFixture {
  /** A simulator of this test alone, closed when the test ends. */
  simulator: Simulator
}

/**
 * Vitest's `test` with a `simulator` of its own in every test that asks for it; starting one takes milliseconds.
 *
 * @example
 * ```ts
 * import { expect } from 'vitest'
 * import { createSimulatorTest } from '@wecom-kit/simulator/vitest'
 *
 * const test = createSimulatorTest({ seed: 'big-corp?users=500&departments=20' })
 * test('knows its people', ({ simulator }) => {
 *   expect(simulator.contacts.users()).toHaveLength(500)
 * })
 * ```
 */
export function createSimulatorTest(options: SimulatorOptions = {}): TestAPI<SimulatorFixture> {
  return base.extend<SimulatorFixture>({
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's dependencies from it; there are none
    simulator: async ({}, use) => {
      await using simulator = await startSimulator(options)
      await use(simulator)
    },
  })
}

/** {@link createSimulatorTest} with the small corp. */
export const test: TestAPI<SimulatorFixture> = createSimulatorTest()
