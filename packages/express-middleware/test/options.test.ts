import { createWecomClient } from '@wecom-kit/core'
import { Keyv } from 'keyv'
import { expect, it, vi } from 'vitest'
import {
  getWecomUser,
  isWecomSSOError,
  requireWecomUser,
  wecomApiRouter,
  wecomCallback,
  wecomJssdk,
  wecomSSO,
  WecomSSOError,
  type WecomSSOOptions,
} from '@wecom-kit/express-middleware'
import { createTestSession } from '@wecom-kit/express-middleware/testing'
import { secret, listen } from './support/test-app.ts'
import { send } from './support/send.ts'

const client = createWecomClient({ corpId: 'ww0123456789abcdef', agentId: 1_000_002, secret: 'app-secret' })
const good: WecomSSOOptions = { client, sessionSecret: secret, baseUrl: 'https://oa.example.com' }
const make = (options: object) => () => wecomSSO({ ...good, ...options })

it.each<[object, RegExp]>([
  [
    { sessionSecret: undefined },
    /sessionSecret must be a random string of at least 32 characters.*got undefined.*WECOM_SETUP_SHORT_SECRET/,
  ],
  [{ sessionSecret: 'hunter2' }, /got 7 characters/],
  [{ sessionSecret: 'a'.repeat(40) }, /fewer than 8 different/],
  [{ sessionSecret: [] }, /empty array/],
  [
    { client: undefined },
    /client must be a client from createWecomClient\(\), or corpId, agentId and secret/,
  ],
  [{ client: {} }, /client must be/],
  [{ client: null }, /client must be a client from createWecomClient/],
  [{ corpId: 'ww1' }, /client must be given alone/],
  [
    { client: createWecomClient({ corpId: 'ww1', secret: 's' }) },
    /contacts-sync secret cannot sign people in/,
  ],
  [{ baseUrl: 'oa.example.com' }, /baseUrl must be .*got "oa\.example\.com"/],
  [{ baseUrl: 'https://oa.example.com/?x=1' }, /baseUrl must be/],
  [{ baseUrl: 'ftp://x' }, /baseUrl must be/],
  [{ allowedHosts: ['https://x'] }, /allowedHosts must be/],
  [{ allowedHosts: 'x.example' }, /allowedHosts must be a list of hosts .*got "x\.example"/],
  [{ allowedReturnOrigins: 'https://a.example' }, /allowedReturnOrigins must be a list of origins/],
  [{ publicPaths: '/healthz' }, /publicPaths must be a list of paths.*got "\/healthz"/],
  [{ allowLinked: 'yes' }, /allowLinked must be true or false; got "yes"/],
  [{ session: 'cookie' }, /session must be an object of options; got "cookie"/],
  [{ callbackPath: '/wecom/login' }, /callbackPath must be a path of its own: loginPath has this one/],
  [{ mode: 'always' }, /mode must be 'optional' or 'required'; got "always"/],
  [{ scope: 'snsapi_userinfo' }, /scope must be/],
  [{ profile: 'directory' }, /directory must be .*createDirectory/],
  [{ loginPath: 'wecom' }, /loginPath must be a path such as '\/wecom\/login', or false; got "wecom"/],
  [{ callbackPath: '/a?b' }, /callbackPath must be/],
  [{ allowedReturnOrigins: ['https://a.example/path'] }, /allowedReturnOrigins must be/],
  [{ session: { idle: -1 } }, /session\.idle must be a whole number from 1 .*or false; got -1/],
  [{ session: { name: 'a b' } }, /session\.name must be a cookie name/],
  [{ session: { cookie: { domain: 'x; Secure' } } }, /session\.cookie\.domain must be/],
  [{ session: { cookie: { domain: '-oa.example.com' } } }, /session\.cookie\.domain must be/],
  [{ session: { cookie: { domain: `${'a'.repeat(64)}.example` } } }, /session\.cookie\.domain must be/],
  [{ session: { cookie: { path: 'x;y' } } }, /session\.cookie\.path must be/],
  [{ session: { cookie: { path: '/<' } } }, /session\.cookie\.path must be/],
  [{ session: { cookie: { domain: 5 } } }, /session\.cookie\.domain must be a host name.*got 5/],
  [{ session: { cookie: { secure: 'no' } } }, /session\.cookie\.secure must be true or false; got "no"/],
  [{ session: { cookie: { partitioned: 1 } } }, /session\.cookie\.partitioned must be true or false/],
  [{ baseUrl: 'http://localhost:1', session: { cookie: { sameSite: 'none' } } }, /need Secure cookies/],
  [{ store: {} }, /store must be a store with get, set and delete, such as new Keyv/],
  [{ onLogin: 'x' }, /onLogin must be a function; got "x"/],
  [{ timeout: 0 }, /timeout must be/],
  [{ timeout: 3_000_000_000 }, /timeout must be a whole number from 1 to 2147483647; got 3000000000/],
  [{ logger: {} }, /logger must be a logger with debug, info, warn and error, such as pino\(\)/],
  [{ logger: null }, /logger must be/],
  [{ directory: {} }, /directory must be .*createDirectory/],
  [{ baseURL: 'x' }, /there is no option baseURL; did you mean baseUrl\?/],
  [{ publicPath: [] }, /there is no option publicPath; did you mean publicPaths\?/],
  [{ session: { maxAge: 1 } }, /there is no option session\.maxAge; did you mean session\.idle\?/],
  [{ session: { cookie: { httpOnly: false } } }, /there is no option session\.cookie\.httpOnly/],
])('refuses %o', (options, message) => {
  expect(make(options)).toThrow(TypeError)
  expect(make(options)).toThrow(message)
})

