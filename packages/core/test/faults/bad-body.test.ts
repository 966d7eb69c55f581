import { expect, it } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { describeFaults, updatePath, userAnswer, userPath } from '../support/fault-bench.ts'
import { body, errcode, json, statusOnly, tokenAnswer } from '../support/fault-modes.ts'
import type { FaultMode } from '../support/fault-server.ts'

const jsonType = { 'content-type': 'application/json' }

describeFaults('broken bodies', ({ open, failure }) => {
  const page = `<!doctype html><title>登录</title><p>${canaries.token}</p>${'x'.repeat(100_000)}`
  const notJson: [string, FaultMode][] = [
    ['F24 200 with a captive portal’s page', body(page, { 'content-type': 'text/html' })],
    ['F24 200 with a page that calls itself JSON', body(page, jsonType)],
    ['F25 200 with an empty body', body('', jsonType)],
    ['F36 JSON with NaN', body('{"errcode":0,"x":NaN}', jsonType)],
    ['F36 two objects', body('{"errcode":0}{"errcode":0}', jsonType)],
  ]
  it.each(notJson)('%s: a read is repeated once, a write never', async (_case, mode) => {
    const { server, read, reads, write, writes } = await open()
    server.on(userPath, mode)
    server.on(updatePath, mode)
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'not-json', attempts: 2 })
    expect(error.message.length).toBeLessThan(300)
    expect(error.message).not.toContain('x'.repeat(20))
    expect(await failure(write())).toMatchObject({ reason: 'not-json', attempts: 1 })
    expect([reads(), writes()]).toEqual([2, 1])
    server.on(userPath, mode, userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
  })

  it.each([
    ['nothing but errcode 0', {}],
    ['an empty userid', { userid: '' }],
    ['a number as userid', { userid: 5 }],
  ])('F26 a member with %s is no member', async (_case, answer) => {
    const { server, wecom, reads } = await open()
    server.on(userPath, json({ errcode: 0, errmsg: 'ok', ...answer }))
    expect(await failure(wecom.users.get('zhangsan'))).toMatchObject({
      code: 'ERR_WECOM_INVALID_RESPONSE',
      reason: 'schema',
      method: 'GET',
    })
    expect(reads()).toBe(1)
  })

  it.each([[[{}]], [[null]], [[{ userid: '' }]], [[{ userid: 'zhangsan' }, {}]]])(
    'F26 a list of members with %j is refused',
    async (userlist) => {
      const { server, wecom } = await open()
      for (const path of ['/cgi-bin/user/list', '/cgi-bin/user/simplelist'])
        server.on(path, json({ errcode: 0, userlist }))
      const refused = { code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'schema' }
      expect(await failure(wecom.users.list(1))).toMatchObject(refused)
      expect(await failure(wecom.users.simpleList(1))).toMatchObject(refused)
    },
  )

  it.each([[[{}]], [[null]], [[{ id: '1' }]]])(
    'F26 a list of departments with %j is refused',
    async (department) => {
      const { server, wecom } = await open()
      server.on('/cgi-bin/department/list', json({ errcode: 0, department }))
      server.on('/cgi-bin/department/simplelist', json({ errcode: 0, department_id: department }))
      const refused = { code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'schema' }
      expect(await failure(wecom.departments.list())).toMatchObject(refused)
      expect(await failure(wecom.departments.simpleList())).toMatchObject(refused)
    },
  )

  it('F25 204: a status other than 200, not repeated', async () => {
    const { server, read, reads } = await open()
    server.on(userPath, statusOnly(204))
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_HTTP', status: 204, attempts: 1 })
    expect(reads()).toBe(1)
  })

  it.each([
    ['an array', [{ errcode: 0 }]],
    ['a string', 'ok'],
    ['null', null],
    ['a number', 0],
    ['true', true],
  ])('F26 200 with %s: not an object, not repeated', async (_case, value) => {
    const { server, read, reads } = await open()
    server.on(userPath, json(value))
    expect(await failure(read())).toMatchObject({
      code: 'ERR_WECOM_INVALID_RESPONSE',
      reason: 'not-object',
      attempts: 1,
      retryable: false,
    })
    expect(reads()).toBe(1)
  })

  it('F27 a BOM before the JSON is accepted', async () => {
    const { server, read, reads } = await open()
    server.on(userPath, body('\uFEFF{"errcode":0,"userid":"zhangsan"}', jsonType))
    await expect(read()).resolves.toEqual({ userid: 'zhangsan' })
    expect(reads()).toBe(1)
  })

  it('F28 GBK bytes in errmsg are accepted with replacement characters', async () => {
    const { server, read, reads } = await open()
    const gbk = Buffer.from([0xd3, 0xc3, 0xbb, 0xa7, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda])
    server.on(
      userPath,
      body(Buffer.concat([Buffer.from('{"errcode":60111,"errmsg":"'), gbk, Buffer.from('"}')]), jsonType),
    )
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_API', errcode: 60111, attempts: 1 })
    expect(error).toMatchObject({ errmsg: expect.stringContaining('\uFFFD') })
    expect(reads()).toBe(1)
  })

  it('F29 errcode "0" is success and "42001" refreshes', async () => {
    const { server, read, reads, tokens } = await open()
    server.on(userPath, errcode('42001'), json({ errcode: '0', errmsg: 'ok', userid: 'zhangsan' }))
    await expect(read()).resolves.toEqual({ userid: 'zhangsan' })
    expect([reads(), tokens()]).toEqual([2, 2])
  })

  it('F30 no errcode is no answer of WeCom: every documented one has it', async () => {
    const { server, read } = await open()
    server.on(userPath, json({ message: 'forbidden' }))
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'bad-errcode' })
  })

  it.each(['null', '0.5', '1e400', '{}', '[]', 'true', '"zero"', '""', '"1e3"', '9007199254740993'])(
    'F30 errcode %s: refused, not repeated',
    async (text) => {
      const { server, read, reads } = await open()
      server.on(userPath, body(`{"errcode":${text},"userid":"zhangsan"}`, jsonType))
      expect(await failure(read())).toMatchObject({
        code: 'ERR_WECOM_INVALID_RESPONSE',
        reason: 'bad-errcode',
        attempts: 1,
      })
      expect(reads()).toBe(1)
    },
  )

  it('F36 __proto__ pollutes nothing; of duplicate keys the last counts', async () => {
    const { server, wecom } = await open()
    server.on(
      userPath,
      body('{"errcode":1,"errcode":0,"__proto__":{"polluted":true},"userid":"a"}', jsonType),
    )
    const user = await wecom.users.get('a')
    expect(Object.getPrototypeOf(user)).toBe(Object.prototype)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Reflect.get(user, 'polluted')).toBeUndefined()
    server.on('/cgi-bin/gettoken', body('{"errcode":0,"__proto__":{"access_token":"stolen"}}', jsonType))
    await expect(wecom.auth.refresh()).rejects.toMatchObject({
      code: 'ERR_WECOM_INVALID_RESPONSE',
      reason: 'schema',
    })
  })

  // Deviation: the table says too deep is not-json. V8 parses without recursion and we never walk the answer, so a
  // depth limit would cost a scan of every answer and protect nobody.
  it('F36 JSON 10 000 levels deep does no harm', async () => {
    const { server, wecom } = await open()
    server.on(
      userPath,
      body(`{"errcode":0,"userid":"a","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, jsonType),
    )
    await expect(wecom.users.get('a')).resolves.toHaveProperty('x')
    server.on(userPath, body(`{"errcode":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, jsonType))
    expect(await failure(wecom.users.get('a'))).toMatchObject({ reason: 'bad-errcode' })
  })

  it('F24 an errmsg that quotes token, secret and code back is blanked, at any length', async () => {
    const { server, wecom } = await open()
    const quoting = `${'x'.repeat(980)} token ${canaries.token} code ${canaries.code}`
    server.on('/cgi-bin/auth/getuserinfo', errcode(40029, quoting))
    expect(await failure(wecom.auth.getUserInfo(canaries.code))).toMatchObject({ errcode: 40029 })
    server.on(
      '/cgi-bin/auth/getuserdetail',
      errcode(40029, `ticket ${encodeURIComponent(canaries.userTicket)}`),
    )
    expect(await failure(wecom.auth.getUserDetail(canaries.userTicket))).toMatchObject({
      errmsg: 'ticket REDACTED',
    })
    server.on(
      '/cgi-bin/gettoken',
      tokenAnswer(''),
      errcode(40001, `secret ${canaries.secret} ${canaries.token}`),
    )
    wecom.auth.invalidate(canaries.token)
  })
})
