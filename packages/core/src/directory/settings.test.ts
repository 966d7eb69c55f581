import { describe, expect, test } from 'vitest'
import { createDirectory } from './create-directory.ts'
import type { DirectoryClient, DirectoryOptions } from './options.ts'

const never = (): Promise<never> => Promise.reject(new Error('not to be called'))
const client: DirectoryClient = {
  corpId: 'ww1',
  agentId: 1,
  users: { get: never, list: never, simpleList: never },
  departments: { list: never, simpleList: never },
}

test('every option has a default', () => {
  expect(createDirectory(client).stats().hits).toBe(0)
})

const wrong: [string, DirectoryOptions][] = [
  ['ttl.user', { ttl: { user: -1 } }],
  ['ttl.missing', { ttl: { missing: Number.NaN } }],
  ['maxUsers', { maxUsers: 0 }],
  ['maxConcurrency', { maxConcurrency: 0 }],
  ['wholeListUpTo', { wholeListUpTo: -1 }],
  ['maxListSize', { maxListSize: 1.5 }],
  ['debounce', { debounce: Infinity }],
  ['fetchChild', { fetchChild: true }],
]
test.each(wrong)('a wrong %s is refused at construction, by name', (name, options) => {
  expect(() => createDirectory(client, options)).toThrow(name)
  expect(() => createDirectory(client, options)).toThrow(
    expect.objectContaining({ code: 'ERR_WECOM_CONFIG' }),
  )
})

test('an unknown lifetime is refused with the known ones', () => {
  const ttl: object = { users: 1 }
  expect(() => createDirectory(client, { ttl })).toThrow(/ttl\.users is unknown.*user, list/)
})

describe('what JavaScript callers hand over', () => {
  const make = (json: string) => (): unknown => createDirectory(client, JSON.parse(json))

  test.each([
    ['{"bogus":1}', /Unknown option bogus/],
    ['{"ttl":5}', /ttl must be an object/],
    ['{"contactsClient":{}}', /contactsClient must be a client/],
    ['{"store":{}}', /store lacks get, set or delete/],
    ['{"now":5}', /now must be a function/],
    ['5', /options object/],
  ])('%s is refused by name', (json, message) => {
    expect(make(json)).toThrow(message)
  })

  test.each(['{}', '5', 'null'])('the client %s is refused', (json) => {
    expect(() => createDirectory(JSON.parse(json))).toThrow(/createDirectory needs a client/)
  })
})
