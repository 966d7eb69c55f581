import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readings, type Reading } from '../support/simulated-wecom.ts'
import { TokenWorld } from '../support/token-world.ts'
import { settle, startVirtualTime } from '../support/virtual-time.ts'

const minute = 60_000
const lives = 12

/** 24 hours, one API call a minute in every process. `restartEvery` minutes the process in turn starts anew. */
async function day(reading: Reading, processes: number, hasLock: boolean, restartEvery = Infinity) {
  const world = new TokenWorld(reading, processes, hasLock)
  for (let elapsed = 0; elapsed < 24 * 60; elapsed += 1) {
    if (elapsed > 0 && elapsed % restartEvery === 0) world.restart(elapsed / restartEvery)
    const calls = world.processes.map((process) => world.call(process))
    const results = await settle(Promise.all(calls))
    expect(results.status).toBe('fulfilled')
    vi.advanceTimersByTime(minute)
  }
  await world.close()
  expect(world.broken).toEqual([])
  const { gettokens, refusals } = world.wecom
  process.stdout.write(
    `24 h, ${reading}, ${processes} process(es)${hasLock ? ' with a lock' : ''}${restartEvery === Infinity ? '' : `, a restart every ${restartEvery} min`}: ${gettokens} gettoken, ${refusals} × 42001\n`,
  )
  return { gettokens, refusals }
}

describe('24 hours under each reading of a repeated gettoken', () => {
  let time: { end: () => void }
  beforeEach(() => {
    time = startVirtualTime()
  })
  afterEach(() => time.end())

  it.each(readings)('%s, one process: at most 2 gettoken per token life, no 42001', async (reading) => {
    const { gettokens, refusals } = await day(reading, 1, false)
    expect(gettokens).toBeLessThanOrEqual(lives * 2)
    expect(refusals).toBe(0)
  })

  it.each(readings)('%s, four processes on a store with the lock', async (reading) => {
    const { gettokens, refusals } = await day(reading, 4, true)
    expect(gettokens).toBeLessThanOrEqual(lives * 2)
    expect(refusals).toBe(0)
  })

  it.each(readings)('%s, four processes on a store without a lock', async (reading) => {
    const { gettokens, refusals } = await day(reading, 4, false)
    expect(gettokens).toBeLessThanOrEqual(lives * 2)
    expect(refusals).toBe(0)
  })

  it.each(readings)('%s, three processes, one of them restarted every 50 minutes', async (reading) => {
    const { gettokens, refusals } = await day(reading, 3, true, 50)
    expect(gettokens).toBeLessThanOrEqual(lives * 2)
    expect(refusals).toBe(0)
  })
})
