import { inspect } from 'node:util'
import { createCallbackCrypto, type WecomLogger } from '@wecom-kit/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { requireWecomUser, wecomApiRouter, wecomCallback, wecomErrorHandler } from '../src/index.ts'
import { createTestSession } from '../src/testing/index.ts'
import { attacks } from './support/attacks.ts'
import { MapStore } from './support/map-store.ts'
import { signIn } from './support/visitor.ts'

const canary = 'CANARY0123456789'
const names =
  'access_token suite_access_token permanent_code user_ticket user_doc_ticket response_code welcome_code key corpsecret encodingAesKey'.split(
    ' ',
  )

/** What the fetch, the driver and the parser of a host's hook say when they fail: they quote what they were given. */
function quoting(): Error {
  const quoted = names.flatMap((name) => [
    `https://wecom.example/x?${name}=${canary}`,
    JSON.stringify({ [name]: canary }),
    `<${name}><![CDATA[${canary}]]></${name}>`,
  ])
  const command = { args: ['SET', 'key', canary] }
  return Object.assign(new Error(quoted.join(' '), { cause: new Error(`ticket=${canary}`) }), { command })
}

const lines: unknown[] = []
const write = (...line: unknown[]) => void lines.push(...line)
const logger: WecomLogger = { debug: write, info: write, warn: write, error: write }

beforeEach(() => {
  lines.length = 0
  for (const level of ['error', 'warn', 'info', 'log'] as const)
    vi.spyOn(console, level).mockImplementation(write)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const said = () => inspect(lines, { depth: 12, showHidden: true })

attacks('secrets in what hooks throw', ({ app, wecom }) => {
  const fail = () => {
    throw quoting()
  }
  const rejects = async () => {
    await Promise.resolve()
    throw quoting()
  }

  describe.each([
    ['a logger', { logger }],
    ['the console', { logger: undefined }],
  ])('into %s', (_where, log) => {
    it.each(['onLogin', 'authorize', 'onError', 'isRevoked', 'api'] as const)(
      '%s is logged without them',
      async (hook) => {
        const { visitor, sso, send } = await app(
          { ...log, [hook]: hook === 'api' ? fail : rejects },
          {
            routes: (server) =>
              void server.get('/guarded', requireWecomUser(), (_request, response) => void response.end()),
          },
        )
        const answers = [
          await signIn(visitor()).catch(() => ({ body: 'no redirect' })),
          await send('/guarded'),
          await send('/wecom/callback?code=x&state=y'),
        ]
        const { cookie } = createTestSession({ userId: 'zhangsan' }, sso)
        answers.push(await send('/guarded', { headers: { cookie } }))
        expect(answers.map(({ body }) => body).join('')).not.toContain(canary)
        expect(said()).not.toContain(canary)
      },
    )

    it('permission of the REST face', async () => {
      const { sso, send } = await app(log, {
        routes: (server, made) =>
          void server.use('/api/wecom', wecomApiRouter(made, { permission: rejects })),
      })
      const { cookie } = createTestSession({ userId: 'zhangsan' }, sso)
      const { body } = await send('/api/wecom/verify/lisi', { headers: { cookie } })
      expect(body).not.toContain(canary)
      expect(said()).toMatch(/permission failed/)
      expect(said()).toMatch(/ticket=REDACTED/)
      expect(said()).not.toContain(canary)
    })

    it('onEvent of callbacks, the directory it asks and the store that keeps the event', async () => {
      const keys = {
        token: 'QDG6eK',
        encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
        receiveId: 'ww1',
      }
      const store = new MapStore()
      // Failing once: what is tried again after a second would tell the console of the next test.
      const onEvent = vi
        .fn<() => Promise<void>>()
        .mockImplementationOnce(rejects)
        .mockImplementationOnce(rejects)
      const user = vi.fn<() => Promise<undefined>>().mockImplementationOnce(rejects)
      const directory = { invalidate: () => undefined, user }
      const { send } = await app(log, {
        routes: (server, sso) => {
          server.use('/events', wecomCallback({ ...keys, ...log, store, sso, directory, onEvent }))
          server.use(wecomErrorHandler())
        },
      })
      const crypto = createCallbackCrypto(keys)
      const push = async (message: string) => {
        const envelope = crypto.encryptReply(message)
        const part = (name: string) =>
          new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^\\]<]+)`).exec(envelope)?.[1] ?? ''
        const query = new URLSearchParams({
          msg_signature: part('MsgSignature'),
          timestamp: part('TimeStamp'),
          nonce: part('Nonce'),
        })
        return await send(`/events?${query.toString()}`, {
          method: 'POST',
          body: `<xml><Encrypt>${part('Encrypt')}</Encrypt></xml>`,
        })
      }
      const secrets = names.map((name) => `<${name}><![CDATA[${canary}]]></${name}>`).join('')
      const event = (type: string) =>
        `<xml><MsgType>event</MsgType>${type}<UserID>zhangsan</UserID><ResponseCode>${canary}</ResponseCode>${secrets}</xml>`
      const answers = [
        await push(event('<Event>template_card_event</Event>')),
        await push(event('<Event>change_contact</Event><ChangeType>update_user</ChangeType>')),
      ]
      await vi.waitFor(() => expect(said()).toMatch(/could not be checked/))
      expect(said()).toMatch(/ticket=REDACTED/)
      expect(answers.map(({ status }) => status)).toEqual([500, 500])
      expect(said() + inspect([...store.kept])).not.toContain(canary)
    })
  })

  it('leaves nothing of a code that WeCom refuses', async () => {
    wecom().simulator.faults.add({
      path: '/cgi-bin/auth/getuserinfo',
      kind: 'errcode',
      errcode: 60020,
      errmsg: `not allow, code=${canary}`,
    })
    const { visitor } = await app({ logger })
    const { body } = await signIn(visitor())
    expect(body + said()).not.toContain(canary)
  })
})
