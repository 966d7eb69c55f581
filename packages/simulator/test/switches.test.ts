import { describe, expect, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { api, call, gettokenPath, patient, tokenOf } from './support.ts'

describe('GET /__simulator/state', () => {
  test('tells corp, apps, clock, seed and counts', async () => {
    await using simulator = await startSimulator()
    const { body } = await call(simulator, '/__simulator/state')
    expect(body).toMatchObject({
      corp: { id: simulator.corp.id },
      seed: 'small-corp',
      counts: { users: 40, departments: 12 },
      clock: { now: expect.any(Number), offsetMs: 0 },
    })
    expect(body['apps']).toEqual([
      { name: 'portal', agentId: 1_000_002, kind: 'app', secret: expect.any(String) },
      { name: 'narrow', agentId: 1_000_003, kind: 'app', secret: expect.any(String) },
      { name: 'legacy', agentId: 1_000_001, kind: 'legacy-app', secret: expect.any(String) },
      { name: 'contacts-sync', kind: 'contacts-sync', secret: expect.any(String) },
      { name: 'approval', agentId: 3_010_040, kind: 'basic', secret: expect.any(String) },
      { name: 'checkin', agentId: 3_010_011, kind: 'basic', secret: expect.any(String) },
      { name: 'external-contact', kind: 'external-contact', secret: expect.any(String) },
    ])
  })
})

describe('POST /__simulator/reset', () => {
  test('brings the seed back and keeps corp, agent ids and secrets', async () => {
    await using simulator = await startSimulator({ settings: { concurrency: 50 } })
    const before = { corp: simulator.corp, apps: simulator.apps }
    const token = await tokenOf(simulator)
    simulator.clock.advance(3_600_000)
    simulator.settings.set({ concurrency: 1 })
    simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'hang' })
    await simulator.contacts.deleteUser('zhangsan')
    expect((await call(simulator, '/__simulator/reset', undefined, 'POST')).status).toBe(200)
    expect({ corp: simulator.corp, apps: simulator.apps }).toEqual(before)
    expect(simulator.journal.count()).toBe(0)
    expect(simulator.settings.get().concurrency).toBe(50)
    expect(simulator.contacts.user('zhangsan')?.name).toBe('张三')
    expect(Math.abs(simulator.clock.now() - Date.now())).toBeLessThan(1000)
    expect(
      (await call(simulator, `/cgi-bin/user/get?userid=zhangsan&access_token=${token}`)).body['errcode'],
    ).toBe(40014)
    expect((await call(simulator, gettokenPath(simulator))).body['errcode']).toBe(0)
  })
})

describe('the journal', () => {
  test('filters by exact path, names the app and masks secrets', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator, 'narrow')
    await call(simulator, `/cgi-bin/user/get?userid=lisi&access_token=${token}`)
    await call(simulator, '/cgi-bin/gettoken/x')
    const { body, text } = await call(simulator, '/__simulator/journal?path=/cgi-bin/gettoken')
    expect(body).toEqual({
      count: 1,
      requests: [
        expect.objectContaining({
          at: expect.any(Number),
          method: 'GET',
          path: '/cgi-bin/gettoken',
          query: { corpid: simulator.corp.id, corpsecret: '***' },
          status: 200,
          errcode: 0,
          app: 'narrow',
        }),
      ],
    })
    const all = await call(simulator, '/__simulator/journal')
    expect(all.body['count']).toBe(3)
    for (const secret of [token, ...simulator.apps.map((app) => app.secret)])
      expect(text + all.text).not.toContain(secret)
  })

  test('holds requests that never got an answer, and can be emptied', async () => {
    await using simulator = await startSimulator()
    simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'reset' })
    await expect(call(simulator, gettokenPath(simulator))).rejects.toThrow('fetch failed')
    expect(simulator.journal.requests()).toEqual([
      expect.objectContaining({ status: 0, errcode: null, app: 'portal', fault: 'reset' }),
    ])
    await call(simulator, '/__simulator/journal', undefined, 'DELETE')
    expect(simulator.journal.count()).toBe(0)
  })

  test('leaves out the switches themselves', async () => {
    await using simulator = await startSimulator()
    await call(simulator, '/__simulator/state')
    expect(simulator.journal.count()).toBe(0)
  })
})

