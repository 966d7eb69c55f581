import { describe, expect, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { api, call, tokenOf } from './support.ts'

const detail = '/cgi-bin/oa/getapprovaldetail'

describe('a stub', () => {
  test('answers in the place of an API, behaviour included, until it is removed', async () => {
    await using simulator = await startSimulator()
    const { body } = await call(simulator, '/__simulator/stubs', {
      path: '/cgi-bin/user/get',
      answer: { userid: 'ghost', name: '鬼' },
    })
    expect(body).toEqual({ ok: true, id: 1 })
    const answered = await api(simulator, 'user/get?userid=zhangsan')
    expect(answered.body).toEqual({ errcode: 0, errmsg: 'ok', userid: 'ghost', name: '鬼' })
    await call(simulator, '/__simulator/stubs/1', undefined, 'DELETE')
    expect((await api(simulator, 'user/get?userid=zhangsan')).body['name']).toBe('张三')
  })

  test('is for an unknown path as well, and stands behind the token', async () => {
    await using simulator = await startSimulator()
    simulator.stubs.add({ path: '/cgi-bin/brand/new', answer: { n: 1 } })
    expect((await call(simulator, '/cgi-bin/brand/new')).body['errcode']).toBe(41001)
    expect((await call(simulator, '/cgi-bin/brand/new?access_token=x')).body['errcode']).toBe(40014)
    expect((await api(simulator, 'brand/new', undefined, 'contacts-sync')).body['n']).toBe(1)
  })

  test('looks at parameters of query and body, digits as text or number, the newest that fits first', async () => {
    await using simulator = await startSimulator()
    const { stubs } = simulator
    stubs.add({ path: detail, answer: { which: 'any' } })
    stubs.add({ path: detail, when: { sp_no: '2021' }, answer: { which: 'number' } })
    stubs.add({ path: detail, when: { filters: [{ key: 'x' }], a: { b: 1 } }, answer: { which: 'deep' } })
    const ask = async (body: object, query = ''): Promise<unknown> =>
      (await api(simulator, `oa/getapprovaldetail${query}`, body)).body['which']
    expect(await ask({ sp_no: 2021 })).toBe('number')
    expect(await ask({ sp_no: '2022' })).toBe('any')
    expect(await ask({}, '?sp_no=2021')).toBe('number')
    expect(await ask({ a: { b: '1', c: 2 }, filters: [{ key: 'y' }, { key: 'x', v: 1 }] })).toBe('deep')
    expect(await ask({ a: { b: 1 }, filters: [] })).toBe('any')
    expect(stubs.list().map(({ id }) => id)).toEqual([1, 2, 3])
  })

  test('may refuse, gives way to a fault, and is gone after a reset', async () => {
    await using simulator = await startSimulator()
    simulator.stubs.add({ path: detail, answer: { errcode: 301055, errmsg: 'no approval auth' } })
    const refused = await api(simulator, 'oa/getapprovaldetail', {})
    expect(refused.body).toEqual({ errcode: 301055, errmsg: 'no approval auth' })
    expect(refused.headers.get('error-code')).toBe('301055')
    expect(simulator.journal.explain({ path: detail })).toEqual([
      expect.objectContaining({ errcode: 301055, rule: 'stub', reason: 'stub 1 answered' }),
    ])
    simulator.faults.add({ path: detail, kind: 'errcode', errcode: -1 })
    expect((await api(simulator, 'oa/getapprovaldetail', {})).body['errcode']).toBe(-1)
    await simulator.reset()
    expect(simulator.stubs.list()).toEqual([])
  })

  test('answers what needs no token without one', async () => {
    await using simulator = await startSimulator()
    simulator.stubs.add({ path: '/cgi-bin/gettoken', answer: { access_token: 'mine', expires_in: 60 } })
    expect((await call(simulator, '/cgi-bin/gettoken')).body['access_token']).toBe('mine')
    expect(await tokenOf(simulator)).toBe('mine')
  })

  test.each([
    [{ path: 'x', answer: {} }, 'path'],
    [{ path: '/__simulator/state', answer: {} }, 'path'],
    [{ path: '/x' }, 'answer'],
    [{ path: '/x', answer: [] }, 'answer'],
    [{ path: '/x', answer: {}, when: 'y' }, 'when'],
    [{ path: '/x', answer: {}, times: 1 }, 'times'],
  ])('%j is refused with the name of the field', async (stub, field) => {
    await using simulator = await startSimulator()
    const { body, status } = await call(simulator, '/__simulator/stubs', stub)
    expect(status).toBe(400)
    expect(body['error']).toMatch(new RegExp(`^${field}: `))
  })
})
