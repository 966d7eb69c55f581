import { createDirectory } from '@wecom-kit/core'
import * as fc from 'fast-check'
import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWecomGraphQL } from '../src/index.ts'
import { naiveSchema } from './naive-schema.ts'
import { simulatedCorp, type SimulatedCorp } from './on-simulator.ts'
import { randomOperation } from './random-operation.ts'

let corp: SimulatedCorp

beforeAll(async () => {
  corp = await simulatedCorp()
})

afterAll(() => corp[Symbol.asyncDispose]())

describe.each([{ index: false }, { index: true }])('with the index: $index', ({ index }) => {
  test('random operations answered through the planner equal the naive answers', async () => {
    const { contacts } = corp.simulator
    const naive = naiveSchema(corp.simulator, 'zhangsan')
    const operation = randomOperation({
      users: contacts.users().map(({ userid }) => userid),
      departments: contacts.departments().map(({ id }) => id),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 3 }), async (operations) => {
        const directory = createDirectory(corp.client, index ? { contactsClient: corp.contactsClient } : {})
        const wecom = createWecomGraphQL({ directory, fieldPolicy: () => 'allow' })
        // The later operations of a run find the cache of the earlier ones, partly filled and at mixed levels.
        for (const source of operations) {
          const contextValue = wecom.context({ userId: 'zhangsan' })
          const planned = await graphql({ schema: wecom.schema, source, contextValue })
          const direct = await graphql({ schema: naive, source })
          expect(planned.errors).toBeUndefined()
          expect(comparable(planned.data)).toEqual(comparable(direct.data))
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

/** The order of members in a subtree is nobody's promise; the places of `users(ids:)` are, and stay. */
function comparable(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item))
    return /^users\d/.test(key) && items.includes(null)
      ? items
      : items.map((item) => JSON.stringify(item)).toSorted()
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, below]) => [name, comparable(below, name)]))
}
