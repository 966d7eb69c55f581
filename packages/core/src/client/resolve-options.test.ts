import { Agent } from 'undici'
import { describe, expect, it } from 'vitest'
import { isWecomError } from '../errors/is-wecom-error.ts'
import { checkCallOptions } from './encode-call.ts'
import { createWecomClient } from './create-client.ts'
import { resolveOptions } from './resolve-options.ts'

const secret = 'CANARYsecret-_0123456789'
const good = { corpId: 'ww0123456789abcdef', secret, agentId: 1000002 }

/** The message of the ConfigError that options are refused with. Options come untyped here, as from JavaScript. */
function refusal(options: unknown): string {
  try {
    Reflect.apply(createWecomClient, undefined, [options])
  } catch (error) {
    if (isWecomError(error) && error.code === 'ERR_WECOM_CONFIG') return error.message
    throw error
  }
  return 'accepted'
}

const noNumber = ['5', Number.NaN, Infinity, -1, 1.5, null, true, {}, []]
const noFunction = ['x', 5, null, {}, []]

/** Option, values that must be refused, and what the message must say how to fix it. */
const wrong: [name: string, values: unknown[], fix: RegExp][] = [
  ['corpId', [undefined, '', 'ww 1', 'a/b', 5, null, {}, 'x'.repeat(65)], /我的企业/],
  ['secret', [undefined, '', '   ', 5, null, {}, []], /应用管理/],
  ['agentId', ['1000002', 0, -1, 1.5, Number.NaN, null, {}], /Number\(process\.env/],
  ['store', [null, 'redis://x', 5, {}, { get() {} }, new Map().keys()], /new Keyv|createFileStore/],
  ['lock', [null, {}, 'x', { acquire: 5 }], /createRedisLock/],
  ['limiter', [null, {}, 'x', { acquire: 5 }], /acquire/],
  ['dispatcher', [null, {}, 'http://proxy', { dispatch: 5 }], /new Agent\(\)/],
  ['logger', [null, 'x', {}, { info() {} }], /pino\(\) or console/],
  ['onEvent', noFunction, /\(event\)/],
  ['now', noFunction, /Date\.now/],
  ['use', ['x', {}, null, [5], [() => {}, null]], /array of functions/],
  ['timeout', [...noNumber, 0, 2_147_483_648], /from 1 to 2147483647/],
  ['deadline', [...noNumber, 0, 2_147_483_648], /from 1 to 2147483647/],
  ['maxRetries', noNumber, /of at least 0/],
  ['maxConcurrency', [...noNumber, 0], /of at least 1/],
  ['maxResponseBytes', [...noNumber, 0, 1023], /of at least 1024/],
  ...['baseUrl', 'authorizeBaseUrl', 'loginBaseUrl'].map((name): [string, unknown[], RegExp] => [
    name,
    [
      '',
      5,
      {},
      'qyapi.weixin.qq.com',
      'http://qyapi.weixin.qq.com',
      'ftp://localhost',
      'https://u:p@x.com',
      'https://:p@x.com',
      'https://x.com/path',
      `https://x.com?corpsecret=${secret}`,
      'https://x.com#f',
    ],
    /https origin such as/,
  ]),
]

describe('wrong options fail at construction', () => {
  const cases = wrong.flatMap(([name, values, fix]) => values.map((value) => [name, value, fix] as const))
  it.each(cases)('%s = %j: the message names the option and the fix', (name, value, fix) => {
    const message = refusal({ ...good, [name]: value })
    expect(message).toContain(name)
    expect(message).toMatch(fix)
    expect(message).not.toContain('CANARY')
  })

  it.each([undefined, null, 'x', 5])('options %j', (options) => {
    expect(() => refusal(options)).not.toThrow(TypeError)
    expect(refusal(options)).toContain('an object of options')
  })

  it('an unknown name is told with what may be meant, its value is not', () => {
    expect(refusal({ ...good, corpsecret: secret })).toMatch(
      /no option corpsecret; did you mean secret\?(?!.*CANARY)/,
    )
    expect(refusal({ ...good, retries: 3 })).toContain('did you mean maxRetries?')
    expect(refusal({ ...good, colour: 3 })).toMatch(
      /no option colour; there are corpId, secret, .*maxRetries/,
    )
  })

  const fetch = async () => ({ token: 'x', expiresIn: 1 })
  it.each([
    null,
    {},
    { fetch: 5, id: 'x' },
    { fetch },
    { fetch, id: '' },
    { fetch, id: 'with space' },
    { fetch, id: 'x'.repeat(201) },
    { fetch, id: 'x', parameter: 'a&b=c' },
    { fetch, id: 'x', parameter: '' },
    { fetch, id: 'x', parameter: 5 },
  ])('tokenSource %j', (tokenSource) => {
    expect(refusal({ ...good, tokenSource })).toContain('tokenSource')
  })

  it('with() checks what it is given', () => {
    const wecom = createWecomClient(good)
    for (const app of [{ secret: '' }, { secret, agentId: Number.NaN }]) {
      expect(() => wecom.with(app)).toThrow(/secret|agentId/)
    }
    for (const app of [undefined, null, 'x', { secret, corpId: 'ww1' }, { Secret: secret, secret }]) {
      const attempt = (): unknown => Reflect.apply(Reflect.get(wecom, 'with'), undefined, [app])
      expect(attempt).toThrow(/^client\.with: (?!.*CANARY)/)
    }
  })
})

describe('right options', () => {
  it('defaults are the documented ones', () => {
    const options = resolveOptions(good)
    expect(options).toMatchObject({
      baseUrl: 'https://qyapi.weixin.qq.com',
      authorizeBaseUrl: 'https://open.weixin.qq.com',
      loginBaseUrl: 'https://login.work.weixin.qq.com',
      timeout: 10_000,
      deadline: 30_000,
      maxRetries: 2,
      maxConcurrency: 64,
      maxResponseBytes: 33_554_432,
      deployment: 'public',
      bigIntegers: 'number',
    })
  })

  it.each([
    ['https://proxy.example.com:8443/', 'https://proxy.example.com:8443'],
    ['http://localhost:4700', 'http://localhost:4700'],
    ['http://127.0.0.1:4700', 'http://127.0.0.1:4700'],
    ['http://[::1]:4700', 'http://[::1]:4700'],
  ])('baseUrl %s', (baseUrl, expected) => {
    expect(resolveOptions({ ...good, baseUrl }).baseUrl).toBe(expected)
  })

  it.each([
    ['http://simulator:4700', 'http://simulator:4700'],
    ['http://10.0.0.5:8080/wecom/', 'http://10.0.0.5:8080/wecom'],
    ['https://oa.example.com/gateway/wecom', 'https://oa.example.com/gateway/wecom'],
    ['https://qyapi.weixin.qq.com', 'https://qyapi.weixin.qq.com'],
  ])("deployment: 'private' takes %s", (baseUrl, expected) => {
    const options = { ...good, deployment: 'private', baseUrl, loginBaseUrl: baseUrl } as const
    expect(resolveOptions(options)).toMatchObject({ baseUrl: expected, loginBaseUrl: expected })
  })

  it.each(['ftp://simulator', 'http://u:p@simulator', 'http://simulator?x=1', 'simulator:4700'])(
    "deployment: 'private' refuses %s",
    (baseUrl) => {
      expect(refusal({ ...good, deployment: 'private', baseUrl })).toContain('http://wecom-gateway:8080/api')
    },
  )

  it('http to another machine is refused with the way to have it', () => {
    expect(refusal({ ...good, baseUrl: 'http://simulator:4700' })).toContain("deployment: 'private'")
  })

  it.each([
    { agentId: undefined },
    { secret: () => secret },
    { dispatcher: new Agent() },
    { store: new Map() },
    { logger: console },
    { use: [] },
    { maxRetries: 0 },
    { timeout: 2_147_483_647 },
  ])('%o is accepted', (option) => {
    expect(refusal({ ...good, ...option })).toBe('accepted')
  })

  it('no secret is needed with a tokenSource', () => {
    const tokenSource = {
      id: 'own',
      parameter: 'suite_access_token',
      fetch: async () => ({ token: 'x', expiresIn: 1 }),
    }
    expect(refusal({ corpId: good.corpId, tokenSource })).toBe('accepted')
  })
})

describe('options of one call', () => {
  it.each([0, -1, 1.5, Number.NaN, Infinity, 2_147_483_648])('timeout %d is refused', (timeout) => {
    expect(() => checkCallOptions({ timeout })).toThrow(/timeout must be a whole number/)
  })

  it.each([-1, 1.5, Number.NaN, Infinity])('maxRetries %d is refused', (maxRetries) => {
    expect(() => checkCallOptions({ maxRetries })).toThrow(/maxRetries must be a whole number/)
  })

  it.each([null, 'x', 5, new AbortController(), {}, () => {}])('signal %o is refused', (signal) => {
    const attempt = (): unknown => Reflect.apply(checkCallOptions, undefined, [{ signal }])
    expect(attempt).toThrow(/signal must be an AbortSignal such as controller\.signal/)
  })

  it('a signal of another realm is one', () => {
    const { signal } = new AbortController()
    const foreign = { aborted: false, throwIfAborted() {}, addEventListener() {}, removeEventListener() {} }
    for (const given of [signal, AbortSignal.timeout(1_000), foreign, undefined]) {
      expect(Reflect.apply(checkCallOptions, undefined, [{ signal: given }])).toBeUndefined()
    }
  })

  it.each([null, 'x', 5])('options %j are refused', async (options) => {
    const wecom = createWecomClient({ ...good, baseUrl: 'http://127.0.0.1:1' })
    const call: unknown = Reflect.apply(wecom.request, undefined, ['GET /cgi-bin/user/get', options])
    await expect(call).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    await wecom.close()
  })

  it('reaches auth.token() and auth.refresh()', async () => {
    const wecom = createWecomClient({ ...good, baseUrl: 'http://127.0.0.1:1' })
    for (const ask of ['token', 'refresh']) {
      const call: unknown = Reflect.apply(Reflect.get(wecom.auth, ask), undefined, [
        { signal: new AbortController() },
      ])
      await expect(call).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    }
    await wecom.close()
  })

  it('reaches calls: nothing is sent', async () => {
    const wecom = createWecomClient({ ...good, baseUrl: 'http://127.0.0.1:1' })
    const call = wecom.request<unknown>('GET /cgi-bin/user/get', { timeout: Infinity })
    await expect(call).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG', attempts: 0 })
    await wecom.close()
  })
})
