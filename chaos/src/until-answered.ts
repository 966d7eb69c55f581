import type { Outcome, Tally } from './tally.ts'

/** What a recovery is judged by. */
export interface Recovering {
  readonly tally: Tally
  /** Whether WeCom has answered 45009: what it said that of rests longer than a recovery may take. */
  readonly isLimited: boolean
}

/** Milliseconds until everything has to work again. */
export const recoveryLimitMs = 15_000

/** What callers are told of an API that WeCom has refused with 45009, for a minute and longer. */
const resting: ReadonlySet<string> = new Set(['ERR_WECOM_RATE_LIMIT', 'RATE_LIMITED'])

/** Calls until it is answered; a face that is not back in time breaks a promise. */
export async function untilAnswered(
  { isLimited, tally }: Recovering,
  call: () => Promise<Outcome>,
  face: string,
  startedAt: number,
): Promise<void> {
  for (;;) {
    const outcome = await call()
    if (outcome.kind === 'answer') return
    if (isLimited && outcome.kind === 'typed' && resting.has(outcome.code)) return
    if (performance.now() - startedAt > recoveryLimitMs)
      return tally.break(`${face}: not back after ${recoveryLimitMs / 1000} s: ${JSON.stringify(outcome)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
