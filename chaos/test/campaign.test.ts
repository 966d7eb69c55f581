import { faultKinds } from '@wecom-kit/simulator'
import { expect, it } from 'vitest'
import { planCycle, redisTroubles, upstreamTroubles } from '../src/plan.ts'
import { createRandom } from '../src/random.ts'
import { createSecretSearch } from '../src/secrets.ts'
import { readSettings } from '../src/settings.ts'
import { Tally } from '../src/tally.ts'

it('one cycle has every fault of WeCom under every state of Redis, and the seed repeats it', () => {
  const plan = planCycle(createRandom(7))
  expect(planCycle(createRandom(7))).toEqual(plan)
  expect(planCycle(createRandom(8))).not.toEqual(plan)
  const pairs = plan.flatMap(({ rounds }) => rounds.map(({ redis, upstream }) => `${redis}/${upstream}`))
  expect(new Set(pairs).size).toBe(redisTroubles.length * upstreamTroubles.length)
  expect(upstreamTroubles).toEqual(expect.arrayContaining([...faultKinds]))
  const seeds = plan.flatMap(({ rounds }) => rounds.map(({ seed }) => seed))
  expect(new Set(seeds).size).toBe(pairs.length)
})

it('takes its seed from CHAOS_SEED, and refuses what is none', () => {
  expect(readSettings(['--seconds', '30'], { CHAOS_SEED: '7' })).toEqual({ seconds: 30, seed: 7 })
  expect(readSettings(['--full'], { CHAOS_SEED: '7' }).seconds).toBe(1800)
  expect(() => readSettings([], { CHAOS_SEED: 'x' })).toThrow('CHAOS_SEED: expected a whole number, got x')
})

it('finds a secret in any text, encoded or not, and does not repeat it', () => {
  const search = createSecretSearch()
  search.add('the key', 'a/b+c')
  search.look('nothing here', 'an answer')
  expect(search.leaks).toEqual([])
  search.look('?key=a%2Fb%2Bc', 'an answer')
  expect(search.leaks).toEqual(['the key in an answer'])
})

it('forgets the oldest login codes of half an hour, and no secret of another name', () => {
  const search = createSecretSearch()
  search.add('the key', 'a key')
  for (let at = 0; at < 10_000; at += 1) search.add('a login code', `code-${at}.`)
  search.look('code-1.', 'an answer')
  expect(search.leaks).toEqual([])
  search.look('code-9999. and a key', 'an answer')
  expect(search.leaks.toSorted()).toEqual(['a login code in an answer', 'the key in an answer'])
})

it('an answer, a typed error and a cut call keep promises; the rest breaks them', () => {
  const tally = new Tally()
  tally.enter('a round')
  tally.add('a face', { kind: 'answer' })
  tally.add('a face', { kind: 'typed', code: 'ERR_WECOM_TIMEOUT' })
  tally.add('a face', { kind: 'cut' })
  expect(tally.broken).toEqual([])
  for (const kind of ['untyped', 'lost', 'stuck'] as const) tally.add('a face', { kind, detail: 'why' })
  expect(tally.broken).toEqual(['untyped', 'lost', 'stuck'].map((kind) => `a face: ${kind}: why [a round]`))
})
