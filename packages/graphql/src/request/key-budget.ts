/** Counts what each viewer was shown in a minute. */
export interface KeyBudget {
  /**
   * Charges a viewer for a key: a member, or a page of a list with as many as are on it. The same key again within the
   * minute costs what it is heavier than before. Answers 0 when it is granted, else the seconds until it may be asked
   * for again.
   */
  take(viewerKey: string, key: string, weight: number): number
}

interface Account {
  readonly weights: Map<string, number>
  total: number
}

const windowMilliseconds = 60_000

/**
 * A budget per viewer and fixed minute. Keys are kept, so that a page polling the same members never runs dry; a fixed
 * window, so that everything counted is dropped at once and an enumerator cannot grow it for ever. Every key weighs at
 * least 1, so an account has no more of them than the budget.
 */
export function createKeyBudget(keysPerMinute: number, now: () => number): KeyBudget {
  if (keysPerMinute === Number.POSITIVE_INFINITY) return { take: () => 0 }
  let accounts = new Map<string, Account>()
  let currentWindow = 0

  function accountOf(viewerKey: string): Account {
    const account = accounts.get(viewerKey) ?? { weights: new Map(), total: 0 }
    accounts.set(viewerKey, account)
    return account
  }

  return {
    take(viewerKey, key, weight) {
      const time = now()
      const window = Math.floor(time / windowMilliseconds)
      if (window !== currentWindow) accounts = new Map()
      currentWindow = window
      const account = accountOf(viewerKey)
      const more = weight - (account.weights.get(key) ?? 0)
      if (more <= 0) return 0
      if (account.total + more > keysPerMinute)
        return Math.ceil(((window + 1) * windowMilliseconds - time) / 1000)
      account.weights.set(key, weight)
      account.total += more
      return 0
    },
  }
}
