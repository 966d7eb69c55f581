import { describe, expect, test } from 'vitest'
import { WecomRateLimitError } from '../errors/errors.ts'
import { UpstreamApi } from './upstream-api.ts'

const refusal = (errcode: number): WecomRateLimitError =>
  new WecomRateLimitError(`${errcode}`, { errcode, errmsg: 'too often' })

describe('an API', () => {
  test('that answered 45033 is called with half as many at once', async () => {
    const api = new UpstreamApi('/x', 8, () => 0)
    await expect(api.call(() => Promise.reject(refusal(45033)))).rejects.toThrow('45033')
    const gate = Promise.withResolvers<void>()
    let underway = 0
    const waiting = Array.from({ length: 8 }, () =>
      api.call(() => {
        underway += 1
        return gate.promise
      }),
    )
    expect(underway).toBe(4)
    gate.resolve()
    await Promise.all(waiting)
    expect(underway).toBe(8)
  })

  test('that answered 45009 is left alone for 1, 2, 4 … 60 minutes, and afresh after a success', async () => {
    let now = 0
    let calls = 0
    let blocked = true
    const api = new UpstreamApi('/x', 8, () => now)
    const ask = (): Promise<string> =>
      api.call(async () => {
        calls += 1
        if (blocked) throw refusal(45009)
        return 'answer'
      })
    const waits: number[] = []
    for (let minute = 0; minute < 250; minute += 1) {
      const before = calls
      await ask().catch(() => {})
      if (calls > before) waits.push(minute)
      now += 60_000
    }
    expect(waits).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243])
    blocked = false
    now += 3_600_000
    expect(await ask()).toBe('answer')
    blocked = true
    await expect(ask()).rejects.toThrow('45009')
    expect(api.blocked).toBe(true)
    now += 60_000
    expect(api.blocked).toBe(false)
  })

  test('refused many calls at once with 45009 counts that as one strike', async () => {
    let now = 0
    const api = new UpstreamApi('/x', 8, () => now)
    await Promise.allSettled(Array.from({ length: 8 }, () => api.call(() => Promise.reject(refusal(45009)))))
    now += 60_000
    expect(api.blocked).toBe(false)
  })
})
