import { heapUsed } from 'test-support/heap-used'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPlaces } from './places.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Sign-ins that end when they are told to. */
function office(most: number) {
  const places = createPlaces(most, 5000)
  const talking: (() => void)[] = []
  return {
    talking,
    comes: (from: string) =>
      places.run(from, async () => {
        const { promise, resolve } = Promise.withResolvers<void>()
        talking.push(resolve)
        await promise
        return from
      }),
  }
}
const settle = async () => await vi.advanceTimersByTimeAsync(0)

describe('places', () => {
  it('lets three tenths talk, half of those from one address, and the rest wait', async () => {
    const { comes, talking } = office(200)
    const junk = Array.from({ length: 100 }, () => comes('junk'))
    await settle()
    expect(talking).toHaveLength(30)
    const others = Array.from({ length: 50 }, (_, at) => comes(`other ${at}`))
    await settle()
    expect(talking).toHaveLength(60)
    for (const end of talking.splice(0)) end()
    await settle()
    // Those who came later from elsewhere go before the seventieth of the junk, because it is at its share.
    expect(talking).toHaveLength(50)
    while (talking.length > 0) {
      for (const end of talking.splice(0)) end()
      await settle()
    }
    await expect(Promise.all([...junk, ...others])).resolves.toHaveLength(150)
  })

  it('refuses the 101st from one address, and the 201st of all', async () => {
    const { comes } = office(200)
    const busy = { code: 'WECOM_BUSY' }
    for (let at = 0; at < 100; at += 1) void comes('one')
    await expect(comes('one')).rejects.toMatchObject(busy)
    for (let at = 0; at < 100; at += 1) void comes(`other ${at}`)
    await expect(comes('another')).rejects.toMatchObject(busy)
  })

  it('gives up a wait after its patience, and its place with it', async () => {
    const { comes, talking } = office(2)
    const first = comes('one')
    const late = comes('two').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await late).toMatchObject({ code: 'WECOM_BUSY' })
    const third = comes('three')
    talking[0]?.()
    await first
    await settle()
    talking[1]?.()
    await expect(third).resolves.toBe('three')
  })

  it('frees the place of what fails', async () => {
    const places = createPlaces(1, 5000)
    const failing = async () => await Promise.reject(new Error('refused'))
    await expect(places.run('a', failing)).rejects.toThrow('refused')
    await expect(places.run('a', async () => await Promise.resolve('in'))).resolves.toBe('in')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('remembers no address that has left', async () => {
    const places = createPlaces(200, 5000)
    const come = async (count: number) => {
      for (let at = 0; at < count; at += 1)
        await places.run(`2001:db8:${at}:00`, async () => await Promise.resolve())
    }
    await come(1000)
    const before = heapUsed()
    await come(20_000)
    // Three megabytes where each is remembered; the process has other things to do as well.
    expect(heapUsed() - before).toBeLessThan(1_000_000)
  })
})
