import KeyvRedis from '@keyv/redis'
import { Keyv } from 'keyv'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { whoIs } from './support/attacks.ts'
import { hasRedisServer, type RedisServer, startRedisServer } from 'test-support/redis-server'
import { publicOrigin, startApp, startWecom, type TestApp, type Wecom } from './support/test-app.ts'
import { atWecom, signIn, Visitor } from './support/visitor.ts'

describe.runIf(hasRedisServer()).each(['sealed cookies', 'sessions in Redis'])(
  'two processes on one Redis, %s',
  (kind) => {
    let wecom: Wecom
    let redis: RedisServer
    let here: TestApp
    let there: TestApp
    let adapters: KeyvRedis<unknown>[]

    beforeAll(async () => {
      wecom = await startWecom()
    })
    beforeEach(async () => {
      redis = await startRedisServer()
      adapters = [new KeyvRedis(redis.url), new KeyvRedis(redis.url)]
      const [one, two] = adapters
        .map(keyv)
        .map((store) => (kind === 'sealed cookies' ? { store } : { store, session: { store } }))
      here = await startApp({ sso: { client: wecom.client, ...one } })
      there = await startApp({ sso: { client: wecom.client, ...two } })
      wecom.simulator.journal.clear()
    })
    afterEach(async () => {
      await here.close()
      await there.close()
      await Promise.allSettled(adapters.map(async (adapter) => await adapter.disconnect(true)))
      await redis.stop()
    })
    afterAll(async () => {
      await wecom.client.close()
      await wecom.simulator.close()
    })

    /** The same browser, served by the other process. */
    async function moved(visitor: Visitor): Promise<Visitor> {
      const other = new Visitor(there.origin, publicOrigin)
      for (const [name, value] of await visitor.cookies()) await other.plant(`${name}=${value}; Path=/`)
      return other
    }

    it('signed in on one, known on the other; revoked on the other, out on both', async () => {
      const one = here.visitor()
      await signIn(one)
      const two = await moved(one)
      expect(await whoIs(two)).toBe('zhangsan')
      await there.sso.revoke('zhangsan')
      expect([await whoIs(one), await whoIs(two)]).toEqual([undefined, undefined])
    })

    it('signed out on one, a copy of the cookie is nobody on the other', async () => {
      const one = here.visitor()
      await signIn(one)
      const two = await moved(one)
      await one.get('/wecom/logout', { method: 'POST' })
      expect(await whoIs(two)).toBeUndefined()
    })

    it('a doubled callback that reaches both is exchanged once, and both end signed in', async () => {
      const one = here.visitor()
      const target = await atWecom((await one.get('/private')).location, 'simulate_user=zhangsan')
      const two = await moved(one)
      const answers = await Promise.all([one.get(target), two.get(target)])
      expect(answers.map(({ location }) => location)).toEqual(['/private', '/private'])
      expect([await whoIs(one), await whoIs(two)]).toEqual(['zhangsan', 'zhangsan'])
      expect(wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
    })

    it('a Redis that is gone is 503, never a login loop', async () => {
      const one = here.visitor()
      await signIn(one)
      await redis.stop()
      const answer = await one.get('/private')
      expect([answer.status, answer.location, answer.setCookies]).toEqual([503, undefined, []])
    })
  },
)

function keyv(adapter: KeyvRedis<unknown>): Keyv {
  const store = new Keyv(adapter)
  store.on('error', () => undefined)
  return store
}
