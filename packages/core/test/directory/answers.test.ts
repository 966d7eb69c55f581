import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { FakeCorp } from './fake-corp.ts'
import { atLevel, resolveNaively } from './naive-resolver.ts'
import { demands, organisation } from './organisation.ts'

describe('answers equal a naive resolver’s', () => {
  test.each([
    ['without an index', false, 200],
    ['with the index', true, 200],
    ['with large departments only fetched when it pays', false, 0],
    ['with the index and large departments', true, 0],
  ])('%s', { timeout: 60_000 }, async (_name, withIndex, wholeListUpTo) => {
    await fc.assert(
      fc.asyncProperty(
        organisation,
        fc.array(demands, { minLength: 1, maxLength: 4 }),
        async (corp, ticks) => {
          const contacts = withIndex ? { contactsClient: corp.contactsClient(7) } : {}
          const directory = createDirectory(corp.client(), { ...contacts, wholeListUpTo })
          if (withIndex) await directory.warm()
          for (const wants of ticks) {
            const ours = await directory.resolve(wants)
            const naive = await resolveNaively(corp.client(), wants)
            const levels = wants.map((want) => want.level ?? 'full')
            expect(ours.map((answer, index) => atLevel(answer, levels[index]!))).toEqual(
              naive.map((answer, index) => atLevel(answer, levels[index]!)),
            )
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

test.each([undefined, null, 42, {}, [], ['zhangsan'], true])(
  '%j names no member, and costs no call: JavaScript hands on what it read somewhere',
  async (id) => {
    const corp = new FakeCorp().department(1).user('zhangsan', [1])
    const directory = createDirectory(corp.client())
    // @ts-expect-error what JavaScript may hand on
    expect(await directory.user(id)).toBeUndefined()
    expect(corp.calls).toEqual([])
  },
)
