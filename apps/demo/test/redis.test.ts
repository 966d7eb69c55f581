import { describe, expect, it } from 'vitest'
import { fastestRun } from 'test-support/fastest-run'
import { startDemo } from './support/start-demo.ts'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { Visitor } from 'test-support/visitor'
import { waitFor } from 'test-support/wait-for'

const redisIsThere = hasRedisServer()

describe.runIf(redisIsThere)('the demo on a Redis that goes away', () => {
  it('answers 503 quickly instead of signing people out, and works again afterwards', async () => {
    await using redis = await startRedisServer()
    await using demo = await startDemo({ REDIS_URL: redis.url })
    const visitor = new Visitor(demo.url)
    await visitor.signIn('zhangsan')

    await redis.stop()
    const took = await fastestRun(1000, async () => {
      const response = await visitor.post('graphql', { query: '{ me { id } }' })
      expect(response.status).toBe(503)
      expect(response.headers.getSetCookie()).toEqual([])
    })
    expect(took).toBeLessThan(1000)
    expect((await visitor.fetch('healthz')).status).toBe(200)

    await redis.start()
    await waitFor('the demo to find Redis again', async () => {
      const { status } = await visitor.post('graphql', { query: '{ me { id } }' })
      return status === 200 ? true : undefined
    })
    await visitor.signIn('lisi')
    expect(await visitor.query('{ me { id } }')).toEqual({ data: { me: { id: 'LiSi' } } })
  })
})
