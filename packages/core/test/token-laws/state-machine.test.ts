import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lifeMs, readings } from '../support/simulated-wecom.ts'
import { calmCommands, tokenCommands, type TokenModel } from '../support/token-commands.ts'
import { TokenWorld } from '../support/token-world.ts'
import { pass, settle, startVirtualTime } from '../support/virtual-time.ts'

const reading = fc.constantFrom(...readings)
const processes = fc.integer({ min: 1, max: 4 })
const runs = { numRuns: 400 }

describe('the token state machine', () => {
  let time: { end: () => void }
  let steps = 0
  beforeEach(() => {
    time = startVirtualTime()
    steps = 0
  })
  afterEach(() => time.end())

  function report(law: string): void {
    process.stdout.write(`${law}: ${runs.numRuns} runs, ${steps} steps\n`)
  }

  /** Runs commands on a world, then closes it: nothing may be left over (I12). */
  async function play(
    world: TokenWorld,
    commands: Iterable<fc.AsyncCommand<TokenModel, TokenWorld>>,
  ): Promise<TokenModel> {
    const model: TokenModel = { disturbances: 0, elapsedMs: 0 }
    for (const command of commands) {
      steps += 1
      await command.run(model, world)
      expect(world.broken).toEqual([])
    }
    await world.close()
    await pass(1_000)
    expect(world.broken).toEqual([])
    expect(vi.getTimerCount(), 'I12: a timer is left after close').toBe(0)
    return model
  }

  it(
    'I1–I4, I8–I14 hold whatever happens, and gettoken stays bounded (I6)',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          reading,
          processes,
          fc.boolean(),
          fc.commands(tokenCommands, { maxCommands: 60, size: 'max' }),
          async (how, count, hasLock, commands) => {
            const world = new TokenWorld(how, count, hasLock)
            const { disturbances, elapsedMs } = await play(world, commands)
            // A life each, the doubling leases of a token repeated after its end, and two per disturbance and process.
            const lives = 1 + elapsedMs / lifeMs
            expect(world.wecom.gettokens).toBeLessThanOrEqual(count * (9 * lives + 3 * disturbances + 2))
          },
        ),
        runs,
      )
      report('anything may happen')
    },
  )

  it(
    'I7 nothing revoked, store healthy, clocks agree: no 42001, at most 2 gettoken per life',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          reading,
          processes,
          fc.commands(calmCommands, { maxCommands: 60, size: 'max' }),
          async (how, count, commands) => {
            const world = new TokenWorld(how, count, true)
            const { elapsedMs } = await play(world, commands)
            expect(world.wecom.refusals).toBe(0)
            expect(world.wecom.gettokens).toBeLessThanOrEqual(2 * Math.ceil(1 + elapsedMs / lifeMs))
          },
        ),
        runs,
      )
      report('a calm day')
    },
  )

  it('I5 revoked under load in all processes: one gettoken with the lock', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(reading, processes, fc.integer({ min: 1, max: 50 }), async (how, count, waiters) => {
        const world = new TokenWorld(how, count, true)
        await settle(Promise.all(world.processes.map((process) => world.call(process))))
        expect(world.wecom.gettokens).toBe(1)
        world.wecom.revoke()
        const calls = world.processes.flatMap((process) =>
          Array.from({ length: waiters }, () => world.call(process)),
        )
        expect((await settle(Promise.all(calls))).status).toBe('fulfilled')
        expect(world.wecom.gettokens).toBe(2)
        steps += calls.length
        await world.close()
      }),
      runs,
    )
    report('revoked under load')
  })
})
