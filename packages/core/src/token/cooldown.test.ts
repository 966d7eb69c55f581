import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WecomAuthError } from '../errors/errors.ts'
import type { Runtime } from '../internal/runtime.ts'
import { Cooldown } from './cooldown.ts'

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'Date', 'performance'] }),
)
afterEach(() => void vi.useRealTimers())

describe('Cooldown', () => {
  const bad = new WecomAuthError('bad secret', { errcode: 40001, errmsg: '', reason: 'credential' })
  const runtime: Runtime = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    random: Math.random,
    sleep: async () => {},
  }

  it('answers the same error for 60 s, to the same credentials only', () => {
    const cooldown = new Cooldown(runtime)
    const { error, until } = cooldown.start(bad, 'key')
    expect(error).toMatchObject({ until: new Date(until), errcode: 40001 })
    vi.advanceTimersByTime(59_999)
    expect([cooldown.refusal('key'), cooldown.refusal('other'), cooldown.active]).toEqual([
      error,
      undefined,
      true,
    ])
    vi.advanceTimersByTime(1)
    expect([cooldown.refusal('key'), cooldown.active]).toEqual([undefined, false])
  })

  it('ends when these credentials are accepted, and all by force', () => {
    const cooldown = new Cooldown(runtime)
    cooldown.start(bad, 'a')
    cooldown.start(bad, 'b')
    expect(cooldown.refusal('a')).toBeDefined()
    cooldown.end('a')
    expect([cooldown.refusal('a'), cooldown.refusal('b') === undefined]).toEqual([undefined, false])
    cooldown.endAll()
    expect(cooldown.active).toBe(false)
  })

  it('a clock set back never prolongs it', () => {
    let wall = 1_000_000
    const cooldown = new Cooldown({ ...runtime, now: () => wall })
    cooldown.start(bad, 'key')
    wall += 30_000
    vi.advanceTimersByTime(30_000)
    wall -= 20_000
    vi.advanceTimersByTime(30_000)
    expect(cooldown.active).toBe(false)
    cooldown.start(bad, 'key')
    wall -= 1
    expect(cooldown.active).toBe(false)
  })

  it('ends by the wall clock where the other one stands still', () => {
    const cooldown = new Cooldown({ ...runtime, monotonic: () => 0 })
    const { until } = cooldown.start(bad, 'key')
    vi.setSystemTime(until - 1)
    expect(cooldown.active).toBe(true)
    vi.setSystemTime(until)
    expect(cooldown.active).toBe(false)
  })
})
