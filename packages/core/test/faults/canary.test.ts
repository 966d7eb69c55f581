import { inspect } from 'node:util'
import {
  createCallbackCrypto,
  createMemoryStore,
  createWecomClient,
  verifyCallbackSignature,
  type TokenStore,
} from '@wecom-kit/core'
import { describe, expect, it } from 'vitest'
import { canaries, canaryMark } from '../support/canaries.ts'
import { describeFaults, tokenPath, userPath } from '../support/fault-bench.ts'
import { body, errcode, hangUp, json, stall, statusOnly } from '../support/fault-modes.ts'
import type { FaultMode } from '../support/fault-server.ts'
import { openSecretWatch } from '../support/secret-watch.ts'

const { secret, token, code, userTicket, ticket, aesKey, callbackToken } = canaries

describe('F72 the watch itself', () => {
  const hidden = Object.defineProperty(new Error('x'), 'request', {
    value: { path: `?access_token=${token}` },
  })
  it.each([
    ['a message', new Error(token)],
    ['a cause', new Error('x', { cause: new Error('y', { cause: new Error(secret) }) })],
    ['a property', Object.assign(new Error('x'), { url: `?code=${code}` })],
    ['a hidden property', hidden],
    ['an aggregate', new AggregateError([new Error(ticket)])],
    ['a stack', Object.assign(new Error('x'), { stack: `Error: ${token}\n    at x` })],
    ['a map', { headers: new Map([['authorization', token]]) }],
    ['a symbol', { [Symbol('private')]: token }],
    ['a buffer of text', { body: [token] }],
  ])('finds a secret in %s', (_where, value) => {
    const watch = openSecretWatch()
    watch.look(value, 'test')
    watch.close()
    expect(watch.leaks.length).toBeGreaterThan(0)
  })

  it('finds none where there is none', () => {
    const watch = openSecretWatch()
    watch.look(new Error('x', { cause: { token: 'REDACTED' } }), 'test')
    watch.close()
    expect([watch.leaks, watch.searched > 3]).toEqual([[], true])
  })
})

/** Answers with all it was sent, raw and decoded: the worst a gateway or an errmsg can quote. */
function quoting(mode: (everything: string) => FaultMode): FaultMode {
  return (socket, request) => {
    const everything = [request.target, ...request.query.values(), request.body].join(' ')
    mode(`quoted: ${everything}`)(socket, request)
  }
}

