import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { SourceCache, sourceLength } from './document-cache.ts'

/** Puts something in as often as it takes to be kept. */
function keep<Value>(cache: SourceCache<Value>, key: string, value: Value): void {
  cache.set(key, value)
  cache.set(key, value)
}

const numbered = (index: number): string => `${index}`.padStart(100, ' ')

test('what comes once is not kept, what comes again is', () => {
  const cache = new SourceCache<number>()
  for (let index = 0; index < 3000; index += 1) cache.set(numbered(index), index)
  expect([cache.get(numbered(2999)), cache.characters]).toEqual([undefined, 0])
  cache.set(numbered(2999), 1)
  cache.set(numbered(0), 2)
  expect([cache.get(numbered(2999)), cache.get(numbered(0)), cache.characters]).toEqual([1, 2, 200])
})

test('what came before very many others counts as new', () => {
  const cache = new SourceCache<number>()
  for (let index = 0; index <= 10_000; index += 1) cache.set(numbered(index), index)
  keep(cache, numbered(10_000), 1)
  cache.set(numbered(0), 2)
  expect([cache.get(numbered(10_000)), cache.get(numbered(0))]).toEqual([1, undefined])
})

test('whatever is put in, what is kept has a bound, and the latest used stay', () => {
  const cache = new SourceCache<number>()
  keep(cache, 'the one that is used', 0)
  for (let index = 0; index < 10_000; index += 1) {
    keep(cache, numbered(index), index)
    expect(cache.get('the one that is used')).toBe(0)
  }
  expect(cache.characters).toBeLessThanOrEqual(200_000)
  expect(cache.characters).toBeGreaterThan(199_000)
  expect(cache.get(numbered(9999))).toBe(9999)
  expect(cache.get(numbered(0))).toBeUndefined()
})

test('a document that fills an eighth of it is not kept, nor one of unknown length', () => {
  const cache = new SourceCache((_key, document: ReturnType<typeof parse>) => sourceLength(document))
  keep(cache, 'long', parse(`{ a } #${'x'.repeat(25_000)}`))
  keep(cache, 'unknown', parse('{ a }', { noLocation: true }))
  keep(cache, 'short', parse('{ a }'))
  expect(['long', 'unknown', 'short'].map((key) => cache.get(key) !== undefined)).toEqual([
    false,
    false,
    true,
  ])
  expect(cache.characters).toBe(5)
})

test('the same key again takes no more room, a forgotten one none', () => {
  const cache = new SourceCache<number>()
  keep(cache, 'key', 1)
  cache.set('key', 2)
  expect([cache.get('key'), cache.characters]).toEqual([2, 3])
  expect([cache.delete('key'), cache.delete('key'), cache.characters]).toEqual([true, false, 0])
})