describe('settings', () => {
  test.each([
    [{ gettoken: { repeat: 'sometimes' } }, 'gettoken.repeat'],
    [{ latencyMs: [5, 1] }, 'latencyMs'],
    [{ latencyMs: 'fast' }, 'latencyMs'],
    [{ concurency: 1 }, 'concurency: unknown field'],
    [{ trustedIps: '127.0.0.1' }, 'trustedIps'],
    [{ rateLimit: { perMinute: 0 } }, 'rateLimit.perMinute'],
  ])('%j is refused and names the field', async (patch, field) => {
    await using simulator = await startSimulator()
    const answer = await call(simulator, '/__simulator/settings', patch)
    expect(answer.status).toBe(400)
    expect(answer.body['error']).toContain(field)
  })

  test('trustedIps: another IP answers 60020 after the secret kind and before the parameters', async () => {
    await using simulator = await startSimulator({ settings: { trustedIps: ['10.1.1.1'] } })
    const { body } = await api(simulator, 'user/get')
    expect(body).toMatchObject({ errcode: 60020, errmsg: expect.stringContaining('from ip: 127.0.0.1') })
    expect((await api(simulator, 'user/list_id', {})).body['errcode']).toBe(48002)
    simulator.settings.set({ trustedIps: ['*'] })
    expect((await api(simulator, 'user/get')).body['errcode']).toBe(41009)
  })

  test('rateLimit: the call over the limit blocks that API of the corp for a minute', async () => {
    await using simulator = await startSimulator({ settings: { rateLimit: { perMinute: 3 } } })
    const token = await tokenOf(simulator)
    const get = async (name: string): Promise<unknown> =>
      (await call(simulator, `/cgi-bin/${name}&access_token=${token}`)).body['errcode']
    const errcodes = []
    for (let round = 0; round < 5; round += 1) errcodes.push(await get('user/get?userid=zhangsan'))
    expect(errcodes).toEqual([0, 0, 0, 45009, 45009])
    expect(await get('department/get?id=1')).toBe(0)
    simulator.clock.advance(60_001)
    expect(await get('user/get?userid=zhangsan')).toBe(0)
  })

  test('concurrency: a call too many at once answers 45033, and the next one after those gets through', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator)
    const path = `/cgi-bin/user/get?userid=zhangsan&access_token=${token}`
    const errcode = async (): Promise<unknown> => (await call(simulator, path)).body['errcode']
    simulator.settings.set({ concurrency: 1 })
    expect([await errcode(), await errcode()]).toEqual([0, 0])
    simulator.settings.set({ concurrency: 2, latencyMs: 60_000 })
    // Held until the simulator closes.
    const held = Promise.allSettled([errcode(), errcode()])
    await expect.poll(() => simulator.journal.count('/cgi-bin/user/get'), patient).toBe(4)
    simulator.settings.set({ latencyMs: 0 })
    expect([await errcode(), await errcode()]).toEqual([45033, 45033])
    expect((await api(simulator, 'department/get?id=77')).body['errcode']).toBe(60003)
    await simulator.close()
    await held
  })

  test('latencyMs: a number, a range, and a share per member of a list', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator)
    const timed = async (path: string): Promise<number> => {
      const startedAt = performance.now()
      await call(simulator, `/cgi-bin/${path}&access_token=${token}`)
      return performance.now() - startedAt
    }
    simulator.settings.set({ latencyMs: 30 })
    expect(await timed('user/get?userid=zhangsan')).toBeGreaterThan(28)
    simulator.settings.set({ latencyMs: [25, 30] })
    expect(await timed('user/get?userid=zhangsan')).toBeGreaterThan(23)
    simulator.settings.set({ latencyMs: { baseMs: 0, perMemberMs: 10 } })
    expect(await timed('user/list?department_id=4')).toBeGreaterThan(58)
  })

  test('a token revoked while answers are on their way spoils only calls that arrive later', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator)
    const path = `/cgi-bin/user/get?userid=zhangsan&access_token=${token}`
    simulator.settings.set({ latencyMs: 50 })
    const early = call(simulator, path)
    await expect.poll(() => simulator.journal.count('/cgi-bin/user/get'), patient).toBe(1)
    simulator.tokens.revoke()
    expect((await early).body['errcode']).toBe(0)
    expect((await call(simulator, path)).body['errcode']).toBe(40014)
  })
})

