import { type FaultKind, faultKinds } from '@wecom-kit/simulator'
import type { Random } from './random.ts'

/** What WeCom does: every fault of the simulator, and what it can do without one. */
export const upstreamTroubles: readonly UpstreamTrouble[] = [
  'none',
  ...faultKinds,
  'tokens revoked',
  'too many at once',
]

/** What Redis does. */
export const redisTroubles = ['up', 'frozen', 'stopped', 'emptied'] as const

/** What becomes of the second process. */
export const processTroubles = ['lives', 'killed'] as const

/** Which clock goes wrong, and where to. */
export const clockTroubles = [
  'right',
  'process ahead',
  'process behind',
  'WeCom ahead',
  'WeCom behind',
] as const

export type UpstreamTrouble = keyof FaultKind | 'none' | 'tokens revoked' | 'too many at once'
export type RedisTrouble = (typeof redisTroubles)[number]
export type ProcessTrouble = (typeof processTroubles)[number]
export type ClockTrouble = (typeof clockTroubles)[number]

/** What goes wrong together. */
export interface Round {
  readonly upstream: UpstreamTrouble
  readonly redis: RedisTrouble
  readonly process: ProcessTrouble
  readonly clock: ClockTrouble
  /** What its calls and draws are drawn from, however many rounds there was time for before it. */
  readonly seed: number
}

/** Rounds with Redis in one state; afterwards everything has to recover. */
export interface Chapter {
  readonly redis: RedisTrouble
  readonly rounds: readonly Round[]
}

/**
 * Four chapters with every fault of WeCom in each, so that one cycle has every fault under every state of Redis. Kills
 * and clocks are dealt out evenly, other ones in each cycle.
 */
export function planCycle(random: Random): Chapter[] {
  // A kill costs the time of a start: every third round has one.
  const pairs = (['lives', ...processTroubles] as const).flatMap((process) =>
    clockTroubles.map((clock) => ({ process, clock })),
  )
  let dealt: typeof pairs = []
  const deal = (upstream: UpstreamTrouble, redis: RedisTrouble): Round => {
    if (dealt.length === 0) dealt = random.shuffle(pairs)
    const { clock, process } = dealt.pop() ?? { process: 'lives', clock: 'right' }
    return { upstream, redis, process, clock, seed: random.seed() }
  }
  return random.shuffle(redisTroubles).map((redis) => ({
    redis,
    rounds: random.shuffle(upstreamTroubles).map((upstream) => deal(upstream, redis)),
  }))
}

/** How many pairs of WeCom's and Redis's trouble there are, and how many different rounds. */
export const allPairs: number = upstreamTroubles.length * redisTroubles.length
export const allRounds: number = allPairs * processTroubles.length * clockTroubles.length

/** A round as one line. */
export function describeRound({ clock, process, redis, upstream }: Round): string {
  return `WeCom: ${upstream}, Redis ${redis}, second process ${process}, clock: ${clock}`
}
