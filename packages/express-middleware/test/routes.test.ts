import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import type { CallbackEvent } from '@wecom-kit/core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { wecomApiRouter } from '../src/extras/rest/wecom-api-router.ts'
import { wecomCallback } from '../src/extras/events/wecom-callback.ts'
import { wecomDomainVerification } from '../src/extras/domain-verification.ts'
import { wecomErrorHandler } from '../src/extras/error-handler.ts'
import { wecomJssdk } from '../src/extras/jssdk.ts'
import { createTestSession } from '../src/testing/index.ts'
import { majors, publicOrigin, startApp, startWecom, type TestApp, type Wecom } from './support/test-app.ts'
import { atWecom, background, signIn } from './support/visitor.ts'

const token = 'QDG6eK'
const encodingAesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'

let wecom: Wecom
beforeAll(async () => {
  wecom = await startWecom()
})
afterAll(async () => {
  await wecom.client.close()
  await wecom.simulator.close()
})
afterEach(() => {
  wecom.simulator.journal.clear()
})

describe.each(majors)('routes on Express $major', ({ express }) => {
  let app: TestApp
  const events: CallbackEvent[] = []
  const onEvent = vi.fn<(event: CallbackEvent) => unknown>((event: CallbackEvent): unknown => {
    events.push(event)
    return undefined
  })
  beforeAll(async () => {
    app = await startApp({
      express,
      sso: { client: wecom.client },
      before: (server) => {
        server.use(wecomDomainVerification({ 'WW_verify_Kd8sT0aPzQ.txt': 'Kd8sT0aPzQ' }))
      },
      routes: (server, sso) => {
        server.use(
          '/events',
          wecomCallback({ token, encodingAesKey, receiveId: wecom.client.corpId, onEvent, sso }),
        )
        server.use(express.json())
        server.use(
          '/api/wecom',
          wecomApiRouter(sso, {
            permission: (userId) => userId !== 'LiSi',
            origins: ['https://spa.example.com'],
          }),
        )
        server.get('/wecom/jssdk', wecomJssdk(sso))
      },
    })
  })
  afterAll(async () => {
    await app.close()
  })

  const post = (body: unknown, headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

  describe('wecomApiRouter', () => {
    it('refuses the old curl line without state in its own answer shape, without asking WeCom', async () => {
      const answer = await app.send('/api/wecom/getUserInfo', post({ code: 'your_auth_code' }))
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.body)).toEqual({
        code: -1,
        message: expect.stringContaining('WECOM_STATE_MISSING'),
        data: null,
      })
      expect(wecom.allCalls()).toBe(0)
    })

    it('refuses verify for strangers in the same shape', async () => {
      const answer = await app.send('/api/wecom/verify/user123')
      expect(answer.status).toBe(401)
      expect(JSON.parse(answer.body)).toEqual({ code: -1, message: expect.any(String), data: null })
    })

    it('signs in with a cookie jar and state, once, and answers verify by the permission hook', async () => {
      const visitor = app.visitor(background)
      const { data } = JSON.parse((await visitor.get('/api/wecom/loginUrl')).body)
      const back = new URLSearchParams((await atWecom(data.url, 'simulate_user=zhangsan')).split('?')[1])
      const proof = { code: back.get('code'), state: back.get('state') }
      const info = await visitor.get('/api/wecom/getUserInfo', post(proof))
      expect(info.status).toBe(200)
      expect(JSON.parse(info.body)).toMatchObject({
        code: 0,
        message: 'success',
        data: { userid: 'zhangsan', name: '' },
      })
      expect((await visitor.get('/api/wecom/getUserInfo', post(proof))).status).toBe(200)
      expect(wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
      const allowed = await visitor.get('/api/wecom/verify/zhangsan')
      expect(JSON.parse(allowed.body)).toEqual({ code: 0, message: 'success', data: { authorized: true } })
      const refused = await visitor.get('/api/wecom/verify/LiSi')
      expect(JSON.parse(refused.body)).toEqual({ code: 0, message: 'success', data: { authorized: false } })
    })

    it('refuses the code and state of another browser', async () => {
      const { data } = JSON.parse((await app.visitor(background).get('/api/wecom/loginUrl')).body)
      const back = new URLSearchParams((await atWecom(data.url, 'simulate_user=zhangsan')).split('?')[1])
      const proof = { code: back.get('code'), state: back.get('state') }
      const answer = await app.visitor(background).get('/api/wecom/getUserInfo', post(proof))
      expect(answer.status).toBe(400)
      expect(answer.body).toContain('WECOM_COOKIES_BLOCKED')
      expect(wecom.allCalls()).toBe(0)
    })

    it('lets the named origin call with cookies, and no other', async () => {
      const spa = await app.send('/api/wecom/loginUrl', {
        headers: { origin: 'https://spa.example.com', host: 'localhost:8080' },
      })
      expect(spa.headers['access-control-allow-origin']).toBe('https://spa.example.com')
      expect(spa.headers['access-control-allow-credentials']).toBe('true')
      const preflight = await app.send('/api/wecom/getUserInfo', {
        method: 'OPTIONS',
        headers: { origin: 'https://spa.example.com', 'access-control-request-method': 'POST' },
      })
      expect(preflight.status).toBe(204)
      const other = await app.send('/api/wecom/loginUrl', {
        headers: { origin: 'https://spa.example.com.evil' },
      })
      expect(other.status).toBe(403)
      expect(other.headers['access-control-allow-origin']).toBeUndefined()
    })

    it('lets the named origin read why it failed, when the store is down as well', async () => {
      const fail = async () => await Promise.reject(new Error('down'))
      const origin = 'https://spa.example.com'
      const broken = await startApp({
        express,
        sso: { client: wecom.client, session: { store: { get: fail, set: fail, delete: fail } } },
        routes: (server, sso) => void server.use('/api/wecom', wecomApiRouter(sso, { origins: [origin] })),
        mount: '/elsewhere',
      })
      const { cookie } = createTestSession({ userId: 'zhangsan' }, app.sso)
      const answer = await broken.send('/api/wecom/verify/x', { headers: { origin, cookie } })
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([503, origin])
      expect(JSON.parse(answer.body)).toEqual({ code: -1, message: expect.any(String), data: null })
      await broken.close()
    })

    it('begins no sign-in for an image or a prefetch', async () => {
      for (const headers of [{ 'sec-fetch-dest': 'image' }, { 'sec-purpose': 'prefetch' }]) {
        const answer = await app.send('/api/wecom/loginUrl', { headers })
        expect([answer.status, answer.setCookies]).toEqual([401, []])
      }
    })

    it('sends codes only to pages of named origins', async () => {
      const ask = async (page: string) =>
        (await app.send(`/api/wecom/loginUrl?redirectUri=${encodeURIComponent(page)}`)).status
      expect(await ask('https://spa.example.com/cb')).toBe(200)
      expect(await ask(`${publicOrigin}/spa`)).toBe(200)
      expect(await ask('https://spa.example.com@evil.example/cb')).toBe(400)
      expect(await ask('https://evil.example/cb')).toBe(400)
    })
  })

  describe('wecomCallback', () => {
    it('answers the verification with the bare plaintext', async () => {
      const answer = await app.send(
        `/events?${signed(wecom.client.corpId, '1616140317555161061', 'echostr')}`,
      )
      expect(answer.status).toBe(200)
      expect(answer.body).toBe('1616140317555161061')
    })

    it('hands an event over once, however often WeCom repeats it', async () => {
      const before = events.length
      const push = pushOf(wecom.client.corpId, 'update_user', 'zhangsan')
      for (let time = 0; time < 3; time += 1)
        expect((await app.send(push.target, push.question)).status).toBe(200)
      expect(events.slice(before)).toMatchObject([{ type: 'update_user', userId: 'zhangsan' }])
    })

    it('asks WeCom to repeat when the handler fails, and then handles it', async () => {
      const before = events.length
      onEvent.mockImplementationOnce(() => {
        throw new Error('queue is down')
      })
      const push = pushOf(wecom.client.corpId, 'update_user', 'LiSi')
      expect((await app.send(push.target, push.question)).status).toBe(500)
      expect((await app.send(push.target, push.question)).status).toBe(200)
      expect(events.slice(before)).toHaveLength(1)
    })

    it('encrypts a returned string as a passive reply', async () => {
      onEvent.mockReturnValueOnce('<xml><Content>hi</Content></xml>')
      const push = pushOf(wecom.client.corpId, 'update_user', 'WangWu')
      expect((await app.send(push.target, push.question)).body).toContain('<Encrypt>')
    })

    it('signs a member out who was deleted', async () => {
      const visitor = app.visitor()
      await signIn(visitor)
      expect((await visitor.get('/private')).status).toBe(200)
      const push = pushOf(wecom.client.corpId, 'delete_user', 'ZhangSan')
      await app.send(push.target, push.question)
      expect((await visitor.get('/private')).status).toBe(302)
    })

    it.each<[string, (request: IncomingMessage & { body?: unknown }) => unknown]>([
      ['nobody', () => undefined],
      ['a parser that leaves a stream', (request) => request.pipe(new PassThrough())],
      ['a parser that leaves bytes', async (request) => new Uint8Array(await buffer(request))],
      ['express.json()', async (request) => JSON.parse(await text(request))],
    ])('takes an envelope in JSON that %s read before', async (_who, read) => {
      const early = await startApp({
        express,
        sso: { client: wecom.client },
        before: (server) => {
          server.use(async (request, _response, next) => {
            request.body = await read(request)
            next()
          })
          server.use(
            '/events',
            wecomCallback({ token, encodingAesKey, receiveId: wecom.client.corpId, onEvent }),
          )
        },
      })
      const before = onEvent.mock.calls.length
      const push = pushOf(wecom.client.corpId, 'update_user', randomUUID().slice(0, 8))
      const encrypt = /CDATA\[([^\]]+)\]\]><\/Encrypt>/.exec(push.question.body)?.[1]
      const sendEnvelope = async (sealed: string | undefined) =>
        await early.send(push.target, { ...push.question, body: JSON.stringify({ encrypt: sealed }) })
      expect([(await sendEnvelope(encrypt)).status, onEvent.mock.calls.length]).toEqual([200, before + 1])
      expect((await sendEnvelope('x'.repeat(1_100_000))).status).toBe(413)
      await early.close()
    })

    it('says so when a body parser was faster', async () => {
      const late = await startApp({
        express,
        sso: { client: wecom.client },
        routes: (server) => {
          server.use(express.urlencoded({ extended: false, type: () => true }))
          server.use(
            '/events',
            wecomCallback({ token, encodingAesKey, receiveId: wecom.client.corpId, onEvent }),
          )
        },
      })
      const push = pushOf(wecom.client.corpId, 'update_user', 'zhangsan')
      const answer = await late.send(push.target, push.question)
      expect([answer.status, JSON.parse(answer.body)]).toEqual([500, { failed: 'WECOM_BODY_CONSUMED' }])
      expect(String(late.errors[0])).toContain('put the route before it')
      await late.close()
    })

    it('refuses a forged push without calling the handler', async () => {
      const before = onEvent.mock.calls.length
      const push = pushOf(wecom.client.corpId, 'delete_user', 'zhangsan')
      const forged = push.target.replace(/(?<=msg_signature=)./, (digit) => (digit === '0' ? '1' : '0'))
      expect((await app.send(forged, push.question)).status).toBe(401)
      expect((await app.send('/events', { method: 'POST', body: 'junk' })).status).toBe(400)
      expect((await app.send(push.target, { ...push.question, body: 'x'.repeat(1_100_000) })).status).toBe(
        413,
      )
      expect(onEvent.mock.calls.length).toBe(before)
    })
  })

  describe('wecomDomainVerification', () => {
    it('serves the file and nothing else', async () => {
      const file = await app.send('/WW_verify_Kd8sT0aPzQ.txt')
      expect([file.status, file.body, file.headers['content-type']]).toEqual([
        200,
        'Kd8sT0aPzQ',
        'text/plain; charset=utf-8',
      ])
      expect((await app.send('/WW_verify_other.txt')).body).toContain('"user":null')
    })

    it('refuses other file names at construction', () => {
      expect(() => wecomDomainVerification({ '../etc/passwd': 'x' })).toThrow(/WW_verify_/)
    })
  })

  describe('wecomJssdk', () => {
    it('signs pages of this app for members', async () => {
      const visitor = app.visitor(background)
      expect((await visitor.get('/wecom/jssdk?url=x')).status).toBe(401)
      await signIn(app.visitor())
      const member = app.visitor()
      await signIn(member)
      const answer = await member.get(`/wecom/jssdk?url=${encodeURIComponent(`${publicOrigin}/page`)}`)
      expect(JSON.parse(answer.body)).toMatchObject({
        corpId: wecom.client.corpId,
        config: { signature: expect.stringMatching(/^[0-9a-f]{40}$/) },
        agentConfig: { nonceStr: expect.any(String) },
      })
      expect((await member.get('/wecom/jssdk?url=https://evil.example/')).status).toBe(400)
    })
  })

  it('shows our page for failures from 500 on with wecomErrorHandler', async () => {
    const pretty = await startApp({
      express,
      sso: { client: wecom.client },
      routes: (server) => {
        server.use(wecomErrorHandler())
      },
    })
    wecom.simulator.faults.add({ path: '/cgi-bin/auth/getuserinfo', kind: 'errcode', errcode: 50001 })
    const answer = await signIn(pretty.visitor())
    expect(answer.status).toBe(502)
    expect(answer.body).toContain('可信域名')
    await pretty.close()
  })
})

/** WeCom's side of the callback crypto, written once more here on purpose. */
function encrypted(receiver: string, message: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(receiver)])
  const pad = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])),
    cipher.final(),
  ]).toString('base64')
}

function signed(receiver: string, message: string, field?: string): string {
  const encrypt = field === undefined ? message : encrypted(receiver, message)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(6).toString('hex')
  const signature = createHash('sha1')
    .update([token, timestamp, nonce, encrypt].sort().join(''))
    .digest('hex')
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce })
  if (field !== undefined) query.set(field, encrypt)
  return query.toString()
}

function pushOf(receiver: string, change: string, userId: string) {
  const xml = `<xml><ToUserName><![CDATA[${receiver}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event><ChangeType>${change}</ChangeType><UserID><![CDATA[${userId}]]></UserID><Nonce>${randomBytes(4).toString('hex')}</Nonce></xml>`
  const encrypt = encrypted(receiver, xml)
  const body = `<xml><ToUserName><![CDATA[${receiver}]]></ToUserName><AgentID>0</AgentID><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
  return {
    target: `/events?${signed(receiver, encrypt)}`,
    question: { method: 'POST', headers: { 'content-type': 'text/xml' }, body },
  }
}
