import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory-store.ts'
import type { LockOptions, TokenLock, TokenStore } from '../stores/ports.ts'
import type { IssuedToken, TokenSource } from '../token/token-source.ts'
import type { ContractCase } from './contract-case.ts'
import { eventually } from './eventually.ts'
import { tokenLockContract } from './token-lock-contract.ts'
import { tokenSourceContract } from './token-source-contract.ts'
import { tokenStoreContract } from './token-store-contract.ts'

/** Names of the cases an adapter breaks. */
async function broken(cases: readonly ContractCase[]): Promise<string[]> {
  const results = await Promise.allSettled(cases.map(({ run }) => run()))
  return cases.filter((_case, index) => results[index]?.status === 'rejected').map(({ name }) => name)
}

describe.concurrent('tokenStoreContract tells a bad store', () => {
  const good = createMemoryStore()
  const byReference = new Map<string, unknown>()
  const stores: [string, Partial<TokenStore>, RegExp][] = [
    ['that forgets', { get: async () => undefined }, /comes back/],
    [
      'that answers null for a missing key',
      { get: async (key) => (await good.get(key)) ?? null },
      /missing key/,
    ],
    ['that cannot delete', { delete: async () => {} }, /delete forgets/],
    ['that keeps for ever', { set: (key, value) => good.set(key, value, 3_600_000) }, /ends after its time/],
    ['that keeps too short', { set: (key, value) => good.set(key, value, 1) }, /replaces/],
    [
      'that mixes up keys',
      {
        get: (key) => good.get(key.slice(0, 20)),
        set: (key, value, ttl) => good.set(key.slice(0, 20), value, ttl),
      },
      /different keys/,
    ],
    [
      'that keeps the object itself',
      { get: async (key) => byReference.get(key), set: async (key, value) => byReference.set(key, value) },
      /changing an object/,
    ],
    ['that cuts long values', { get: async (key) => cut(await good.get(key)) }, /16 KiB/],
    [
      'that keeps the first value',
      { set: async (key, value, ttl) => (await good.get(key)) === undefined && good.set(key, value, ttl) },
      /later value/,
    ],
  ]
  test.each(stores)('%s', async (_name, fault, expected) => {
    const store = { ...good, ...fault }
    expect((await broken(tokenStoreContract({ create: () => store }))).join('; ')).toMatch(expected)
  })

  test('that two processes do not share', async () => {
    const apart = { create: () => good, createSecond: () => createMemoryStore() }
    expect(await broken(tokenStoreContract(apart))).toEqual([
      'what one handle writes or deletes, the other sees',
    ])
  })

  function cut(value: unknown): unknown {
    const json = JSON.stringify(value)
    return json !== undefined && json.length > 10_000 ? json.slice(0, 10_000) : value
  }
})

describe.concurrent('tokenLockContract tells a bad lock', () => {
  type Acquire = (key: string, options: LockOptions) => Promise<(() => Promise<void>) | undefined>
  const locks: [string, () => Acquire, RegExp][] = [
    ['that everybody gets', () => async () => async () => {}, /one holder.*exactly one/],
    ['that nobody gets', () => async () => undefined, /one holder/],
    ['that is one for all keys', () => memoryLock({ keyOf: () => '' }), /keys do not hinder/],
    ['that never ends', () => memoryLock({ endless: true }), /ends after its time/],
    ['whose release does not look at the owner', () => memoryLock({ blindRelease: true }), /too late.*twice/],
    ['that does not look at the signal', () => memoryLock({ deaf: true }), /aborted signal/],
  ]
  test.each(locks)('%s', async (_name, make, expected) => {
    const lock: TokenLock = { acquire: make() }
    expect((await broken(tokenLockContract({ create: () => lock }))).join('; ')).toMatch(expected)
  })

  test('and finds nothing wrong with a good one', async () => {
    const lock: TokenLock = { acquire: memoryLock({}) }
    expect(await broken(tokenLockContract({ create: () => lock }))).toEqual([])
  })

  interface Faults {
    keyOf?: (key: string) => string
    endless?: boolean
    blindRelease?: boolean
    deaf?: boolean
  }

  function memoryLock({
    keyOf = (key) => key,
    endless = false,
    blindRelease = false,
    deaf = false,
  }: Faults): Acquire {
    const holders = new Map<string, { owner: symbol; endsAt: number }>()
    return async (key, { ttlMs, signal }) => {
      if (!deaf) signal.throwIfAborted()
      const name = keyOf(key)
      const holder = holders.get(name)
      if (holder !== undefined && (endless || holder.endsAt > performance.now())) return undefined
      const owner = Symbol(name)
      holders.set(name, { owner, endsAt: performance.now() + ttlMs })
      return async () => {
        if (blindRelease || holders.get(name)?.owner === owner) holders.delete(name)
      }
    }
  }
})

describe('tokenSourceContract tells a bad source', () => {
  const source = (fault: Partial<TokenSource>): TokenSource => ({
    id: 'app:1',
    async fetch({ signal }) {
      signal.throwIfAborted()
      return { token: 'abc', expiresIn: 7200 }
    },
    ...fault,
  })
  const answering = (token: IssuedToken): Partial<TokenSource> => ({ fetch: async () => token })
  let count = 0
  const sources: [string, () => TokenSource, RegExp][] = [
    ['without an id', () => source({ id: '' }), /the id/],
    ['whose id changes', () => source({ id: `app:${(count += 1)}` }), /the id/],
    ['whose id holds the secret', () => source({ id: 'app:CANARY' }), /the id/],
    [
      'with a token that breaks a URL',
      () => source(answering({ token: 'a b', expiresIn: 7200 })),
      /printable/,
    ],
    ['without a lifetime', () => source(answering({ token: 'abc', expiresIn: Number.NaN })), /lifetime/],
    [
      'that does not look at the signal',
      () => source(answering({ token: 'abc', expiresIn: 7200 })),
      /aborted signal/,
    ],
  ]
  test.each(sources)('%s', async (_name, create, expected) => {
    expect((await broken(tokenSourceContract({ create, secrets: ['CANARY'] }))).join('; ')).toMatch(expected)
  })

  test('and two apps with one id, and finds nothing wrong with a good one', async () => {
    const create = (): TokenSource => source({})
    expect(await broken(tokenSourceContract({ create, createOther: create }))).toEqual([
      'another app has another id',
    ])
    expect(await broken(tokenSourceContract({ create, createOther: () => source({ id: 'app:2' }) }))).toEqual(
      [],
    )
  })
})

test('eventually gives up in the end', async () => {
  expect(await eventually(async () => false, 20)).toBe(false)
  expect(await eventually(async () => true, 20)).toBe(true)
})
