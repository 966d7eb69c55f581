import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { expect, test } from 'vitest'
import { createWecomGraphQL } from '../src/index.ts'
import { ask } from './ask.ts'
import { simulatedCorp, type SimulatedCorp } from './on-simulator.ts'
import { codeOf, post } from './post.ts'
import { startEndpoint } from './start-endpoint.ts'

/** A client of the app of that name. */
function clientOf({ simulator }: SimulatedCorp, name: string, options: { maxRetries?: number } = {}) {
  const app = simulator.apps.find((candidate) => candidate.name === name)
  if (!app) throw new Error(`The seed has no app ${name}.`)
  return createWecomClient({
    corpId: simulator.corp.id,
    secret: app.secret,
    baseUrl: simulator.url,
    ...options,
  })
}

test('searchUsers: unavailable on a cold directory, then by name, alias, English name and id', async () => {
  await using corp = await simulatedCorp()
  const wecom = createWecomGraphQL({ directory: corp.directory })
  const search = (query: string) => ask(wecom, `{ searchUsers(query: "${query}") { nodes { id } } }`)
  expect((await search('三')).errors?.[0]?.extensions?.['code']).toBe('FEATURE_UNAVAILABLE')
  await corp.directory.warm({ search: true })
  for (const text of ['张三', '三哥', 'sam', 'ZHANGS']) {
    expect(await search(text)).toMatchObject({
      data: { searchUsers: { nodes: expect.arrayContaining([{ id: 'zhangsan' }]) } },
    })
  }
})

test("a linked organisation's member is null and costs nothing", async () => {
  await using corp = await simulatedCorp()
  const wecom = createWecomGraphQL({ directory: corp.directory })
  expect(await ask(wecom, '{ user(id: "wwlinked0001/somebody") { id name } }')).toEqual({
    data: { user: null },
  })
  expect(corp.simulator.journal.count('/cgi-bin/user/get')).toBe(0)
})

test('members and departments outside of the visible range are null, for their neighbours too', async () => {
  await using corp = await simulatedCorp()
  await using client = clientOf(corp, 'narrow')
  const directory = createDirectory(client)
  const wecom = createWecomGraphQL({ directory })
  const visible = (await directory.departments()).map(({ id }) => id)
  const hidden = corp.simulator.contacts.departments().find(({ id, parentid }) => {
    return !visible.includes(id) && !visible.includes(parentid)
  })
  const outsider = corp.simulator.contacts.users().find(({ department }) => department[0] === hidden?.id)
  expect(outsider).toBeDefined()
  const { data, errors } = await ask(
    wecom,
    `{
      user(id: "${outsider?.userid}") { id } department(id: ${hidden?.id}) { id } departmentUsers(departmentId: ${hidden?.id}) { id }
      departments { id parent { id } path { id } members(first: 200) { nodes { id departmentIds mainDepartment { id name } } } }
    }`,
    { as: outsider?.userid ?? '' },
  )
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({ user: null, department: null, departmentUsers: null })
  expect(data?.['departments']).toEqual(
    visible.map((id) => expect.objectContaining({ id: String(id), parent: null })),
  )
  const me = await ask(wecom, '{ me { id name isMe } }', { as: outsider?.userid ?? '' })
  expect(me).toEqual({ data: { me: { id: outsider?.userid, name: outsider?.userid, isMe: true } } })
})

test('WeCom being out of order is WECOM_UPSTREAM, transient, with a request id and no text of its own', async () => {
  await using corp = await simulatedCorp()
  await using client = clientOf(corp, 'portal', { maxRetries: 0 })
  await using endpoint = await startEndpoint({ directory: createDirectory(client) })
  corp.simulator.faults.add({ path: '/cgi-bin/user/list', kind: 'errcode', errcode: -1, times: 9 })
  const answer = await post(endpoint.url, { query: '{ departmentUsers(departmentId: 4) { id } me { id } }' })
  expect(answer.json?.data).toEqual({ departmentUsers: null, me: { id: 'zhangsan' } })
  expect(answer.json?.errors?.[0]).toMatchObject({
    message: 'WeCom could not answer.',
    extensions: { code: 'WECOM_UPSTREAM', transient: true, requestId: answer.headers.get('x-request-id') },
  })
  expect(answer.text).not.toMatch(/system busy|hint|127\.0\.0\.1/)
})

test("a fault of the app's set-up is masked for the client and told in the log", async () => {
  await using corp = await simulatedCorp()
  await using endpoint = await startEndpoint({ directory: corp.directory })
  corp.simulator.settings.set({ trustedIps: ['203.0.113.9'] })
  // A request id of its own choice could have these digits.
  const headers = { 'x-request-id': 'r' }
  const answer = await post(endpoint.url, { query: '{ user(id: "LiSi") { name } }' }, { headers })
  expect(codeOf(answer)).toBe('INTERNAL_SERVER_ERROR')
  expect(answer.text).not.toMatch(/60020|trusted|ip/i)
  expect(JSON.stringify(endpoint.log)).toContain('60020')
})

test('a member of two departments, an old app that still sees personal fields, and the policy above it', async () => {
  await using corp = await simulatedCorp()
  await using client = clientOf(corp, 'legacy')
  const wecom = createWecomGraphQL({ directory: createDirectory(client) })
  const fields = '{ id mobile email businessEmail gender departmentIds memberships { order } }'
  const { data } = await ask(wecom, `{ me ${fields} user(id: "LiSi") ${fields} }`)
  expect(data).toEqual({
    me: {
      id: 'zhangsan',
      mobile: '13800010002',
      email: 'zhangsan@mail.example.com',
      businessEmail: 'zhangsan@yunshan.example.com',
      gender: 'MALE',
      departmentIds: ['4', '2'],
      memberships: [{ order: 4294967295 }, { order: 1 }],
    },
    user: {
      id: 'LiSi',
      mobile: null,
      email: null,
      businessEmail: 'lisi@yunshan.example.com',
      gender: null,
      departmentIds: ['4'],
      memberships: [{ order: 370 }],
    },
  })
})

test('a client is enough: its directory has the defaults', async () => {
  await using corp = await simulatedCorp()
  const wecom = createWecomGraphQL({ client: corp.client })
  expect(await ask(wecom, '{ me { name } }')).toEqual({ data: { me: { name: '张三' } } })
  const both = { client: corp.client, directory: corp.directory }
  expect(() => createWecomGraphQL(both)).toThrow(/directory must be given without client; got both/)
})