describeFaults('canaries', ({ open, failure, watch }) => {
  const modes: [string, FaultMode][] = [
    ['refuses with 40029', quoting((all) => errcode(40029, all))],
    ['refuses with 40001', quoting((all) => errcode(40001, all))],
    ['refuses with 42001', quoting((all) => errcode(42001, all))],
    ['limits', quoting((all) => errcode(45009, all))],
    ['is busy', quoting((all) => errcode(-1, all))],
    ['answers a page', quoting((all) => body(`<p>${all}</p>`, { 'content-type': 'text/html' }))],
    ['answers an errcode of text', quoting((all) => json({ errcode: all }))],
    ['answers 502', quoting((all) => body(all, {}, 502))],
    [
      'redirects',
      quoting((all) => statusOnly(302, { location: `https://a.invalid/?${encodeURIComponent(all)}` })),
    ],
    ['resets', hangUp('rst')],
    ['hangs', stall()],
  ]
  it.each(modes)('F72 WeCom %s: no secret of any call comes out', async (_case, mode) => {
    const { server, wecom } = await open({ timeout: 120, maxRetries: 1 })
    const { request } = wecom
    const calls: [path: string, call: () => Promise<unknown>][] = [
      ['/cgi-bin/auth/getuserinfo', () => wecom.auth.getUserInfo(code)],
      ['/cgi-bin/auth/getuserdetail', () => wecom.auth.getUserDetail(userTicket)],
      ['/cgi-bin/auth/get_tfa_info', () => wecom.auth.getTfaInfo(code)],
      ['/cgi-bin/user/tfa_succ', () => wecom.auth.tfaSucceed('zhangsan', code)],
      ['/cgi-bin/get_jsapi_ticket', () => wecom.jssdk.configSignature('https://oa.example.com/')],
      ['/cgi-bin/ticket/get', () => wecom.jssdk.agentConfigSignature('https://oa.example.com/')],
      [
        '/cgi-bin/service/get_permanent_code',
        () => request<unknown>('POST /cgi-bin/service/get_permanent_code', { json: { auth_code: code } }),
      ],
      [
        '/cgi-bin/service/get_provider_token',
        () =>
          request<unknown>('POST /cgi-bin/service/get_provider_token', {
            json: { provider_secret: canaries.otherSecret },
          }),
      ],
      [
        '/cgi-bin/webhook/send',
        () => request<unknown>('POST /cgi-bin/webhook/send', { query: { key: ticket }, json: {} }),
      ],
      [tokenPath, () => wecom.auth.refresh({ force: true })],
    ]
    await wecom.auth.token()
    for (const [path, call] of calls) {
      server.on(path, mode)
      await failure(call())
    }
    expect(watch.leaks).toEqual([])
  })

  it('F72 a call that goes well lets nothing out either', async () => {
    const { server, wecom, read, events } = await open({ store: createMemoryStore() })
    server.on('/cgi-bin/auth/getuserinfo', json({ errcode: 0, userid: 'a', user_ticket: userTicket }))
    await wecom.auth.identify(code)
    await read()
    expect(events.length).toBeGreaterThan(2)
    watch.look(wecom.auth.state(), 'state')
    expect(watch.leaks).toEqual([])
  })

  it('F72 the client shows nothing when it is printed', async () => {
    const { wecom } = await open()
    await wecom.auth.token()
    for (const client of [wecom, wecom.with({ secret: canaries.otherSecret })]) {
      expect(inspect(client, { depth: Infinity, showHidden: true })).not.toContain(canaryMark)
      expect(JSON.stringify(client)).not.toContain(canaryMark)
    }
  })

  it('F72 keys of store and lock hold no secret', async () => {
    const keys: string[] = []
    const kept = createMemoryStore()
    const store: TokenStore = {
      get: (key) => (keys.push(key), kept.get(key)),
      set: (key, value, ttlMs) => (keys.push(key), kept.set(key, value, ttlMs)),
      delete: (key) => (keys.push(key), kept.delete(key)),
    }
    const { server, wecom } = await open({
      store,
      lock: { acquire: async (key) => (keys.push(key), async () => {}) },
    })
    server.on('/cgi-bin/get_jsapi_ticket', json({ errcode: 0, ticket, expires_in: 7200 }))
    await wecom.jssdk.configSignature('https://oa.example.com/')
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) watch.look(key, 'key')
    expect(watch.leaks).toEqual([])
  })

  it('F72 wrong arguments and options are not quoted', async () => {
    const { wecom } = await open()
    const attempts: (() => unknown)[] = [
      () => wecom.request<unknown>('GET /cgi-bin/user/get', { query: { access_token: token } }),
      () => wecom.request<unknown>(`GET /cgi-bin/user/get?access_token=${token}`),
      () => wecom.request<unknown>('POST /x', { json: {}, body: token }),
      () => wecom.auth.webLoginUrl({ redirectUri: `javascript:${code}` }),
      () => wecom.auth.authorizeUrl({ redirectUri: 'https://a.cn', state: `${code}!` }),
      () => wecom.jssdk.configSignature(`not a url ${ticket}`),
      () => createWecomClient({ corpId: `${secret} `, secret }),
      () => createWecomClient({ corpId: 'ww0', secret, baseUrl: `https://${secret}@x.com` }),
      () => createCallbackCrypto({ token: callbackToken, encodingAesKey: `${aesKey}x`, receiveId: 'ww0' }),
    ]
    for (const attempt of attempts) await failure((async () => attempt())())
    expect(watch.leaks).toEqual([])
  })

  it('F72 callbacks: neither the AES key nor the token nor what was decrypted comes out', async () => {
    const options = { token: callbackToken, encodingAesKey: `${aesKey.slice(0, 42)}A`, receiveId: 'ww0' }
    const mine = createCallbackCrypto(options)
    const other = createCallbackCrypto({ ...options, receiveId: 'wwother' })
    const reply = other.encryptReply(`<xml><Content>${code}</Content></xml>`)
    const part = (name: string): string =>
      new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^\\]<]+)`).exec(reply)?.[1] ?? ''
    const query = { timestamp: part('TimeStamp'), nonce: part('Nonce'), msg_signature: part('MsgSignature') }
    const attempts: (() => unknown)[] = [
      () => mine.decrypt(query, reply),
      () => mine.decrypt({ ...query, msg_signature: '0'.repeat(40) }, reply),
      () => mine.decrypt(query, `<xml><Encrypt>${token}</Encrypt></xml>`),
      () => mine.decrypt({}, reply),
      () => mine.verifyUrl({ ...query, echostr: token }),
    ]
    for (const attempt of attempts) {
      expect(await failure((async () => attempt())())).toMatchObject({ code: 'ERR_WECOM_CALLBACK' })
    }
    watch.look(mine, 'callback crypto')
    const input = { token: callbackToken, timestamp: '1', nonce: '2', encrypt: token, signature: 'no' }
    expect(verifyCallbackSignature(input)).toBe(false)
    expect(watch.leaks).toEqual([])
  })

  it('F72 a failing read inside a middleware that prints its request', async () => {
    const { server, read } = await open({
      use: [
        (request, next) => {
          watch.look(request, 'middleware')
          return next(request)
        },
      ],
    })
    server.on(
      userPath,
      errcode(42001),
      quoting((all) => errcode(60111, all)),
    )
    expect(await failure(read())).toMatchObject({ errcode: 60111 })
    expect(watch.leaks).toEqual([])
  })
})
