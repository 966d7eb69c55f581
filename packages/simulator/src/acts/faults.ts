import type { Fault, PendingFault, RandomFaults } from '../faults/fault.ts'
import { faultShape, randomFaultsShape } from '../faults/fault.ts'
import { integer } from '../shape/shape.ts'
import { type Act, act, type ActsOf } from './act.ts'

/** Faults, scripted and random. */
export interface FaultsApi {
  /**
   * Plans a fault for the next `times` requests of one path; several for a path are played in the order they came.
   * Returns the id by which {@link FaultsApi.remove} takes it back.
   *
   * @throws TypeError that names the wrong field.
   * @example
   * ```ts
   * simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'errcode', errcode: -1, times: 2 })
   * ```
   */
  add(fault: Fault): number
  /** Scripted faults still to come, each with its id and the number of requests left. */
  list(): PendingFault[]
  /** Takes one scripted fault back; false when it has been played or never was. */
  remove(id: number): boolean
  /** Plays faults on a share of all calls; returns the seed that repeats the same draws. `rate: 0` ends it. */
  random(order: RandomFaults): { seed: number }
  /** Forgets scripted and random faults. */
  clear(): void
}

/** The acts behind {@link FaultsApi}. */
export const faultActs: ActsOf<FaultsApi> = {
  add: act({
    http: 'POST faults',
    input: [faultShape],
    run: ({ faults }, fault) => faults.add(fault),
    answer: (id) => ({ ok: true, id }),
  }),
  list: act({ input: [], run: ({ faults }) => faults.pending() }),
  remove: act({
    http: 'DELETE faults/:id',
    input: [integer(1)],
    run: ({ faults }, id) => faults.remove(id),
    answer: (removed) => ({ removed }),
  }),
  random: act({
    http: 'POST faults/random',
    input: [randomFaultsShape],
    run: ({ faults }, order) => ({ seed: faults.startRandom(order) }),
    answer: (started) => started,
  }),
  clear: act({ http: 'DELETE faults', input: [], run: ({ faults }) => faults.clear() }),
}

/** Over HTTP scripted and random faults come together. */
export const faultSwitches: readonly Act[] = [
  act({
    http: 'GET faults',
    input: [],
    run: ({ faults }) => ({ faults: faults.pending(), random: faults.random ?? null }),
    answer: (both) => both,
  }),
]
