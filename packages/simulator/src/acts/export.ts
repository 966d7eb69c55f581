import { recordMade } from '../seeds/record-made.ts'
import { recordCorp, type Recording } from '../seeds/recording.ts'
import type { Simulation } from '../simulation/simulation.ts'
import { type Act, act } from './act.ts'

/** The state of now as a seed. */
export const exportAct: Act<[], Recording> = act({
  http: 'GET export',
  input: [],
  run: record,
  answer: (recording) => recording,
})

function record({ faults, seed, stubs, world }: Simulation): Recording {
  const { random } = faults
  return structuredClone({
    ...recordCorp(seed, world.apps(), world.directory),
    made: recordMade(world),
    settings: world.settings,
    faults: faults.orders(),
    ...(random === undefined ? {} : { randomFaults: random }),
    stubs: stubs.orders(),
  })
}
