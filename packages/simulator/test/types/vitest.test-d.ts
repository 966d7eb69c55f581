/** What users write with `@wecom-kit/simulator/vitest`, read by `tsc`. */
import type { Simulator } from '@wecom-kit/simulator'
import { createSimulatorTest, test, type SimulatorFixture } from '@wecom-kit/simulator/vitest'
import { expectTypeOf } from 'vitest'

expectTypeOf<SimulatorFixture['simulator']>().toEqualTypeOf<Simulator>()
for (const each of [test, createSimulatorTest({ seed: 'small-corp' })]) {
  each('has one', ({ simulator }) => {
    expectTypeOf(simulator).toEqualTypeOf<Simulator>()
  })
}
