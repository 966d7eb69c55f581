import { describe, expect, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { api, call } from './support.ts'

describe('user/get', () => {
  test('compares userids without case and answers the stored one', async () => {
    await using simulator = await startSimulator()
    const { body } = await api(simulator, 'user/get?userid=ZHANGSAN')
    expect(body).toMatchObject({
      errcode: 0,
      userid: 'zhangsan',
      name: '张三',
      department: [4, 2],
      main_department: 4,
    })
  })

  test('knows orders beyond a signed 32-bit integer', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'user/get?userid=zhangsan')).body['order']).toEqual([4_294_967_295, 1])
  })

  test('withholds personal fields from a new app, leaves them out or empty, and shows them to an older one', async () => {
    await using simulator = await startSimulator()
    const personal = ['avatar', 'mobile', 'email', 'biz_mail', 'qr_code', 'address', 'thumb_avatar']
    const absent = (await api(simulator, 'user/get?userid=zhangsan')).body
    expect(absent).toMatchObject({ gender: '0' })
    for (const field of personal) expect(absent).not.toHaveProperty(field)
    simulator.settings.set({ withheldFields: 'empty' })
    const empty = (await api(simulator, 'user/get?userid=zhangsan')).body
    expect(empty).toMatchObject({ gender: '0', ...Object.fromEntries(personal.map((field) => [field, ''])) })
    const older = (await api(simulator, 'user/get?userid=zhangsan', undefined, 'legacy')).body
    expect(older).toMatchObject({ gender: '1', mobile: '13800010002', email: 'zhangsan@mail.example.com' })
  })

  test('answers 60111 for nobody and, by setting, 60011 or 60111 for somebody out of sight', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'user/get?userid=nobody', undefined, 'narrow')).body['errcode']).toBe(60111)
    expect((await api(simulator, 'user/get?userid=zhangsan', undefined, 'narrow')).body['errcode']).toBe(
      60011,
    )
    simulator.settings.set({ invisibleMember: 60111 })
    expect((await api(simulator, 'user/get?userid=zhangsan', undefined, 'narrow')).body['errcode']).toBe(
      60111,
    )
  })

  test('shows a member named in the range without the departments outside it', async () => {
    await using simulator = await startSimulator()
    const { body } = await api(simulator, 'user/get?userid=lisi', undefined, 'narrow')
    expect(body).toMatchObject({ userid: 'LiSi', department: [], order: [], direct_leader: [] })
    expect(body).not.toHaveProperty('main_department')
  })

  test('refuses a userid of more than 64 bytes', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, `user/get?userid=${'x'.repeat(65)}`)).body['errcode']).toBe(40003)
  })
})

describe('member lists', () => {
  test('hold the direct members only, unless fetch_child is honoured', async () => {
    await using simulator = await startSimulator()
    const userids = async (path: string): Promise<unknown> => {
      const { userlist } = (await api(simulator, path)).body
      return Array.isArray(userlist) ? userlist.length : userlist
    }
    expect(await userids('user/simplelist?department_id=2&fetch_child=1')).toBe(2)
    simulator.settings.set({ fetchChild: 'honoured' })
    expect(await userids('user/simplelist?department_id=2&fetch_child=1')).toBe(16)
    expect(await userids('user/list?department_id=2&fetch_child=1')).toBe(16)
  })

  test('tell the short form from the full one', async () => {
    await using simulator = await startSimulator()
    const short = (await api(simulator, 'user/simplelist?department_id=4')).body['userlist']
    expect(short).toContainEqual({ userid: 'zhangsan', name: '张三', department: [4, 2] })
    const full = (await api(simulator, 'user/list?department_id=4')).body['userlist']
    expect(full).toContainEqual(
      expect.objectContaining({ userid: 'zhangsan', position: '后端组长', status: 1 }),
    )
  })

  test('refuse unknown and invisible departments with an empty list', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'user/list?department_id=99')).body).toMatchObject({
      errcode: 60003,
      userlist: [],
    })
    expect((await api(simulator, 'user/list?department_id=4', undefined, 'narrow')).body['errcode']).toBe(
      60011,
    )
  })
})

