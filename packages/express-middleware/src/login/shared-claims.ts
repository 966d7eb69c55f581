import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { WecomSessionStore } from '../session/shared-store.ts'

/** Lets one of several processes do something, and gives the others what came of it. */
export interface SharedClaims {
  /** Whether this process may go ahead. */
  claim(key: string): Promise<boolean>
  /** Tells the others what came of it; undefined for "nothing". */
  publish(key: string, result: string | undefined): Promise<void>
  /** What another process published, waiting for it; undefined for "nothing", or nothing in time. */
  result(key: string): Promise<string | undefined>
}

/** What {@link createSharedClaims} works with. Times are in milliseconds. */
export interface SharedClaimsOptions {
  store: WecomSessionStore
  /** How long a claim is remembered. */
  ttl: number
  /** How long a result is kept. */
  resultTtl: number
  /** How long to wait for one. */
  patience: number
}

const settle = 25

/**
 * Claims over a store that has only get and set (any Keyv): write, wait a moment, read back; the last writer goes
 * ahead. Two processes can both win only if one of them stalls for longer than that moment between its look and its
 * write. WeCom itself then refuses the second use of the code, and that visitor's sign-in restarts once.
 */
export function createSharedClaims(options: SharedClaimsOptions): SharedClaims {
  const { store, ttl, resultTtl, patience } = options
  const claimKey = (key: string) => `login:${key}`
  const resultKey = (key: string) => `result:${key}`
  return {
    async claim(key) {
      if ((await store.get(claimKey(key))) !== undefined) return false
      const me = randomUUID()
      await store.set(claimKey(key), me, ttl)
      await delay(settle)
      return (await store.get(claimKey(key))) === me
    },
    async publish(key, result) {
      await store.set(resultKey(key), { result }, resultTtl)
    },
    async result(key) {
      for (let waited = 0; waited <= patience; waited += settle * 2) {
        const answer = await store.get(resultKey(key))
        if (typeof answer === 'object' && answer !== null) return resultOf(answer)
        await delay(settle * 2)
      }
      return undefined
    },
  }
}

function resultOf(answer: object): string | undefined {
  return 'result' in answer && typeof answer.result === 'string' ? answer.result : undefined
}