it.each<[string, object | null | undefined, RegExp]>([
  ['wecomApiRouter', null, /wecomApiRouter: its argument must be an object of options; got null/],
  ['wecomApiRouter', { origin: [] }, /wecomApiRouter: there is no option origin; did you mean origins\?/],
  ['wecomApiRouter', { origins: 'https://a.example' }, /origins must be a list of origins/],
  ['wecomApiRouter', { permission: true }, /permission must be a function/],
  [
    'wecomApiRouter',
    { dangerouslyAllowStateless: 'false' },
    /dangerouslyAllowStateless must be true or false; got "false"/,
  ],
  ['wecomJssdk', { anonymous: 'yes' }, /anonymous must be true or false/],
  ['wecomJssdk', { public: true }, /wecomJssdk: there is no option public; there are anonymous/],
  ['wecomCallback', undefined, /wecomCallback: its argument must be an object of options; got undefined/],
  ['wecomCallback', { encodingAESKey: 'x' }, /did you mean encodingAesKey\?/],
  ['wecomCallback', {}, /onEvent must be a function that takes the events/],
  ['wecomCallback', { onEvent: 'x' }, /onEvent must be a function; got "x"/],
  ['wecomCallback', { sso: {} }, /sso must be what wecomSSO\(\) returned, or a list of them/],
  ['wecomCallback', { sso: [null] }, /sso must be/],
  ['wecomCallback', { directory: {} }, /directory must be a directory of createDirectory/],
  ['wecomCallback', { onEvent: vi.fn<() => void>(), logger: {} }, /logger must be/],
  ['wecomCallback', { onEvent: vi.fn<() => void>(), now: 5 }, /now must be a function/],
  ['wecomCallback', { onEvent: vi.fn<() => void>(), encodingAesKey: 'short' }, /encodingAesKey/],
])('%s refuses %o', (maker, options, message) => {
  const credentials = { token: 'QDG6eK', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }
  const sso = wecomSSO(good)
  const given =
    maker === 'wecomCallback' ? options && { ...credentials, receiveId: 'ww1', ...options } : options
  const makers: Record<string, () => unknown> = {
    wecomApiRouter: () => Reflect.apply(wecomApiRouter, undefined, [sso, given]),
    wecomJssdk: () => Reflect.apply(wecomJssdk, undefined, [sso, given]),
    wecomCallback: () => Reflect.apply(wecomCallback, undefined, [given]),
  }
  const construct = () => makers[maker]?.()
  expect(construct).toThrow(TypeError)
  expect(construct).toThrow(message)
})

