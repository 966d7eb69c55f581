import type { DirectoryUserFull } from '@wecom-kit/core'
import { describe, expect, test } from 'vitest'
import { createWecomGraphQL, type WecomLimits } from '../src/index.ts'
import { ask } from './ask.ts'
import { cpuOf } from './cpu.ts'
import { memoryDirectory } from './memory-directory.ts'
import { post } from './post.ts'
import { member, smallCorp } from './small-corp.ts'
import { startEndpoint } from './start-endpoint.ts'
import { startYoga } from './start-yoga.ts'

const { departments } = smallCorp()

/** Members of department 2, each with five leaders who are members too. */
function crowd(size: number): readonly DirectoryUserFull[] {
  const directLeaderIds = ['u0', 'u1', 'u2', 'u3', 'u4']
  return Array.from({ length: size }, (_, index) => member(`u${index}`, { directLeaderIds }))
}

function layer(users: readonly DirectoryUserFull[], limits: Partial<WecomLimits> = {}) {
  const directory = memoryDirectory({ departments, users })
  const options = { directory, limits, now: () => 60_000, logger: { error: () => {} } }
  return { directory, wecom: createWecomGraphQL(options) }
}

const chain = (length: number): string => (length === 0 ? 'id' : `directLeaders { ${chain(length - 1)} }`)

describe('results counts every member and department of an answer', () => {
  const eleven = { results: 11 }
  const [leader, second] = [member('u0'), member('u1')]
  const follower = member('f', { directLeaderIds: ['u0', 'u1'], departmentIds: [2, 3, 4] })
  const users = [leader, second, follower, ...crowd(20).slice(2, 8)]

  test.each([
    ['me { id }', 1],
    ['user(id: "f") { id }', 1],
    ['users(ids: ["f", "u0", "nobody"]) { id }', 3],
    ['user(id: "f") { directLeaders { id } }', 3],
    ['user(id: "f") { directLeaders { name } }', 3],
    ['user(id: "f") { memberships { department { id } } }', 4],
    ['user(id: "f") { memberships { department { name } } }', 4],
    ['user(id: "f") { mainDepartment { id } }', 2],
    ['user(id: "f") { mainDepartment { name } }', 2],
    ['department(id: 4) { id }', 1],
    ['department(id: 4) { path { id } }', 4],
    ['department(id: 4) { parent { id } }', 2],
    ['department(id: 1) { children { id } }', 3],
    ['department(id: 2) { leaders { id } }', 2],
    ['departments(recursive: true) { id }', 4],
    ['departments { id }', 1],
    ['department(id: 2) { members(first: 3) { nodes { id } } }', 4],
    ['departmentUsers(departmentId: 2, first: 3) { id }', 3],
    ['searchUsers(query: "u0") { nodes { id } }', 1],
    ['user(id: "u0") { directReports { id } }', 8],
  ])('%s counts as %d', async (field, count) => {
    for (const max of [count, count - 1]) {
      const { directory, wecom } = layer(users, { results: Math.max(max, 1) })
      await directory.warm({ search: true })
      const source = max === 0 ? `{ again: ${field} ${field} }` : `{ ${field} }`
      const { errors } = await ask(wecom, source, { as: 'f' })
      const wanted = max === count ? undefined : 'RESULT_TOO_LARGE'
      expect(errors?.[0]?.extensions?.['code']).toBe(wanted)
    }
  })

  test('aliases add up, and nothing is looked up for an answer that is too large already', async () => {
    const { directory, wecom } = layer(users, eleven)
    const lists = Array.from(
      { length: 4 },
      (_, index) => `a${index}: departmentUsers(departmentId: 2) { name }`,
    )
    const { data, errors } = await ask(wecom, `{ ${lists.join(' ')} }`)
    expect(data).toMatchObject({ a1: null, a2: null, a3: null })
    expect(errors?.map((error) => error.extensions?.['code'])).toEqual(Array(3).fill('RESULT_TOO_LARGE'))
    expect(directory.batches).toHaveLength(1)
  })
})

describe.each([
  ['apollo', startEndpoint],
  ['yoga', startYoga],
])('on %s', (_face, start) => {
  test.each([1, 2, 3, 4])('leaders of leaders of 900 members, %d deep, are stopped', async (depth) => {
    const directory = memoryDirectory({ departments, users: crowd(900) })
    await using endpoint = await start({ directory, limits: { keysPerMinute: Infinity, results: 4000 } })
    const answer = await post(endpoint.url, {
      query: `{ departmentUsers(departmentId: 2) { ${chain(depth)} } }`,
    })
    expect(answer.json?.errors).toHaveLength(1)
    expect(['RESULT_TOO_LARGE', 'OPERATION_TOO_COMPLEX']).toContain(
      answer.json?.errors?.[0]?.extensions?.['code'],
    )
    expect(answer.text.length).toBeLessThan(1000)
  })
})

test('a list of statuses costs its length once, not once for every member', async () => {
  const { wecom } = layer(crowd(2000))
  const cost = (length: number): Promise<number> => {
    const variables = { filter: { status: Array.from({ length }, () => 'LEFT') } }
    const aliases = Array.from(
      { length: 5 },
      (_, index) => `a${index}: departmentUsers(departmentId: 2, filter: $filter) { id }`,
    )
    return cpuOf(() => ask(wecom, `query ($filter: UserFilter) { ${aliases.join(' ')} }`, { variables }))
  }
  const one = await cost(1)
  // Comparing each of the 2,000 members with each of the 9,000 values takes thousands of times as long.
  expect(await cost(9000)).toBeLessThan(10 * one + 100)
})

