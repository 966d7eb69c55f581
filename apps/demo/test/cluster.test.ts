import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { waitFor } from 'test-support/wait-for'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createCallbackKeys, followSimulator } from '../src/simulator-events.ts'
import { buildPage } from '../tools/build-page.ts'
import { findProgram } from 'test-support/find-program'
import { freePort } from 'test-support/free-port'
import { startServer } from './support/run-server.ts'
import { recorded } from './support/loggers.ts'
import { startNginx } from 'test-support/nginx'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { selfSign } from 'test-support/self-sign'
import { startWecom } from './support/start-wecom.ts'
import { Visitor } from 'test-support/visitor'

const purpose = 'two processes of the demo are tested behind a proxy'
const redisIsThere = hasRedisServer()
const nginx = findProgram(purpose, 'nginx')
const openssl = findProgram(purpose, 'openssl')
const complete = redisIsThere && nginx !== undefined && openssl !== undefined

const lisi = '{ user(id: "lisi") { position } }'
const trusted = getCACertificates()

describe.runIf(complete)('two processes on one Redis, behind nginx with TLS and a path prefix', () => {
  // The processes are whole servers, which look for the page where a build puts it.
  beforeAll(() => buildPage(), 60_000)

  afterEach(() => {
    setDefaultCACertificates(trusted)
  })

  it('sign in on one, be known on both, be out on both', { timeout: 60_000 }, async () => {
    const [port, first, second] = [await freePort(), await freePort(), await freePort()]
    const keys = createCallbackKeys()
    const url = `https://localhost:${port}/oa`
    await using wecom = await startWecom()
    await using redis = await startRedisServer()
    const environment = {
      ...wecom.environment,
      BASE_URL: url,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      REDIS_URL: redis.url,
      WECOM_CALLBACK_TOKEN: keys.token,
      WECOM_CALLBACK_AES_KEY: keys.encodingAesKey,
      HOST: '127.0.0.1',
    }
    await using _first = await startServer({ ...environment, PORT: String(first) })
    await using _second = await startServer({ ...environment, PORT: String(second) })
    const tls = await selfSign(openssl ?? '')
    await using _proxy = await startNginx({
      nginx: nginx ?? '',
      tls,
      port,
      prefix: '/oa',
      upstreams: [first, second],
    })
    setDefaultCACertificates([...trusted, tls.certificate])

    const visitor = new Visitor(url)
    expect((await visitor.signIn('zhangsan')).url).toBe(`${url}/`)
    expect(await askBoth(visitor)).toEqual(
      new Map([
        [`127.0.0.1:${first}`, '{"data":{"me":{"name":"张三"}}}'],
        [`127.0.0.1:${second}`, '{"data":{"me":{"name":"张三"}}}'],
      ]),
    )
    expect(await wecom.calls('/cgi-bin/gettoken')).toBe(1)
    expect(await wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)

    const { logger, messages } = recorded()
    await followSimulator({
      simulator: wecom.simulator,
      url: `http://127.0.0.1:${first}/wecom/events`,
      keys,
      logger,
    })
    expect(messages()).toEqual([])

    // Both know 李四 by now; the callback of the edit goes to the first.
    const answers = (position: string): Map<string, string> =>
      new Map(
        [first, second].map((each) => [`127.0.0.1:${each}`, `{"data":{"user":{"position":"${position}"}}}`]),
      )
    expect(await askBoth(visitor, lisi)).toEqual(answers('高级工程师'))
    await wecom.control('users/LiSi', { method: 'PATCH', body: { position: '首席工程师' } })
    await waitFor('both to know', async () => {
      const known = await askBoth(visitor, lisi)
      return isDeepStrictEqual(known, answers('首席工程师')) ? true : undefined
    })
    const document = await (await visitor.navigate('people/LiSi')).text()
    expect(document).toContain('<base href="/oa/" />')

    await wecom.control('users/zhangsan', { method: 'DELETE' })
    expect(await askBoth(visitor)).toEqual(
      new Map([
        [`127.0.0.1:${first}`, '{"data":{"me":null}}'],
        [`127.0.0.1:${second}`, '{"data":{"me":null}}'],
      ]),
    )
  })
})

/** What each process answers, by its address. nginx takes them in turn. */
async function askBoth(visitor: Visitor, query = '{ me { name } }'): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (let request = 0; request < 4; request += 1) {
    const response = await visitor.post('graphql', { query })
    answers.set(response.headers.get('x-upstream') ?? '', (await response.text()).trim())
  }
  return answers
}
