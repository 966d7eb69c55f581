import { integer, parse } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'

/** The simulated time. It runs with the machine's clock, plus whatever was added, unless it is frozen. */
export interface ClockApi {
  /** Milliseconds since 1970, simulated. */
  now(): number
  /** Moves the time; a negative number moves it back. Timers of delays and latencies are real and do not follow. */
  advance(ms: number): void
  /** Stops the time, so that only {@link ClockApi.advance} moves it. */
  freeze(): void
  /** Lets a frozen time run again. */
  resume(): void
}

const tenYearsMs = 315_360_000_000

/** Builds the clock part of a simulator. */
export function createClockApi(simulation: Simulation): ClockApi {
  return {
    now: () => simulation.world.clock.now(),
    advance: (ms) => simulation.world.clock.advance(parse(integer(-tenYearsMs, tenYearsMs), ms)),
    freeze: () => simulation.world.clock.freeze(),
    resume: () => simulation.world.clock.resume(),
  }
}