test('filters and searches may look through twenty times what may be answered, not more', async () => {
  const { wecom } = layer(crowd(100), { results: 10 })
  const list = (alias: string): string =>
    `${alias}: departmentUsers(departmentId: 2, first: 1, filter: { text: "u7" }) { id }`
  expect((await ask(wecom, `{ ${list('a')} ${list('b')} }`)).errors).toBeUndefined()
  const { errors } = await ask(wecom, `{ ${list('a')} ${list('b')} ${list('c')} }`)
  expect(errors?.[0]?.extensions).toEqual({ code: 'RESULT_TOO_LARGE', max: 200 })
})

describe('keysPerMinute counts what was shown', () => {
  const reader = { as: 'reader' }
  const refused = async (wecom: ReturnType<typeof layer>['wecom'], field: string): Promise<boolean> => {
    const { errors } = await ask(wecom, `{ ${field} }`, reader)
    const code = errors?.[0]?.extensions?.['code']
    expect([undefined, 'RATE_LIMITED']).toContain(code)
    return code !== undefined
  }

  test.each([
    'departmentUsers(departmentId: 1, fetchChild: true) { id }',
    'departmentUsers(departmentId: 2, first: 30) { id }',
    'searchUsers(query: "name", first: 30) { nodes { id } }',
    'department(id: 1) { members(fetchChild: true) { nodes { id } } }',
    'departmentUsers(departmentId: 2, first: 25) { directLeaders { id } }',
  ])('%s is a page of it', async (field) => {
    const { directory, wecom } = layer(crowd(40), { keysPerMinute: 25 })
    await directory.warm({ search: true })
    expect(await refused(wecom, field)).toBe(true)
  })

  test('the same page again costs nothing, the next one does', async () => {
    const { wecom } = layer(crowd(40), { keysPerMinute: 25 })
    const page = (after: string): string => `departmentUsers(departmentId: 2, first: 20${after}) { id }`
    expect([await refused(wecom, page('')), await refused(wecom, page(''))]).toEqual([false, false])
    expect(await refused(wecom, page(', after: "u19"'))).toBe(true)
    expect((await ask(wecom, '{ me { name } }', { as: 'u0' })).errors).toBeUndefined()
  })

  test('another filter shows other members', async () => {
    const { wecom } = layer(crowd(40), { keysPerMinute: 25 })
    const filtered = (text: string): string =>
      `departmentUsers(departmentId: 2, filter: { text: "${text}" }) { id }`
    expect(await refused(wecom, filtered('u1'))).toBe(false)
    expect(await refused(wecom, filtered('u2'))).toBe(false)
    expect(await refused(wecom, filtered('u3'))).toBe(true)
  })

  test('an id that leads nowhere counts ten times, hidden or absent', async () => {
    const users = [member('hidden')]
    const { directory } = layer(users)
    const wecom = createWecomGraphQL({
      directory,
      limits: { keysPerMinute: 20 },
      canSee: (_viewer, target) => target.kind === 'department',
      now: () => 60_000,
    })
    expect(await refused(wecom, 'user(id: "hidden") { id }')).toBe(false)
    expect(await refused(wecom, 'user(id: "absent") { id }')).toBe(false)
    expect(await refused(wecom, 'user(id: "hidden") { id }')).toBe(false)
    expect(await refused(wecom, 'user(id: "other") { id }')).toBe(true)
  })
})

test('directReports needs a warmed index, then lists who names a member as leader, as far as seen', async () => {
  const users = [member('boss'), ...['a', 'b', 'c'].map((id) => member(id, { directLeaderIds: ['BOSS'] }))]
  const { directory } = layer(users)
  const wecom = createWecomGraphQL({
    directory,
    canSee: (_viewer, target) => target.kind === 'department' || target.user.userId !== 'b',
  })
  const source = '{ user(id: "boss") { name directReports { id name } } }'
  const cold = await ask(wecom, source)
  expect(cold.data).toEqual({ user: { name: 'Name of boss', directReports: null } })
  expect(cold.errors?.[0]?.extensions).toEqual({ code: 'FEATURE_UNAVAILABLE', feature: 'directReports' })
  await directory.warm({ search: true })
  expect(await ask(wecom, source)).toEqual({
    data: {
      user: {
        name: 'Name of boss',
        directReports: [
          { id: 'a', name: 'Name of a' },
          { id: 'c', name: 'Name of c' },
        ],
      },
    },
  })
})

describe.each([
  ['apollo', startEndpoint],
  ['yoga', startYoga],
])('an input object of thousands of keys, on %s', (_face, start) => {
  const source = 'query ($f: UserFilter) { departmentUsers(departmentId: 1, filter: $f) { id } }'
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, 1]))

  test.each([
    ['as the variable', keys(1001)],
    ['inside of a list of it', { status: [[{ deep: keys(1001) }]] }],
  ])('is refused by its count, unread, %s', async (_where, f) => {
    await using endpoint = await start()
    const { json } = await post(endpoint.url, { query: source, variables: { f } })
    expect(json?.errors).toMatchObject([
      { message: 'An input object may have 1000 keys.', extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test('with fewer keys it is told what is wrong with it', async () => {
    await using endpoint = await start()
    const { text } = await post(endpoint.url, {
      query: source,
      variables: { f: keys(3), unused: keys(5000) },
    })
    expect(text).toContain('is not defined by type')
  })
})
