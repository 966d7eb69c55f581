import type { Fault, RandomFaults } from '../faults/fault.ts'
import { faultShape, randomFaultsShape } from '../faults/fault-shape.ts'
import { parse } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'

/** Faults, scripted and random. */
export interface FaultsApi {
  /**
   * Plans a fault for the next `times` requests of one path; several for a path are played in the order they came.
   *
   * @throws TypeError that names the wrong field.
   * @example
   * ```ts
   * simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'errcode', errcode: -1, times: 2 })
   * ```
   */
  add(fault: Fault): void
  /** Scripted faults still to come. */
  list(): Fault[]
  /** Plays faults on a share of all calls; returns the seed that repeats the same draws. `rate: 0` ends it. */
  random(order: RandomFaults): { seed: number }
  /** Forgets scripted and random faults. */
  clear(): void
}

/** Builds the fault part of a simulator. */
export function createFaultsApi(simulation: Simulation): FaultsApi {
  const { faults } = simulation
  return {
    add: (fault) => faults.add(parse(faultShape, fault)),
    list: () => faults.pending(),
    random: (order) => ({ seed: faults.startRandom(parse(randomFaultsShape, order)) }),
    clear: () => faults.clear(),
  }
}
