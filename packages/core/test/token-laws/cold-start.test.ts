import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readings } from '../support/simulated-wecom.ts'
import { TokenWorld } from '../support/token-world.ts'
import { settle, startVirtualTime } from '../support/virtual-time.ts'

const starts = 500

/** How often eight processes that start at once need 1, 2, 3 … gettoken. */
async function coldStarts(hasLock: boolean, gettokenMs: number): Promise<number[]> {
  const needed: number[] = []
  for (let seed = 0; seed < starts; seed += 1) {
    const world = new TokenWorld(readings[seed % readings.length] ?? 'full', 8, hasLock, seed)
    Object.assign(world, { gettokenMs, storeMs: 2 })
    const calls = world.processes.map((process) => world.call(process))
    expect((await settle(Promise.all(calls))).status).toBe('fulfilled')
    expect(world.broken).toEqual([])
    needed[world.wecom.gettokens] = (needed[world.wecom.gettokens] ?? 0) + 1
    await world.close()
  }
  const text = needed.map((count, gettokens) => `${gettokens} gettoken ${count}×`).filter(Boolean)
  process.stdout.write(
    `8 cold processes${hasLock ? ' with a lock' : ''}, gettoken in ${gettokenMs} ms: ${text.join(', ')}\n`,
  )
  return needed
}

describe('eight processes that need a token at the same moment', () => {
  let time: { end: () => void }
  beforeEach(() => {
    time = startVirtualTime()
  })
  afterEach(() => time.end())

  describe.each([20, 150, 600])('where gettoken takes %i ms', (gettokenMs) => {
    it('F61 one gettoken with the lock, every time', async () => {
      expect((await coldStarts(true, gettokenMs))[1]).toBe(starts)
    })

    it('F61 three or fewer without it, as a rule', async () => {
      const needed = await coldStarts(false, gettokenMs)
      const fewEnough = needed.slice(0, 4).reduce((sum, count) => sum + count, 0)
      expect(fewEnough).toBeGreaterThan(starts * 0.95)
    })
  })
})
