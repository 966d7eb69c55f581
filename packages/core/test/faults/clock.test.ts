import { createMemoryStore } from '@wecom-kit/core'
import { expect, it } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { describeFaults, tokenPath } from '../support/fault-bench.ts'
import { tokenAnswer } from '../support/fault-modes.ts'

const hour = 3_600_000
const year = 365 * 24 * hour

describeFaults('clocks', ({ open }) => {
  it.each([
    ['+1 h', hour, 1],
    ['−1 h', -hour, 1],
    ['+3 h', 3 * hour, 2],
    ['+10 y', 10 * year, 2],
    ['−10 y', -10 * year, 1],
  ])('F53 the wall clock steps %s: one gettoken more at most', async (_case, step, expected) => {
    const { wecom, time, tokens } = await open({ store: createMemoryStore() })
    await wecom.auth.token()
    time.stepWallClock(step)
    for (let call = 0; call < 10; call += 1) await wecom.auth.token()
    expect(tokens()).toBe(expected)
  })

  it.each([-hour, -10 * year])(
    'F53 set back by %d ms, a token is not used longer than it lives',
    async (step) => {
      const { wecom, time, tokens } = await open()
      await wecom.auth.token()
      time.stepWallClock(step)
      time.advance(2 * hour - 10_000)
      await wecom.auth.token()
      expect(tokens()).toBe(1)
      time.advance(11_000)
      await expect(wecom.auth.token()).resolves.toBe(canaries.secondToken)
      expect(tokens()).toBe(2)
    },
  )

  it.each([
    ['back 1 h', -hour],
    ['forward 1 h', hour],
    ['forward 10 y', 10 * year],
  ])('F53 an NTP step %s during gettoken adds no life and keeps nothing for ever', async (_case, step) => {
    const ttls: number[] = []
    const store = createMemoryStore()
    const { server, wecom, time, tokens } = await open({
      store: { ...store, set: async (key, value, ttlMs) => (ttls.push(ttlMs), store.set(key, value, ttlMs)) },
    })
    server.on(tokenPath, (socket, request) => {
      time.stepWallClock(step)
      tokenAnswer(`CANARYtoken${tokens()}`)(socket, request)
      server.on(tokenPath, tokenAnswer('CANARYtoken2'))
    })
    await expect(wecom.auth.token()).resolves.toBe('CANARYtoken1')
    for (const ttl of ttls) expect(ttl).toBeGreaterThan(0)
    time.advance(2 * hour + 1_000)
    await expect(wecom.auth.token()).resolves.toBe('CANARYtoken2')
    expect(tokens()).toBe(2)
  })

  it('F54 two hosts 5 minutes apart on one store: one gettoken each, no ping-pong', async () => {
    const store = createMemoryStore()
    const ahead = await open({ store })
    const behind = await open({ store, server: ahead.server })
    ahead.server.on(tokenPath, tokenAnswer(canaries.token))
    ahead.time.stepWallClock(5 * 60_000)
    for (let minute = 0; minute < 60; minute += 1) {
      await ahead.wecom.auth.token()
      await behind.wecom.auth.token()
      ahead.time.advance(60_000)
      behind.time.advance(60_000)
    }
    expect(ahead.tokens()).toBe(2)
  })

  it('F55 a laptop sleeps for 3 h: one refresh on waking, whoever asks', async () => {
    const { wecom, time, tokens, read, reads } = await open()
    await read()
    time.advance(3 * hour)
    expect(wecom.auth.state().status).toBe('expired')
    await Promise.all(Array.from({ length: 100 }, () => read()))
    expect([tokens(), reads()]).toEqual([2, 101])
  })
})
