/** How long a part may take. */
export interface Pace {
  /** All parts together in a minute: fewer rounds, fewer cases. */
  readonly quick: boolean
  readonly rounds: number
  /** Of load per variant and round. */
  readonly seconds: number
}

/** A minute for everything. */
export const quickPace: Pace = { quick: true, rounds: 2, seconds: 0.4 }

/** As long as figures need to stand still. */
export const fullPace: Pace = { quick: false, rounds: 5, seconds: 2 }
