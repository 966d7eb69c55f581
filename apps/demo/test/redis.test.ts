import { describe, expect, it } from 'vitest'
import { fastestRun } from './support/fastest-run.ts'
import { findProgram } from './support/find-program.ts'
import { startDemo } from './support/start-demo.ts'
import { startRedis } from './support/start-redis.ts'
import { Visitor } from './support/visitor.ts'
import { waitFor } from './support/wait-for.ts'

const redisServer = findProgram('sessions are kept in it', 'redis-server', 'valkey-server')

describe.runIf(redisServer !== undefined)('the demo on a Redis that goes away', () => {
  it('answers 503 quickly instead of signing people out, and works again afterwards', async () => {
    await using redis = await startRedis(redisServer ?? '')
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
