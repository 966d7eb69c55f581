import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { SourceCache, sourceLength } from './document-cache.ts'

test('whatever is put in, what is kept has a bound, and the latest used stay', () => {
  const cache = new SourceCache<number>()
  cache.set('the one that is used', 0)
  for (let index = 0; index < 10_000; index += 1) {
    cache.set(`${index}`.padStart(100, ' '), index)
    expect(cache.get('the one that is used')).toBe(0)
  }
  expect(cache.characters).toBeLessThanOrEqual(300_000)
  expect(cache.characters).toBeGreaterThan(299_000)
  expect(cache.get('9999'.padStart(100, ' '))).toBe(9999)
  expect(cache.get('0'.padStart(100, ' '))).toBeUndefined()
})

test('a document that fills an eighth of it is not kept, nor one of unknown length', () => {
  const cache = new SourceCache((_key, document: ReturnType<typeof parse>) => sourceLength(document))
  cache.set('long', parse(`{ a } #${'x'.repeat(37_500)}`))
  cache.set('unknown', parse('{ a }', { noLocation: true }))
  cache.set('short', parse('{ a }'))
  expect(['long', 'unknown', 'short'].map((key) => cache.get(key) !== undefined)).toEqual([
    false,
    false,
    true,
  ])
  expect(cache.characters).toBe(5)
})

test('the same key again takes no more room, a forgotten one none', () => {
  const cache = new SourceCache<number>()
  cache.set('key', 1)
  cache.set('key', 2)
  expect([cache.get('key'), cache.characters]).toEqual([2, 3])
  expect([cache.delete('key'), cache.delete('key'), cache.characters]).toEqual([true, false, 0])
})
