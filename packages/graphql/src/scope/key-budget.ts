/** Counts the distinct keys each viewer asks for in a minute. */
export interface KeyBudget {
  /** Takes a key for a viewer: 0 when it is granted, else the seconds until it may be asked for again. */
  take(viewerKey: string, key: string): number
}

const windowMilliseconds = 60_000

/**
 * A budget of distinct keys per viewer and fixed minute. Distinct, so that a page polling the same members never runs
 * dry; a fixed window, so that everything counted is dropped at once and an enumerator cannot grow it for ever.
 */
export function createKeyBudget(keysPerMinute: number, now: () => number): KeyBudget {
  if (keysPerMinute === Number.POSITIVE_INFINITY) return { take: () => 0 }
  let taken = new Map<string, Set<string>>()
  let currentWindow = 0
  return {
    take(viewerKey, key) {
      const time = now()
      const window = Math.floor(time / windowMilliseconds)
      if (window !== currentWindow) {
        currentWindow = window
        taken = new Map()
      }
      const keys = taken.get(viewerKey) ?? new Set()
      taken.set(viewerKey, keys)
      if (keys.has(key)) return 0
      if (keys.size >= keysPerMinute) return Math.ceil(((window + 1) * windowMilliseconds - time) / 1000)
      keys.add(key)
      return 0
    },
  }
}
