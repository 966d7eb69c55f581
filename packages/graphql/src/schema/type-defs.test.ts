import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { typeDefs } from './type-defs.ts'

test('the SDL in the code is the SDL file', () => {
  const file = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(typeDefs).toBe(file)
  expect(buildSchema(typeDefs).getQueryType()?.name).toBe('Query')
})
