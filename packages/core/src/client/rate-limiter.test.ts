import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRateLimiter } from './rate-limiter.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const never = new AbortController().signal
const users = { path: '/cgi-bin/user/get' }
const lists = { path: '/cgi-bin/user/list' }

/** Whether a call may leave now; one that has to wait is given up. */
async function leaves(
  limiter: ReturnType<typeof createRateLimiter>,
  request: { path: string },
): Promise<boolean> {
  const controller = new AbortController()
  const acquired = limiter.acquire(request, controller.signal).then(
    () => true,
    () => false,
  )
  setImmediate(() => controller.abort())
  return await acquired
}

describe('createRateLimiter', () => {
  it('lets so many calls of one API leave in a minute, whichever minute', async () => {
    const limiter = createRateLimiter({ perMinute: 3 })
    for (let call = 0; call < 3; call += 1) {
      await expect(leaves(limiter, users)).resolves.toBe(true)
      vi.advanceTimersByTime(10_000)
    }
    await expect(leaves(limiter, users)).resolves.toBe(false)
    await expect(leaves(limiter, lists)).resolves.toBe(true)
    vi.advanceTimersByTime(30_000)
    await expect(leaves(limiter, users)).resolves.toBe(true)
    await expect(leaves(limiter, users)).resolves.toBe(false)
  })

  it('leaves an API alone after 45009, longer each time, and others not', async () => {
    const limiter = createRateLimiter()
    limiter.answered?.({ ...users, errcode: 45009 })
    vi.advanceTimersByTime(59_000)
    await expect(leaves(limiter, users)).resolves.toBe(false)
    await expect(leaves(limiter, lists)).resolves.toBe(true)
    vi.advanceTimersByTime(1_000)
    await expect(leaves(limiter, users)).resolves.toBe(true)
    limiter.answered?.({ ...users, errcode: 45009 })
    vi.advanceTimersByTime(119_000)
    await expect(leaves(limiter, users)).resolves.toBe(false)
    vi.advanceTimersByTime(1_000)
    limiter.answered?.({ ...users, errcode: 0 })
    limiter.answered?.({ ...users, errcode: 45009 })
    vi.advanceTimersByTime(60_000)
    await expect(leaves(limiter, users)).resolves.toBe(true)
  })

  it('pauses once for all calls that were under way when WeCom closed the API', async () => {
    const limiter = createRateLimiter()
    for (let call = 0; call < 64; call += 1) limiter.answered?.({ ...users, errcode: 45009 })
    limiter.answered?.({ ...users, errcode: 0 })
    vi.advanceTimersByTime(59_999)
    await expect(leaves(limiter, users)).resolves.toBe(false)
    vi.advanceTimersByTime(1)
    await expect(leaves(limiter, users)).resolves.toBe(true)
    limiter.answered?.({ ...users, errcode: 45009 })
    vi.advanceTimersByTime(119_999)
    await expect(leaves(limiter, users)).resolves.toBe(false)
  })

  it('ends a wait with its signal', async () => {
    const limiter = createRateLimiter({ perMinute: 1 })
    await limiter.acquire(users, never)
    await expect(limiter.acquire(users, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })

  it.each([{ perMinute: 0 }, { pause: -1 }, { perHour: 5 }])('refuses %j', (options) => {
    expect(() => createRateLimiter(options)).toThrow(/^createRateLimiter: /)
  })

  it('keeps no more than a minute of calls', async () => {
    const limiter = createRateLimiter({ perMinute: 100 })
    for (let call = 0; call < 1_000; call += 1) {
      await expect(leaves(limiter, users)).resolves.toBe(true)
      vi.advanceTimersByTime(601)
    }
  })
})