it('never repeats a secret in a message', () => {
  for (const options of [
    { sessionSecret: 'my-short-secret' },
    { sessionSecret: ['x'.repeat(40), 'my-short-secret'] },
  ]) {
    expect(make(options)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('my-short') }),
    )
  }
})

it('makes its own client from corpId, agentId and secret', () => {
  expect(() => wecomSSO({ corpId: 'ww1', agentId: 2, secret: 's', sessionSecret: secret })).not.toThrow()
  expect(() => wecomSSO({ corpId: 'ww1', agentId: 2, sessionSecret: secret })).toThrow(/secret must be/)
  expect(() => wecomSSO({ corpId: 'ww1', secret: 's', sessionSecret: secret })).toThrow(/agentId must be/)
  const wrong = () => wecomSSO({ corpId: 'ww1', agentId: 2, secret: '', sessionSecret: secret })
  expect(wrong).toThrow(TypeError)
  expect(wrong).toThrow(/secret/)
})

it('warns once, with a code and a page, about what only requests show', async () => {
  const warn = vi.fn<(fields: object, message?: string) => void>()
  const logger = { debug: warn, info: warn, warn, error: warn }
  wecomSSO({ ...good, logger, baseUrl: 'http://oa.example.com' })
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    { code: 'WECOM_SETUP_INSECURE_BASE_URL' },
    expect.stringContaining('#wecom_setup_insecure_base_url'),
  )
  warn.mockClear()
  const sso = wecomSSO({ client, sessionSecret: secret, logger })
  const { origin, close } = await listen((request, response) => {
    sso(request, response, () => response.end())
  }, sso)
  for (let time = 0; time < 3; time += 1)
    await send(origin, '/', { headers: { 'x-forwarded-proto': 'https' } })
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    { code: 'WECOM_SETUP_TRUST_PROXY' },
    expect.stringContaining("app.set('trust proxy', 1)"),
  )
  warn.mockClear()
  const local = wecomSSO({ client, sessionSecret: secret, baseUrl: 'http://localhost:3000', logger })
  const other = await listen((request, response) => {
    local(request, response, () => response.end())
  }, local)
  await send(other.origin, '/wecom/login', { headers: { host: '127.0.0.1:3000' } })
  expect(warn).toHaveBeenCalledExactlyOnceWith({ code: 'WECOM_SETUP_HOST_MISMATCH' }, expect.any(String))
  await close()
  await other.close()
})

it('warns through a logger that throws, and goes on', async () => {
  const warn = vi.fn<() => void>(() => {
    throw new Error('the disk is full')
  })
  const logger = { debug: warn, info: warn, warn, error: warn }
  expect(() => wecomSSO({ ...good, logger, baseUrl: 'http://oa.example.com' })).not.toThrow()
  const sso = wecomSSO({ client, sessionSecret: secret, logger })
  const { origin, close } = await listen((request, response) => {
    sso(request, response, (error) => response.writeHead(error === undefined ? 200 : 500).end())
  }, sso)
  const { status } = await send(origin, '/', { headers: { 'x-forwarded-proto': 'https' } })
  await close()
  expect([status, warn.mock.calls.length]).toEqual([200, 2])
})

it('uses a process warning without a logger', async () => {
  const { promise, resolve } = Promise.withResolvers<Error & { code?: string }>()
  // Somebody else's warning may come first.
  const listener = (warning: Error) => {
    if (warning.name === 'WecomSSOWarning') resolve(warning)
  }
  process.on('warning', listener)
  wecomSSO({ ...good, baseUrl: 'http://oa.example.com' })
  expect(await promise).toMatchObject({ code: 'WECOM_SETUP_INSECURE_BASE_URL' })
  process.off('warning', listener)
})

it('has errors that know their status, and knows them again', () => {
  const error = new WecomSSOError('WECOM_UPSTREAM', 'text', new Error('cause'))
  expect(error).toMatchObject({ name: 'WecomSSOError', status: 502, statusCode: 502, expose: false })
  expect(new WecomSSOError('WECOM_FORBIDDEN', 'x').expose).toBe(true)
  expect([isWecomSSOError(error), isWecomSSOError(new Error('x')), isWecomSSOError(null)]).toEqual([
    true,
    false,
    false,
  ])
})

