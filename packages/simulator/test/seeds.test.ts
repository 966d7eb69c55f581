import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { bigCorp } from '../src/seeds/big-corp.ts'
import { checkSeed } from '../src/seeds/check-seed.ts'
import { smallCorp } from '../src/seeds/small-corp.ts'
import { fitsSchema } from './json-schema.ts'
import { api } from './support.ts'

const schema: unknown = JSON.parse(readFileSync(new URL('../seed.schema.json', import.meta.url), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'wecom-seed-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileWith(content: string): string {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, content)
  return path
}

const tiny = {
  corp: { id: 'ww0', name: 'Tiny' },
  apps: [{ name: 'app', kind: 'app', agentId: 1, secret: 's', visible: 'all' }],
  departments: [{ id: 1, name: 'Tiny', parentid: 0 }],
  members: [{ userid: 'zhangsan', name: '张三', department: [1] }],
}

describe('the built-in seeds', () => {
  test.each([
    ['small-corp', smallCorp()],
    ['big-corp', bigCorp({ users: 400, departments: 30 })],
  ])(
    '%s: the first app of kind app sees everybody, contacts-sync is there, zhangsan too',
    async (_name, seed) => {
      expect(seed.apps.find(({ kind }) => kind === 'app')?.visible).toBe('all')
      expect(seed.apps.some(({ kind }) => kind === 'contacts-sync')).toBe(true)
      await using simulator = await startSimulator({ seed })
      expect((await api(simulator, 'user/get?userid=zhangsan')).body).toMatchObject({
        errcode: 0,
        name: '张三',
      })
    },
  )

  test('small-corp has about 12 departments and 40 members, some of them special', () => {
    const { departments, linkedMembers, members, outsiders } = smallCorp()
    expect([departments.length, members.length]).toEqual([12, 40])
    expect(new Set(members.map(({ status }) => status ?? 1))).toEqual(new Set([1, 2, 4]))
    expect(linkedMembers?.length).toBeGreaterThan(0)
    expect(outsiders?.length).toBeGreaterThan(0)
  })

  test('big-corp is the same every time, has the size asked for and comes in under two seconds', async () => {
    expect(bigCorp({ users: 500, departments: 40 })).toEqual(bigCorp({ users: 500, departments: 40 }))
    const startedAt = process.cpuUsage()
    await using simulator = await startSimulator({ seed: 'big-corp?users=12000&departments=300' })
    const { user, system } = process.cpuUsage(startedAt)
    expect((user + system) / 1_000).toBeLessThan(2000)
    expect(simulator.contacts.users()).toHaveLength(12_000)
    expect(simulator.contacts.departments()).toHaveLength(300)
    const { userlist } = (await api(simulator, 'user/simplelist?department_id=8')).body
    expect(userlist).toHaveLength(120)
  })

  test.each([
    [1, 1],
    [5, 9],
    [100, 2],
    [1000, 25],
  ])('big-corp of %d members in %d departments hangs together', (users, departments) => {
    const seed = bigCorp({ users, departments })
    expect(checkSeed(seed).members).toHaveLength(users)
    expect(fitsSchema(schema, structuredClone(seed))).toBe(true)
  })
})

describe('a seed of your own', () => {
  test('from a file is what the API serves', async () => {
    const path = fileWith(JSON.stringify({ $schema: 'x', ...tiny }))
    await using simulator = await startSimulator({ seed: path })
    expect(simulator.corp.id).toBe('ww0')
    const { body } = await api(simulator, 'user/get?userid=zhangsan', undefined, 'app')
    expect(body).toMatchObject({ name: '张三', main_department: 1, status: 1 })
  })

  test('small-corp fits the published schema', () => {
    expect(fitsSchema(schema, JSON.parse(JSON.stringify(smallCorp())))).toBe(true)
  })

  test.each<[string, object, string]>([
    ['a member without a name', { members: [{ userid: 'a', department: [1] }] }, 'members[0].name'],
    [
      'a misspelt field',
      { members: [{ userid: 'a', name: 'A', departments: [1] }] },
      'members[0].departments',
    ],
    [
      'a userid with a slash',
      { members: [{ userid: 'a/b', name: 'A', department: [1] }] },
      'members[0].userid',
    ],
    [
      'gender as a number',
      { members: [{ userid: 'a', name: 'A', department: [1], gender: 1 }] },
      'members[0].gender',
    ],
    ['no apps', { apps: [] }, 'apps'],
    [
      'an unknown kind',
      { apps: [{ name: 'a', kind: 'robot', agentId: 1, secret: 's', visible: 'all' }] },
      'apps[0].kind',
    ],
    [
      'a visible range of text',
      { apps: [{ name: 'a', kind: 'app', agentId: 1, secret: 's', visible: 'some' }] },
      'apps[0].visible',
    ],
    [
      'a linked member without corp',
      { linkedMembers: [{ userid: 'a', name: 'A' }] },
      'linkedMembers[0].userid',
    ],
  ])('%s is refused by the schema and by name', async (_what, part, place) => {
    expect(fitsSchema(schema, { ...tiny, ...part })).toBe(false)
    await expect(startSimulator({ seed: fileWith(JSON.stringify({ ...tiny, ...part })) })).rejects.toThrow(
      place,
    )
  })

  test.each<[string, object, string]>([
    [
      'a department that does not exist',
      { members: [{ userid: 'a', name: 'A', department: [2] }] },
      'members[0].department',
    ],
    [
      'two members of one userid in another case',
      { members: [tiny.members[0], { userid: 'ZHANGSAN', name: 'Z', department: [1] }] },
      'members[1].userid',
    ],
    [
      'a circle of departments',
      {
        departments: [
          ...tiny.departments,
          { id: 2, name: 'b', parentid: 3 },
          { id: 3, name: 'c', parentid: 2 },
        ],
      },
      'departments[1].parentid',
    ],
    ['no root', { departments: [] }, 'departments'],
    [
      'a root below its own department',
      {
        departments: [
          { id: 1, name: 'a', parentid: 2 },
          { id: 2, name: 'b', parentid: 1 },
        ],
      },
      'departments[0].parentid',
    ],
    [
      'orders that are not parallel to the departments',
      { members: [{ userid: 'a', name: 'A', department: [1], order: [1, 2] }] },
      'members[0].order',
    ],
    [
      'a main department that is none of the member',
      { members: [{ userid: 'a', name: 'A', department: [1], main_department: 2 }] },
      'members[0].main_department',
    ],
    [
      'a visible range with a department that does not exist',
      {
        apps: [{ name: 'a', kind: 'app', agentId: 1, secret: 's', visible: { departments: [1, 9] } }],
      },
      'apps[0].visible.departments',
    ],
    [
      'a visible range with a member that does not exist',
      {
        apps: [{ name: 'a', kind: 'app', agentId: 1, secret: 's', visible: { users: ['zhangsna'] } }],
      },
      'apps[0].visible.users',
    ],
    [
      'a tag with a member that does not exist',
      { tags: [{ tagid: 1, tagname: 't', userlist: ['ZHANGSAN', 'nobody'], partylist: [] }] },
      'tags[0].userlist',
    ],
    [
      'two outsiders of one openid',
      {
        outsiders: [
          { name: 'a', openid: 'o' },
          { name: 'b', openid: 'o' },
        ],
      },
      'outsiders[1].openid',
    ],
    [
      'contacts-sync with an agentId',
      { apps: [{ name: 'a', kind: 'contacts-sync', agentId: 1, secret: 's', visible: 'all' }] },
      'apps[0].agentId',
    ],
    [
      'an app without an agentId',
      { apps: [{ name: 'a', kind: 'app', secret: 's', visible: 'all' }] },
      'apps[0].agentId',
    ],
  ])('%s is refused by name', async (_what, part, place) => {
    await expect(startSimulator({ seed: fileWith(JSON.stringify({ ...tiny, ...part })) })).rejects.toThrow(
      place,
    )
  })

  test('names the file when it is missing or not JSON', async () => {
    await expect(startSimulator({ seed: join(folder, 'missing.json') })).rejects.toThrow(
      /missing\.json: ENOENT/,
    )
    await expect(startSimulator({ seed: fileWith('{') })).rejects.toThrow(/seed .*\.json: .*JSON/)
  })
})

test.each([
  [{ seed: 'medium-corp' }, 'seed: expected small-corp'],
  [{ seed: 'big-corp?users=many' }, 'users= as a whole number'],
  [{ port: 70_000 }, 'port'],
  [{ sede: 'small-corp' }, 'sede: unknown field'],
  [{ settings: { latencyMs: -1 } }, 'settings.latencyMs'],
])('startSimulator(%j) is refused and says why', async (options, reason) => {
  await expect(startSimulator(JSON.parse(JSON.stringify(options)))).rejects.toThrow(reason)
})
