import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { tokenStoreContract } from '../testing/token-store-contract.ts'
import type { TokenStore } from './ports.ts'
import { encryptedStore } from './encrypted-store.ts'
import { createMemoryStore } from './memory-store.ts'

const minute = 60_000
const key = randomBytes(32)

async function sealedTextOf(inner: TokenStore, name: string): Promise<string> {
  const sealed = await inner.get(name)
  if (typeof sealed !== 'string') throw new Error('expected text')
  return sealed
}

describe('encryptedStore', () => {
  const inner = createMemoryStore()
  const create = (): TokenStore => encryptedStore(inner, key)
  test.each(tokenStoreContract({ create, createSecond: create }))('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined()
  })

  test('the store below sees neither the value nor the same text twice', async () => {
    await create().set('a', { token: 'CANARY' }, minute)
    const first = await sealedTextOf(inner, 'a')
    await create().set('a', { token: 'CANARY' }, minute)
    expect(first).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/)
    expect(first + Buffer.from(first.slice(12), 'base64url').toString()).not.toContain('CANARY')
    expect(await sealedTextOf(inner, 'a')).not.toBe(first)
  })

  test('any changed character makes it a miss', async () => {
    const store = create()
    await store.set('a', { token: 'abc' }, minute)
    const sealed = await sealedTextOf(inner, 'a')
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.constantFrom('A', 'b', '0', '9', '-', '_', '.'),
        async (at, to) => {
          fc.pre(sealed[at] !== to)
          await inner.set('a', sealed.slice(0, at) + to + sealed.slice(at + 1), minute)
          expect(await store.get('a')).toBeUndefined()
        },
      ),
    )
    await inner.set('a', sealed, minute)
    expect(await store.get('a')).toEqual({ token: 'abc' })
  })

  test('every value has one text: the bits that base64 drops cannot be changed either', async () => {
    const store = create()
    const alphabet = Buffer.from(Array.from({ length: 48 }, (_, index) => index * 5 + 3)).toString(
      'base64url',
    )
    for (const value of ['', 'x', 'xx']) {
      await store.set('a', value, minute)
      const sealed = await sealedTextOf(inner, 'a')
      for (const last of new Set(alphabet)) {
        await inner.set('a', sealed.slice(0, -1) + last, minute)
        expect(await store.get('a')).toBe(sealed.endsWith(last) ? value : undefined)
      }
    }
  })

  test("a value moved to another key is a miss: one app's token cannot stand in for another's", async () => {
    const store = create()
    await store.set('app:1', { token: 'one' }, minute)
    await inner.set('app:2', await inner.get('app:1'), minute)
    expect(await store.get('app:2')).toBeUndefined()
  })

  test.each([
    [''],
    ['v1.'],
    ['v1.00000000.AAAA'],
    [{ token: 'plain' }],
    [7],
    [null],
    [[]],
    ['x'.repeat(100_000)],
  ])('#49 garbage is a miss: %.20j', async (garbage) => {
    await inner.set('garbage', garbage, minute)
    expect(await create().get('garbage')).toBeUndefined()
  })

  test('a cut payload of the right key is a miss', async () => {
    await create().set('a', 1, minute)
    const sealed = await sealedTextOf(inner, 'a')
    for (let length = 0; length < sealed.length; length += 1) {
      await inner.set('a', sealed.slice(0, length), minute)
      expect(await create().get('a')).toBeUndefined()
    }
  })

  test('a rotated key reads what the old one wrote until it is dropped', async () => {
    const [before, after] = [randomBytes(32), randomBytes(32)]
    await encryptedStore(inner, before).set('a', 'old', minute)
    expect(await encryptedStore(inner, [after, before]).get('a')).toBe('old')
    expect(await encryptedStore(inner, after).get('a')).toBeUndefined()
    await encryptedStore(inner, [after, before]).set('a', 'new', minute)
    expect(await encryptedStore(inner, after).get('a')).toBe('new')
    expect(await encryptedStore(inner, before).get('a')).toBeUndefined()
  })

  test('a key may be bytes, hex or base64', async () => {
    await encryptedStore(inner, key).set('a', 1, minute)
    for (const form of [
      new Uint8Array(key),
      key.toString('hex'),
      key.toString('hex').toUpperCase(),
      key.toString('base64'),
      key.toString('base64url'),
    ]) {
      expect(await encryptedStore(inner, form).get('a')).toBe(1)
    }
  })

  test.each([
    ['a passphrase', 'CANARY correct horse battery staple'],
    ['31 bytes', Buffer.alloc(31)],
    ['33 bytes as hex', Buffer.alloc(33).toString('hex')],
    ['nothing', ''],
    ['undefined', undefined],
    ['an empty list', []],
    ['a list with a bad one', [key, 'CANARY']],
  ])('%s is no key, and is not quoted', (_name, bad) => {
    const make = (): unknown => Reflect.apply(encryptedStore, undefined, [inner, bad])
    expect(make).toThrow(/^encryptedStore: key must (?!.*CANARY)/)
    expect(make).toThrow(expect.objectContaining({ code: 'ERR_WECOM_CONFIG' }))
  })

  test('#51 the error event of the store below can be listened to, so that a lost Redis does not end the process', async () => {
    class NoisyStore extends EventEmitter implements TokenStore {
      get = async (): Promise<unknown> => undefined
      set = async (): Promise<void> => {}
      delete = async (): Promise<void> => {}
    }
    const noisy = new NoisyStore()
    const store = encryptedStore(noisy, key)
    const listener = vi.fn<(error: unknown) => void>()
    expect('on' in store && typeof store.on === 'function').toBe(true)
    Reflect.apply(Reflect.get(store, 'on'), store, ['error', listener])
    noisy.emit('error', new Error('connection lost'))
    expect(listener).toHaveBeenCalledOnce()
    expect(create()).not.toHaveProperty('on')
  })

  test.each([undefined, null, 'x', {}, { get() {}, set() {} }])('%j is no store', (store) => {
    expect(() => Reflect.apply(encryptedStore, undefined, [store, key])).toThrow(
      /encryptedStore: store must be a store with get, set and delete/,
    )
  })

  test('trouble below is passed on', async () => {
    const broken: TokenStore = {
      get: () => Promise.reject(new Error('down')),
      set: () => Promise.reject(new Error('down')),
      delete: () => Promise.reject(new Error('down')),
    }
    const store = encryptedStore(broken, key)
    await expect(store.get('a')).rejects.toThrow('down')
    await expect(store.set('a', 1, minute)).rejects.toThrow('down')
    await expect(store.delete('a')).rejects.toThrow('down')
  })

  test('the key is not shown when the store is inspected', () => {
    const shown = inspect(encryptedStore(inner, key), { depth: null, showHidden: true })
    expect(shown).not.toContain(key.toString('hex'))
    expect(shown).not.toContain('Buffer')
  })
})