it.each(['sealed', 'stored'])('createTestSession signs in without WeCom, %s', async (kind) => {
  const sso = wecomSSO(kind === 'stored' ? { ...good, session: { store: new Keyv() } } : good)
  const session = createTestSession({ userId: 'zhangsan', departmentIds: [7] }, sso)
  await session.ready
  const guard = requireWecomUser((user) => user.departmentIds?.includes(7) ?? false)
  const { origin, close } = await listen((request, response) => {
    sso(request, response, () => {
      guard(request, response, () => response.end(getWecomUser(request).userId))
    })
  }, sso)
  expect((await send(origin, '/', { headers: session.headers })).body).toBe('zhangsan')
  expect((await send(origin, '/')).status).toBe(401)
  expect(session.user).toMatchObject({ userId: 'zhangsan', corpId: client.corpId, agentId: client.agentId })
  expect(Object.isFrozen(session.user)).toBe(true)
  await close()
})

it('createTestSession takes the middleware made last when none is passed', async () => {
  wecomSSO(good)
  const sso = wecomSSO({ ...good, sessionSecret: 'yet another secret of thirty-two letters' })
  const { headers } = createTestSession({ userId: 'zhangsan' })
  const { origin, close } = await listen((request, response) => {
    sso(request, response, () => response.end(getWecomUser(request).userId))
  }, sso)
  expect((await send(origin, '/', { headers })).body).toBe('zhangsan')
  await close()
})

it('createTestSession takes undefined for absent', () => {
  const sso = wecomSSO(good)
  const absent = { corpId: undefined, agentId: undefined, loginAt: undefined, name: undefined }
  const { user } = Reflect.apply(createTestSession, undefined, [{ userId: 'zhangsan', ...absent }, sso])
  const { corpId, agentId } = client
  expect(user).toEqual({ corpId, agentId, userId: 'zhangsan', loginAt: expect.any(Number) })
})

it.each<[string, () => unknown, RegExp]>([
  [
    'wecomApiRouter',
    () => Reflect.apply(wecomApiRouter, undefined, [undefined]),
    /^wecomApiRouter: sso must be/,
  ],
  ['wecomJssdk', () => Reflect.apply(wecomJssdk, undefined, [() => undefined]), /^wecomJssdk: sso must be/],
  [
    'createTestSession, by its second argument',
    () => Reflect.apply(createTestSession, undefined, [{ userId: 'zhangsan' }, {}]),
    /^createTestSession: sso must be what wecomSSO\(\) returned; got an object/,
  ],
  [
    'createTestSession, by its first',
    () => Reflect.apply(createTestSession, undefined, [{ userId: '' }, wecomSSO(good)]),
    /^createTestSession: user must be/,
  ],
  [
    'createTestSession, by no user',
    () => Reflect.apply(createTestSession, undefined, [null, wecomSSO(good)]),
    /^createTestSession: user must be .*got null/,
  ],
])('%s refuses what is none, with a code', (_maker, construct, message) => {
  expect(construct).toThrow(TypeError)
  expect(construct).toThrow(expect.objectContaining({ code: 'WECOM_SETUP_OPTION' }))
  expect(construct).toThrow(message)
})

const printed = ['at least 32 random characters, kept secret', 'for localhost only, refused anywhere else']

it.each(printed)('refuses the secret of our pages off loopback: %s', (sessionSecret) => {
  const refused = /documentation prints.*SESSION_SECRET.*randomBytes.*WECOM_SETUP_PRINTED_SECRET/
  for (const baseUrl of [
    'https://oa.example.com',
    'http://192.168.1.7:3000',
    'http://localhost.example.com',
    undefined,
  ])
    expect(make({ sessionSecret, baseUrl }), String(baseUrl)).toThrow(refused)
  expect(make({ sessionSecret: [secret, sessionSecret] })).toThrow(refused)
  // Out of a file, and as somebody quoted it.
  expect(make({ sessionSecret: ` ${sessionSecret}\n` })).toThrow(refused)
  for (const baseUrl of [
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]',
    'http://a.localhost',
  ])
    expect(make({ sessionSecret, baseUrl }), baseUrl).not.toThrow()
})
