import { flag, integer, maybe, object } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import { type Act, act, type ActsOf } from './act.ts'

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
const advance = integer(-tenYearsMs, tenYearsMs)

/** The acts behind {@link ClockApi}. */
export const clockActs: ActsOf<ClockApi> = {
  now: act({ input: [], run: ({ world }) => world.clock.now() }),
  advance: act({ input: [advance], run: ({ world }, ms) => world.clock.advance(ms) }),
  freeze: act({ input: [], run: ({ world }) => world.clock.freeze() }),
  resume: act({ input: [], run: ({ world }) => world.clock.resume() }),
}

/** Over HTTP the same in one. */
export const clockSwitches: readonly Act[] = [
  act({ http: 'GET clock', input: [], run: readClock, answer: (clock) => clock }),
  act({
    http: 'POST clock',
    input: [
      object<{ advanceMs?: number; frozen?: boolean }>({ advanceMs: maybe(advance), frozen: maybe(flag) }),
    ],
    run(simulation, { advanceMs = 0, frozen }) {
      const { clock } = simulation.world
      if (frozen === true) clock.freeze()
      if (frozen === false) clock.resume()
      clock.advance(advanceMs)
      return readClock(simulation)
    },
    answer: (clock) => clock,
  }),
]

/** How the clock stands, for the switches. */
export function readClock({ world: { clock } }: Simulation): object {
  return { now: clock.now(), offsetMs: clock.offsetMs, frozen: clock.frozen }
}