describe('user/list_id', () => {
  test('pages through one row per member and department, for contacts-sync only', async () => {
    await using simulator = await startSimulator()
    const rows: unknown[] = []
    let cursor: unknown = ''
    do {
      const { body } = await api(simulator, 'user/list_id', { cursor, limit: 10 }, 'contacts-sync')
      expect(body['errcode']).toBe(0)
      rows.push(...(Array.isArray(body['dept_user']) ? body['dept_user'] : []))
      cursor = body['next_cursor']
    } while (cursor !== '')
    expect(rows).toHaveLength(42)
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(42)
    expect((await api(simulator, 'user/list_id', {})).body).toMatchObject({ errcode: 48002, dept_user: [] })
  })

  test('refuses a foreign cursor and limits outside 1 to 10000', async () => {
    await using simulator = await startSimulator()
    const errcode = async (body: object): Promise<unknown> =>
      (await api(simulator, 'user/list_id', body, 'contacts-sync')).body['errcode']
    expect(await errcode({ cursor: 'forged' })).toBe(50100)
    expect(await errcode({ limit: 0 })).toBe(40058)
    expect(await errcode({ limit: 10_001 })).toBe(40058)
    expect(await errcode({ limit: 10_000 })).toBe(0)
  })

  test('warns about a body that is not JSON and carries on', async () => {
    await using simulator = await startSimulator()
    const { body } = await api(simulator, 'user/list_id', '{"limit":', 'contacts-sync')
    expect(body).toMatchObject({ errcode: 0, errmsg: expect.stringContaining('Warning: wrong json format.') })
  })
})

describe('contacts-sync', () => {
  test('may not read details from a new IP, unless the setting says the IP is an old one', async () => {
    await using simulator = await startSimulator()
    const paths = ['user/get?userid=lisi', 'user/list?department_id=4', 'user/simplelist?department_id=4']
    const more = ['department/list', 'department/get?id=4']
    const errcodes = async (): Promise<unknown[]> => {
      const answers = [...paths, ...more].map((path) => api(simulator, path, undefined, 'contacts-sync'))
      return (await Promise.all(answers)).map(({ body }) => body['errcode'])
    }
    expect(await errcodes()).toEqual([48009, 48009, 48009, 48009, 48009])
    expect((await api(simulator, 'department/simplelist', undefined, 'contacts-sync')).body['errcode']).toBe(
      0,
    )
    simulator.settings.set({ contactsSyncReads: 'allowed' })
    expect(await errcodes()).toEqual([0, 0, 0, 0, 0])
  })
})

describe('departments', () => {
  test('come as a tree from the root or from one of them, in full or as ids', async () => {
    await using simulator = await startSimulator()
    const ids = (answer: unknown): unknown[] =>
      Array.isArray(answer) ? answer.map((each: { id: number }) => each.id) : []
    expect(ids((await api(simulator, 'department/list')).body['department'])).toHaveLength(12)
    expect(ids((await api(simulator, 'department/list?id=2')).body['department'])).toEqual([2, 3, 4, 5])
    const simple = (await api(simulator, 'department/simplelist?id=9')).body['department_id']
    expect(simple).toEqual([
      { id: 9, parentid: 1, order: 97_000_000 },
      { id: 10, parentid: 9, order: 200 },
      { id: 11, parentid: 9, order: 100 },
    ])
  })

  test('come parents first, after edits too', async () => {
    await using simulator = await startSimulator()
    await simulator.contacts.updateDepartment(2, { name: '研究院' })
    await simulator.contacts.updateDepartment(9, { parentid: 12 })
    const tree = (await api(simulator, 'department/simplelist')).body['department_id']
    const seen = new Set([0])
    for (const { id, parentid } of Array.isArray(tree) ? tree : []) {
      expect(seen).toContain(parentid)
      seen.add(id)
    }
    expect(seen.size).toBe(13)
  })

  test('are only those the app may see', async () => {
    await using simulator = await startSimulator()
    const { body } = await api(simulator, 'department/list', undefined, 'narrow')
    expect(body['department']).toEqual([expect.objectContaining({ id: 12, parentid: 1, name: '人力资源部' })])
    expect((await api(simulator, 'department/get?id=1', undefined, 'narrow')).body['errcode']).toBe(60011)
    expect((await api(simulator, 'department/get?id=77')).body['errcode']).toBe(60003)
  })

  test('department/get is one object', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'department/get?id=4')).body['department']).toEqual({
      id: 4,
      name: '后端组',
      name_en: 'Backend',
      parentid: 2,
      order: 200,
      department_leader: ['zhangsan'],
    })
  })
})

test.each([
  [
    '/cgi-bin/user/gett',
    'WeCom documents no path /cgi-bin/user/gett; the nearest one is GET /cgi-bin/user/get',
  ],
  ['/cgi-bin/User/List', 'the nearest one is GET /cgi-bin/user/list'],
  ['/wwlogin/sso/logn', 'the nearest one is GET /wwlogin/sso/login'],
  ['/cgi-bin/service/get_suite_token', 'the simulator plays internal apps only'],
])('an unknown path says so in JSON: %s', async (path, text) => {
  await using simulator = await startSimulator()
  const { body, headers, status } = await call(simulator, path)
  expect(status).toBe(404)
  expect(headers.get('content-type')).toBe('application/json; charset=UTF-8')
  expect(body).toEqual({ errcode: 404, errmsg: expect.stringContaining(text) })
})
