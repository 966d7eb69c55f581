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
  ['maxMemory', { maxMemory: 0 }],
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
  expect(() => createDirectory(client, { ttl })).toThrow(
    'there is no option ttl.users; did you mean ttl.user?',
  )
})

describe('what JavaScript callers hand over', () => {
  const make = (json: string) => (): unknown => createDirectory(client, JSON.parse(json))

  test.each([
    ['{"bogus":1}', /no option bogus; there are contactsClient, store/],
    ['{"ttl":5}', /ttl must be an object of options; got 5/],
    ['{"contactsClient":{}}', /contactsClient must be a client.*client\.with/],
    ['{"store":{}}', /store must be a store with get, set and delete/],
    ['{"now":5}', /now must be a function; got 5/],
    ['5', /an object of options; got 5/],
  ])('%s is refused by name', (json, message) => {
    expect(make(json)).toThrow(message)
  })

  test.each(['{}', '5', 'null'])('the client %s is refused', (json) => {
    expect(() => createDirectory(JSON.parse(json))).toThrow(
      /^createDirectory: client must be a client of WeCom; got .*\. Pass what createWecomClient/,
    )
  })
})
