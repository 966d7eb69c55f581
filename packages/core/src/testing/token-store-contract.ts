import assert from 'node:assert/strict'
import type { TokenStore } from '../stores/ports.ts'
import type { ContractCase } from './contract-case.ts'
import { eventually } from './eventually.ts'

export interface TokenStoreContractOptions {
  /** Makes a store, or hands out one that several cases share: every case uses keys of its own. */
  create: () => TokenStore | Promise<TokenStore>
  /** A second handle to the same data, as another process would have it. Adds the cases about sharing. */
  createSecond?: (() => TokenStore | Promise<TokenStore>) | undefined
}

const minute = 60_000

/**
 * What the client relies on in a {@link TokenStore}. Run every case with your test runner.
 *
 * @example
 * ```ts
 * import { createMemoryStore } from '@wecom-kit/core'
 * import { tokenStoreContract } from '@wecom-kit/core/testing'
 * import { test } from 'node:test'
 *
 * for (const { name, run } of tokenStoreContract({ create: () => createMemoryStore() })) test(name, run)
 * ```
 */
export function tokenStoreContract(options: TokenStoreContractOptions): ContractCase[] {
  const { create, createSecond } = options
  const keys = keyMaker()
  const onOne = (
    name: string,
    check: (store: TokenStore, key: () => string) => Promise<void>,
  ): ContractCase => ({
    name,
    run: async () => check(await create(), keys),
  })
  const cases = [
    onOne('a missing key is undefined', async (store, key) => {
      assert.equal(await store.get(key()), undefined)
    }),
    onOne('a value comes back as it was, also from awkward keys', valuesComeBack),
    onOne('a value of 16 KiB comes back', async (store, key) => {
      const name = key()
      const value = { token: 'x'.repeat(16_384) }
      await store.set(name, value, minute)
      assert.deepEqual(await store.get(name), value)
    }),
    onOne('a later value replaces an earlier one', async (store, key) => {
      const name = key()
      await store.set(name, { first: true }, minute)
      await store.set(name, { second: true }, minute)
      assert.deepEqual(await store.get(name), { second: true })
    }),
    onOne('changing an object after set changes nothing', async (store, key) => {
      const name = key()
      const value = { list: [1] }
      await store.set(name, value, minute)
      value.list.push(2)
      assert.deepEqual(await store.get(name), { list: [1] })
    }),
    onOne('delete forgets, and forgetting what is not there is no error', async (store, key) => {
      const name = key()
      await store.set(name, { a: 1 }, minute)
      await store.delete(name)
      await store.delete(name)
      assert.equal(await store.get(name), undefined)
    }),
    onOne('a value ends after its time', async (store, key) => {
      const name = key()
      await store.set(name, { a: 1 }, 50)
      assert.ok(await eventually(async () => (await store.get(name)) === undefined, 2_000), 'it did not end')
    }),
    onOne('a longer time replaces a shorter one', async (store, key) => {
      const [short, long] = [key(), key()]
      await store.set(long, { a: 1 }, 50)
      await store.set(long, { a: 2 }, minute)
      await store.set(short, { a: 1 }, 50)
      assert.ok(await eventually(async () => (await store.get(short)) === undefined, 2_000))
      assert.deepEqual(await store.get(long), { a: 2 })
    }),
    onOne('writes at the same time to different keys all arrive', async (store, key) => {
      const names = Array.from({ length: 20 }, key)
      await Promise.all(names.map((name) => store.set(name, { name }, minute)))
      const values = await Promise.all(names.map((name) => store.get(name)))
      assert.deepEqual(
        values,
        names.map((name) => ({ name })),
      )
    }),
    onOne('writes at the same time to one key leave one of them whole', async (store, key) => {
      const name = key()
      const values = Array.from({ length: 20 }, (_, index) => ({ index, text: String(index).repeat(500) }))
      await Promise.all(values.map((value) => store.set(name, value, minute)))
      const left = await store.get(name)
      assert.ok(
        values.some((value) => isEqual(left, value)),
        'the value left is none of those written',
      )
    }),
  ]
  return createSecond === undefined ? cases : [...cases, sharing(create, createSecond, keys)]
}

async function valuesComeBack(store: TokenStore, key: () => string): Promise<void> {
  const values = [
    { token: 'abc-_', expiresAt: 1_700_000_000_000, nested: { list: [1, true, null] } },
    '企业微信 😀',
    7,
    [1],
  ]
  const suffixes = ['', ':a/b', ' space', '企业', '__proto__', '*?[x]', 'x'.repeat(200)]
  for (const [index, suffix] of suffixes.entries()) {
    const name = key() + suffix
    const value = values[index % values.length]
    await store.set(name, value, minute)
    assert.deepEqual(await store.get(name), value)
  }
}

function sharing(
  create: () => TokenStore | Promise<TokenStore>,
  createSecond: () => TokenStore | Promise<TokenStore>,
  key: () => string,
): ContractCase {
  return {
    name: 'what one handle writes or deletes, the other sees',
    run: async () => {
      const [first, second, name] = [await create(), await createSecond(), key()]
      assert.equal(await second.get(name), undefined)
      await first.set(name, { a: 1 }, minute)
      assert.deepEqual(await second.get(name), { a: 1 })
      await second.delete(name)
      assert.equal(await first.get(name), undefined)
    },
  }
}

/** Keys nobody used before, in this run or an earlier one on the same data. */
function keyMaker(): () => string {
  const run = crypto.randomUUID()
  let count = 0
  return () => `contract:${run}:${(count += 1)}`
}

function isEqual(left: unknown, right: unknown): boolean {
  try {
    assert.deepEqual(left, right)
    return true
  } catch {
    return false
  }
}