describe('the clock', () => {
  test('moves over HTTP, and stands still when frozen', async () => {
    await using simulator = await startSimulator()
    const { body } = await call(simulator, '/__simulator/clock', { advanceMs: 60_000 })
    expect(body['offsetMs']).toBe(60_000)
    simulator.clock.freeze()
    const frozen = simulator.clock.now()
    simulator.clock.advance(5)
    expect(simulator.clock.now()).toBe(frozen + 5)
    simulator.clock.resume()
    expect(simulator.clock.now()).toBeGreaterThanOrEqual(frozen + 5)
  })
})

describe('an unknown switch or app', () => {
  test.each([
    ['POST', '/__simulator/nonsense', undefined],
    ['POST', '/__simulator/tokens/revoke', { app: 'nobody' }],
    ['POST', '/__simulator/tokens/revoke', { answer: 40001 }],
    ['PATCH', '/__simulator/users/nobody', { name: 'x' }],
    ['PATCH', '/__simulator/users/zhangsan', { nme: 'x' }],
    ['PATCH', '/__simulator/users/zhangsan', { department: [77] }],
    ['PATCH', '/__simulator/users/zhangsan', { main_department: 9 }],
    ['POST', '/__simulator/users', { userid: 'x', name: 'x', department: [4], main_department: 9 }],
    ['POST', '/__simulator/users', { userid: 'x', name: 'x', department: [4], is_leader_in_dept: [1, 0] }],
    ['DELETE', '/__simulator/departments/4', undefined],
    ['PATCH', '/__simulator/departments/1', { parentid: 77 }],
    ['POST', '/__simulator/clock', { advanceMs: '1' }],
    ['POST', '/__simulator/reset', { really: true }],
  ])('%s %s %j answers 400 with a reason', async (method, path, body) => {
    await using simulator = await startSimulator()
    const answer = await call(simulator, path, body, method)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ error: expect.any(String) })
  })
})

describe('edits over HTTP', () => {
  test('of members and departments show in the next read', async () => {
    await using simulator = await startSimulator()
    const created = await call(simulator, '/__simulator/departments', { name: '法务部' })
    expect(created.body['department']).toMatchObject({ id: 13, parentid: 1, name: '法务部' })
    await call(simulator, '/__simulator/users', { userid: 'newbie', name: '新人', department: [13] })
    expect((await api(simulator, 'user/get?userid=newbie')).body).toMatchObject({
      name: '新人',
      main_department: 13,
    })
    await call(simulator, '/__simulator/users/NEWBIE', { name: '老人', department: [4, 13] }, 'PATCH')
    expect((await api(simulator, 'user/get?userid=newbie')).body).toMatchObject({
      name: '老人',
      department: [4, 13],
      order: [0, 0],
      main_department: 13,
    })
    await call(simulator, '/__simulator/users/newbie', undefined, 'DELETE')
    expect((await api(simulator, 'user/get?userid=newbie')).body['errcode']).toBe(60111)
    await call(simulator, '/__simulator/departments/13', undefined, 'DELETE')
    expect((await api(simulator, 'department/get?id=13')).body['errcode']).toBe(60003)
  })

  test('take a member as user/create and user/update do', async () => {
    await using simulator = await startSimulator()
    const [path, members] = ['user/get?userid=n7', '/__simulator/users']
    const made = { userid: 'n7', name: '新人', department: '2', gender: 1, alias: null, enable: 0 }
    await call(simulator, members, made)
    expect((await api(simulator, path)).body).toMatchObject({ department: [2], status: 2 })
    await call(simulator, `${members}/n7`, { enable: '1', department: ['4', 2], position: null }, 'PATCH')
    expect((await api(simulator, path)).body).toMatchObject({ department: [4, 2], status: 1 })
    await call(simulator, `${members}/n7`, { status: '5' }, 'PATCH')
    expect((await api(simulator, path)).body).toMatchObject({ status: 5 })
    const refused = await call(simulator, `${members}/n7`, { enable: 2 }, 'PATCH')
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('enable') } })
  })

  test('may rename a member', async () => {
    await using simulator = await startSimulator()
    await simulator.contacts.updateUser('zhangsan', { userid: 'zhangsan2' })
    expect(simulator.contacts.user('zhangsan')).toBeUndefined()
    expect(simulator.contacts.user('zhangsan2')?.name).toBe('张三')
    await expect(simulator.contacts.updateUser('lisi', { userid: 'WangWu' })).rejects.toThrow(
      'exists already',
    )
  })
})
