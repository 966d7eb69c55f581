import { WecomSSOError } from '../errors/sso-error.ts'

/** Sign-ins that talk to WeCom at once, shared fairly between the addresses they come from. */
export interface Places {
  /** Runs the work when its turn comes. @throws WecomSSOError `WECOM_BUSY` when too many wait, or it waits too long */
  run<Value>(from: string, work: () => Promise<Value>): Promise<Value>
}

interface Waiting {
  readonly from: string
  readonly admit: () => void
}

/**
 * `most` sign-ins may be under way, half of them from one address. Three tenths talk to WeCom, fewer than a client sends
 * requests at once, and half of those from one address; the rest waits here for its turn, whose time is not taken from
 * what WeCom has for its answer. Somebody's junk, or the morning of a whole office behind one address, then leaves
 * places for everybody else, however slow WeCom is.
 */
export function createPlaces(most: number, patience: number): Places {
  const talking = { most: Math.ceil(most * 0.3), each: Math.ceil(most * 0.15), now: createCounts() }
  const underWay = { most, each: Math.ceil(most / 2), now: createCounts() }
  const queue = new Set<Waiting>()

  const admit = () => {
    for (const waiting of queue) {
      if (!hasRoom(talking, waiting.from)) continue
      queue.delete(waiting)
      talking.now.add(waiting.from, 1)
      waiting.admit()
    }
  }
  const turn = async (from: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiting = { from, admit: resolve }
    queue.add(waiting)
    admit()
    const timer = setTimeout(() => {
      // Admitted meanwhile: then this rejects nothing.
      queue.delete(waiting)
      reject(busy(underWay.now, from))
    }, patience)
    try {
      await promise
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    async run(from, work) {
      if (!hasRoom(underWay, from)) throw busy(underWay.now, from)
      underWay.now.add(from, 1)
      try {
        await turn(from)
        try {
          return await work()
        } finally {
          talking.now.add(from, -1)
          admit()
        }
      } finally {
        underWay.now.add(from, -1)
      }
    },
  }
}

interface Bound {
  readonly most: number
  readonly each: number
  readonly now: ReturnType<typeof createCounts>
}

function hasRoom({ most, each, now }: Bound, from: string): boolean {
  return now.total() < most && now.of(from) < each
}

function createCounts() {
  const counts = new Map<string, number>()
  let total = 0
  return {
    total: () => total,
    of: (from: string) => counts.get(from) ?? 0,
    add(from: string, by: 1 | -1) {
      total += by
      const own = (counts.get(from) ?? 0) + by
      if (own === 0) counts.delete(from)
      else counts.set(from, own)
    },
  }
}

function busy(now: Bound['now'], from: string): WecomSSOError {
  return new WecomSSOError(
    'WECOM_BUSY',
    `${now.total()} sign-ins are already talking to WeCom, ${now.of(from)} of them from this address`,
  )
}
