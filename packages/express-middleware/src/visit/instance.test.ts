import { createWecomClient } from '@wecom-kit/core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clientAnswering } from '../../test/support/attacks.ts'
import { MapStore } from '../../test/support/map-store.ts'
import { publicOrigin, secret } from '../../test/support/test-app.ts'
import { createInstance } from './instance.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a callback that another process is at waits as long as its turn and WeCom may take together', async () => {
  const wecom = createWecomClient({ corpId: 'ww1', agentId: 1, secret: 'x' })
  const client = clientAnswering(wecom, async () => {
    await new Promise((resolve) => setTimeout(resolve, 4900))
    return { kind: 'member', corpId: 'ww1', userId: 'zhangsan' }
  })
  const options = { client, sessionSecret: secret, baseUrl: publicOrigin, store: new MapStore() }
  const here = createInstance({ ...options, maxInflight: 2, timeout: 5000 })
  const there = createInstance({ ...options, maxInflight: 2, timeout: 5000 })
  void here.exchange('earlier', '203.0.113.7')
  const signIn = async () =>
    here.sessions.create((await here.exchange('code', '198.51.100.9')).user, undefined)
  const first = here.once.run('state', signIn)
  await vi.advanceTimersByTimeAsync(100)
  const second = there.once.run('state', signIn)
  await vi.advanceTimersByTimeAsync(12_000)
  await expect(first).resolves.toMatchObject({ user: { userId: 'zhangsan' } })
  expect((await second)?.id).toBe((await first)?.id)
})
