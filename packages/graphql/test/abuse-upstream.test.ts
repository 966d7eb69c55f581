import { expect, test } from 'vitest'
import { createWecomGraphQL } from '../src/index.ts'
import { ask } from './ask.ts'
import { simulatedCorp } from './on-simulator.ts'
import { codeOf, post } from './post.ts'
import { startEndpoint } from './start-endpoint.ts'

test('abuse 34: 10 000 distinct unknown ids burn a budget of 1000, and me still answers', async () => {
  await using corp = await simulatedCorp()
  let now = 1_000_000
  const { directory } = corp
  await using endpoint = await startEndpoint({ directory, now: () => now })
  const query = 'query ($ids: [ID!]!) { users(ids: $ids) { id } me { name } }'
  const codes = new Set<unknown>()
  for (let batch = 0; batch < 50; batch += 1) {
    const ids = Array.from({ length: 200 }, (_, index) => `ghost-${batch}-${index}`)
    const answer = await post(endpoint.url, { query, variables: { ids } })
    expect(answer.json?.data?.['me']).toEqual({ name: '张三' })
    codes.add(codeOf(answer))
  }
  expect([...codes]).toEqual([undefined, 'RATE_LIMITED'])
  // Besides the budget there is the viewer's own record, which is never refused.
  expect(corp.simulator.journal.count('/cgi-bin/user/get')).toBeLessThanOrEqual(1001)
  const refused = await post(endpoint.url, { query, variables: { ids: ['LiSi'] } })
  expect(refused.json?.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 20 })
  now += 20_000
  const granted = await post(endpoint.url, { query, variables: { ids: ['LiSi'] } })
  expect(granted.json?.data?.['users']).toEqual([{ id: 'LiSi' }])
})

test('abuse 35: the same query 200 times at once on a cold cache is one read', async () => {
  await using corp = await simulatedCorp()
  const { directory } = corp
  await using endpoint = await startEndpoint({ directory })
  const query = '{ departmentUsers(departmentId: 4) { id name position } }'
  const answers = await Promise.all(Array.from({ length: 200 }, () => post(endpoint.url, { query })))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(answers[0]?.json?.data?.['departmentUsers']).not.toHaveLength(0)
  expect(corp.simulator.journal.count('/cgi-bin/user/list')).toBe(1)
  expect(corp.simulator.journal.count('/cgi-bin/user/get')).toBe(0)
})

test('abuse 36: what viewer A cached stays hidden from viewer B, like what does not exist', async () => {
  await using corp = await simulatedCorp()
  const wecom = createWecomGraphQL({
    directory: corp.directory,
    canSee: (viewer, target) =>
      viewer?.userId === 'wangfang' || (target.kind === 'user' && target.user.userId !== 'LiSi'),
  })
  const query = `{
    user(id: "LiSi") { id name } users(ids: ["LiSi", "wangwu"]) { id } nobody: user(id: "nobody") { id }
    colleague: user(id: "wangwu") { directLeaders { id } memberships { department { id } } departmentIds mainDepartmentId }
    department(id: 4) { id } departments { id } departmentUsers(departmentId: 4) { id }
  }`
  const forA = await ask(wecom, query, { as: 'wangfang' })
  expect(forA.data).toMatchObject({ user: { id: 'LiSi', name: '李四' }, department: { id: '4' } })
  const forB = await ask(wecom, query, { as: 'zhangsan' })
  expect(forB).toEqual({
    data: {
      user: null,
      users: [null, { id: 'wangwu' }],
      nobody: null,
      colleague: {
        directLeaders: [{ id: 'zhangsan' }],
        memberships: [],
        departmentIds: [],
        mainDepartmentId: null,
      },
      department: null,
      departments: [],
      departmentUsers: null,
    },
  })
})

test('abuse 37: variants of case are one read and one canonical id', async () => {
  await using corp = await simulatedCorp()
  const wecom = createWecomGraphQL({ directory: corp.directory })
  const answer = await ask(
    wecom,
    '{ a: user(id: "ZHANGSAN") { id position } b: user(id: "zhangsan") { id position } c: user(id: "ZhangSan") { id position } }',
  )
  const user = { id: 'zhangsan', position: '后端组长' }
  expect(answer).toEqual({ data: { a: user, b: user, c: user } })
  const { journal } = corp.simulator
  expect(journal.count('/cgi-bin/user/get') + journal.count('/cgi-bin/user/list')).toBe(1)
})

test('abuse 38: a client that leaves during a 45009 storm starts no more batches and rejects nothing unheard', async () => {
  await using corp = await simulatedCorp()
  const unhandled: unknown[] = []
  const listen = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', listen)
  const { directory } = corp
  await using endpoint = await startEndpoint({ directory })
  const { faults, journal } = corp.simulator
  faults.add({ path: '/cgi-bin/user/list', kind: 'errcode', errcode: 45009, times: 1000 })
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const resolve = directory.resolve.bind(directory)
  directory.resolve = async (wants) => {
    reach()
    await released
    return resolve(wants)
  }
  const leaving = new AbortController()
  const query = '{ user(id: "wangwu") { directLeaders { directLeaders { name } } } }'
  const request = post(endpoint.url, { query }, { signal: leaving.signal })
  await reached
  leaving.abort()
  await expect(request).rejects.toThrow('aborted')
  await expect.poll(() => endpoint.closed(), { timeout: 15_000 }).toBe(1)
  faults.add({ path: '/cgi-bin/user/get', kind: 'delay', ms: 1 })
  faults.add({ path: '/cgi-bin/user/get', kind: 'errcode', errcode: 45009, times: 1000 })
  release()
  await endpoint.apollo.stop()
  process.off('unhandledRejection', listen)
  expect(journal.count('/cgi-bin/user/get') + journal.count('/cgi-bin/user/list')).toBe(1)
  expect(unhandled).toEqual([])
  expect(endpoint.log).toEqual([])
})

test('a 45009 storm is RATE_LIMITED for those who stay, and says nothing of upstream', async () => {
  await using corp = await simulatedCorp()
  const { directory } = corp
  await using endpoint = await startEndpoint({ directory })
  corp.simulator.faults.add({ path: '/cgi-bin/user/list', kind: 'errcode', errcode: 45009, times: 1000 })
  const answer = await post(endpoint.url, {
    query: '{ departmentUsers(departmentId: 4) { id position } me { id } }',
  })
  expect(answer.status).toBe(200)
  expect(answer.json?.data).toEqual({ departmentUsers: null, me: { id: 'zhangsan' } })
  expect(answer.json?.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 })
  expect(answer.text).not.toMatch(/freq|from ip|hint|127\.0\.0\.1/)
})
