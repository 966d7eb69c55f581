import { describe, expect, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { api, appOf, call, gettokenPath, tokenOf } from './support.ts'

describe('gettoken', () => {
  test('answers the documented shape', async () => {
    await using simulator = await startSimulator()
    const { body, headers, status } = await call(simulator, gettokenPath(simulator))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(body).toEqual({ errcode: 0, errmsg: 'ok', access_token: expect.any(String), expires_in: 7200 })
    expect(Buffer.byteLength(String(body['access_token']))).toBeLessThanOrEqual(512)
  })

  test('looks for the secret before the corpid, then at the corpid, then at the secret', async () => {
    await using simulator = await startSimulator()
    const { id } = simulator.corp
    const { secret } = appOf(simulator)
    const errcode = async (query: string): Promise<unknown> =>
      (await call(simulator, `/cgi-bin/gettoken?${query}`)).body['errcode']
    expect(await errcode('corpid=nonsense')).toBe(41004)
    expect(await errcode(`corpsecret=${secret}`)).toBe(41002)
    expect(await errcode(`corpid=ww0&corpsecret=${secret}`)).toBe(40013)
    expect(await errcode(`corpid=${id}&corpsecret=wrong`)).toBe(40001)
    expect(await errcode(`corpid=${id}&corpsecret=${secret}`)).toBe(0)
  })

  test('describes a refusal with hint, IP and link, and repeats it in headers', async () => {
    await using simulator = await startSimulator()
    const { body, headers } = await call(
      simulator,
      `/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=wrong`,
    )
    expect(body['errmsg']).toMatch(
      /^invalid credential, hint: \[\d{25}\], from ip: 127\.0\.0\.1, more info at https:\/\/open\.work\.weixin\.qq\.com\/devtool\/query\?e=40001$/,
    )
    expect(headers.get('error-code')).toBe('40001')
    expect(headers.get('error-msg')).toBe(body['errmsg'])
  })

  test('bars an IP for an hour after too many wrong secrets', async () => {
    await using simulator = await startSimulator()
    simulator.settings.set({ gettoken: { wrongSecretLimit: 3 } })
    const wrong = `/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=wrong`
    const errcodes = []
    for (let round = 0; round < 4; round += 1) errcodes.push((await call(simulator, wrong)).body['errcode'])
    expect(errcodes).toEqual([40001, 40001, 40001, 45009])
    expect((await call(simulator, gettokenPath(simulator))).body['errcode']).toBe(45009)
    simulator.clock.advance(3_600_001)
    expect((await call(simulator, gettokenPath(simulator))).body['errcode']).toBe(0)
  })

  test('serves an IP that is not trusted, whose calls are refused, or refuses it after the secret', async () => {
    await using simulator = await startSimulator({ settings: { trustedIps: ['10.1.1.1'] } })
    expect((await call(simulator, gettokenPath(simulator))).body['errcode']).toBe(0)
    expect((await api(simulator, 'user/get?userid=zhangsan')).body['errcode']).toBe(60020)
    await call(simulator, '/__simulator/settings', { gettoken: { untrustedIp: 'refused' } })
    const { body, headers } = await call(simulator, gettokenPath(simulator))
    expect(body).toEqual({ errcode: 60020, errmsg: expect.stringContaining('from ip: 127.0.0.1') })
    expect(headers.get('error-code')).toBe('60020')
    const wrong = `/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=wrong`
    expect((await call(simulator, wrong)).body['errcode']).toBe(40001)
    simulator.settings.set({ trustedIps: ['127.0.0.1'] })
    expect((await call(simulator, gettokenPath(simulator))).body['errcode']).toBe(0)
  })

  test('gives each app a token of its own', async () => {
    await using simulator = await startSimulator()
    expect(await tokenOf(simulator, 'portal')).not.toBe(await tokenOf(simulator, 'narrow'))
  })
})

describe('a repeated gettoken', () => {
  test('remaining: the same token with the time that is left', async () => {
    await using simulator = await startSimulator()
    simulator.clock.freeze()
    const first = await tokenOf(simulator)
    simulator.clock.advance(1_000_000)
    const { body } = await call(simulator, gettokenPath(simulator))
    expect(body).toMatchObject({ access_token: first, expires_in: 6200 })
  })

  test('full: the same token with the full time, which dies at its own hour', async () => {
    await using simulator = await startSimulator()
    simulator.settings.set({ gettoken: { repeat: 'full' } })
    const first = await tokenOf(simulator)
    simulator.clock.advance(7_000_000)
    const { body } = await call(simulator, gettokenPath(simulator))
    expect(body).toMatchObject({ access_token: first, expires_in: 7200 })
    simulator.clock.advance(200_001)
    expect(
      (await call(simulator, `/cgi-bin/user/get?userid=zhangsan&access_token=${first}`)).body['errcode'],
    ).toBe(42001)
  })

  test('renew: the same token, its life starts again', async () => {
    await using simulator = await startSimulator()
    simulator.settings.set({ gettoken: { repeat: 'renew' } })
    const first = await tokenOf(simulator)
    simulator.clock.advance(7_000_000)
    expect(await tokenOf(simulator)).toBe(first)
    simulator.clock.advance(7_000_000)
    expect(
      (await call(simulator, `/cgi-bin/user/get?userid=zhangsan&access_token=${first}`)).body['errcode'],
    ).toBe(0)
  })

  test('rotate: another token, the older one lives on', async () => {
    await using simulator = await startSimulator()
    simulator.settings.set({ gettoken: { repeat: 'rotate' } })
    const first = await tokenOf(simulator)
    expect(await tokenOf(simulator)).not.toBe(first)
    expect(
      (await call(simulator, `/cgi-bin/user/get?userid=zhangsan&access_token=${first}`)).body['errcode'],
    ).toBe(0)
  })
})

describe('an access_token', () => {
  test('counts only in the query', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator)
    const response = await fetch(`${simulator.url}/cgi-bin/user/get?userid=zhangsan`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await response.json()).toMatchObject({ errcode: 41001 })
    expect((await call(simulator, '/cgi-bin/user/list_id', { access_token: token })).body['errcode']).toBe(
      41001,
    )
  })

  test('that is unknown answers 40014 without a hint and with the empty containers', async () => {
    await using simulator = await startSimulator()
    const { body } = await call(simulator, '/cgi-bin/user/get?access_token=nonsense')
    expect(body).toEqual({
      errcode: 40014,
      errmsg: 'invalid access_token',
      department: [],
      order: [],
      is_leader_in_dept: [],
      direct_leader: [],
    })
  })

  test('that ran out answers 42001 with a hint', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator)
    simulator.clock.advance(7_200_000)
    const { body } = await call(simulator, `/cgi-bin/user/get?userid=zhangsan&access_token=${token}`)
    expect(body).toMatchObject({ errcode: 42001, errmsg: expect.stringContaining('hint: [') })
  })

  test('can be killed early, for one app, with either answer, and the next gettoken gives another', async () => {
    await using simulator = await startSimulator()
    const [portal, narrow] = [await tokenOf(simulator, 'portal'), await tokenOf(simulator, 'narrow')]
    const errcode = async (token: string): Promise<unknown> =>
      (await call(simulator, `/cgi-bin/user/get?userid=guoxin&access_token=${token}`)).body['errcode']
    expect(simulator.tokens.revoke({ app: 'portal', answer: 42001 })).toBe(1)
    expect([await errcode(portal), await errcode(narrow)]).toEqual([42001, 0])
    expect(await tokenOf(simulator, 'portal')).not.toBe(portal)
    expect(simulator.tokens.revoke()).toBe(2)
    expect(await errcode(narrow)).toBe(40014)
  })

  test('comes before the parameters, and a POST API refuses GET after it', async () => {
    await using simulator = await startSimulator()
    expect((await call(simulator, '/cgi-bin/user/get?access_token=x')).body['errcode']).toBe(40014)
    expect((await api(simulator, 'user/get')).body['errcode']).toBe(41009)
    expect((await api(simulator, 'user/list_id', undefined, 'contacts-sync')).body['errcode']).toBe(40058)
  })
})
