import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { vi } from 'vitest'
import { type Health, type SimulatedProcess, type TokenWorld } from './token-world.ts'
import { pass, settle } from './virtual-time.ts'

/** What the commands may assume about what came before. */
export interface TokenModel {
  /** What disturbed the processes so far: the bound on gettoken grows with it. */
  disturbances: number
  elapsedMs: number
}

/** One thing that happens to the simulated processes. */
export interface TokenCommand extends fc.AsyncCommand<TokenModel, TokenWorld> {}

function command(
  text: string,
  run: (world: TokenWorld, model: TokenModel) => Promise<void>,
  check: (model: TokenModel) => boolean = () => true,
): TokenCommand {
  return { check, run: (model, world) => run(world, model), toString: () => text }
}

/** Calls at once in one process. Whoever is let in by WeCom must not fail because of store, lock or clocks (I8). */
async function callsSucceed(world: TokenWorld, process: SimulatedProcess, count: number): Promise<void> {
  const results = await settle(Promise.allSettled(Array.from({ length: count }, () => world.call(process))))
  assert.equal(results.status, 'fulfilled')
  const failed = results.value.find(({ status }) => status === 'rejected')
  assert.ok(failed === undefined || mayFail(world, process), 'I8: a call failed though WeCom is healthy')
}

function mayFail(world: TokenWorld, { excusedUntil, runtime }: SimulatedProcess): boolean {
  return !world.wecom.knows(world.secret) || runtime.monotonic() <= excusedUntil + 1_000
}

const which = fc.nat(3)
const someTime = fc.constantFrom(1_000, 30_000, 61_000, 600_000, 3_600_000, 7_300_000, 11_000_000)
const someStep = fc.constantFrom(-86_400_000, -3_600_000, -30_000, 30_000, 3_600_000, 86_400_000)
const health = fc.constantFrom<Health>('good', 'failing', 'hanging', 'garbage')

const call = fc
  .tuple(which, fc.integer({ min: 1, max: 5 }))
  .map(([index, count]) =>
    command(`${count} calls in ${index}`, (world) => callsSucceed(world, world.process(index), count)),
  )

const everybodyCalls = fc.constant(
  command('a call in every process', async (world) => {
    const outcome = await settle(Promise.allSettled(world.processes.map((process) => world.call(process))))
    assert.equal(outcome.status, 'fulfilled')
    outcome.value.forEach(({ status }, index) => {
      assert.ok(status === 'fulfilled' || mayFail(world, world.process(index)), 'I8: a call failed')
    })
  }),
)

/** I9: two of five waiters leave; the others get what they would have got. */
const someAbort = which.map((index) =>
  command(`some waiters leave in ${index}`, async (world) => {
    const process = world.process(index)
    const leaving = new AbortController()
    const calls = [1, 2, 3, 4, 5].map((id) => world.call(process, id % 2 === 0 ? leaving.signal : undefined))
    leaving.abort(new Error('left'))
    const outcome = await settle(Promise.allSettled(calls))
    assert.equal(outcome.status, 'fulfilled')
    const stayed = outcome.value.filter((_result, position) => position % 2 === 0)
    const served = stayed.every(({ status }) => status === 'fulfilled')
    assert.ok(served || mayFail(world, process), 'I9: a waiter suffered from another one leaving')
  }),
)

const wait = someTime.map((ms) =>
  command(`wait ${ms} ms`, async (_world, model) => {
    model.elapsedMs += ms
    if (ms > 60_000) vi.advanceTimersByTime(ms)
    await pass(50)
  }),
)

const revoke = fc.constant(
  command('revoke', async (world, model) => {
    model.disturbances += 1
    world.wecom.revoke()
  }),
)

/** I5: all processes meet the revocation at once; with a good lock and store one gettoken serves them all. */
const revokeUnderLoad = fc.constant(
  command('revoke under load', async (world, model) => {
    model.disturbances += 1
    world.wecom.revoke()
    const before = world.wecom.gettokens
    const calls = world.processes.flatMap((process) => [1, 2, 3].map(() => world.call(process)))
    assert.equal((await settle(Promise.allSettled(calls))).status, 'fulfilled')
    const spent = world.wecom.gettokens - before
    assert.ok(spent <= 2 * world.processes.length, `I5: ${spent} gettoken for one revocation`)
  }),
)

/** 42001 for a token that is good: it happens, and must not loop or fail calls. */
const spurious = which.map((index) =>
  command(`spurious 42001 in ${index}`, async (world, model) => {
    const process = world.process(index)
    const held = process.cache.current()
    if (held === undefined) return
    model.disturbances += 1
    world.reject(process, held)
    await callsSucceed(world, process, 2)
  }),
)

/** I4: telling a process about a token it no longer has changes nothing. */
const invalidateOther = which.map((index) =>
  command(`invalidate an old token in ${index}`, async (world) => {
    const { cache } = world.process(index)
    const held = cache.current()
    for (const token of world.wecom.issued.keys()) if (token !== held?.token) cache.invalidate(token)
    assert.equal(cache.current(), held, 'I4: an old token took the new one away')
  }),
)

const refresh = fc.tuple(which, fc.boolean()).map(([index, force]) =>
  command(`refresh ${force ? 'by force ' : ''}in ${index}`, async (world, model) => {
    const process = world.process(index)
    model.disturbances += 1
    process.refreshing = true
    if (force) process.cooling.clear()
    await settle(process.cache.refresh(force, undefined, 30_000))
    process.refreshing = false
  }),
)

const restart = which.map((index) =>
  command(`restart ${index}`, async (world, model) => {
    model.disturbances += 1
    world.restart(index % world.processes.length)
  }),
)

const stepClock = fc.tuple(which, someStep).map(([index, ms]) =>
  command(`the clock of ${index} steps ${ms} ms`, async (world, model) => {
    model.disturbances += 1
    const process = world.process(index)
    process.runtime.wallStep += ms
    // A cool-down may end early for it, which costs one call and no more.
    process.cooling.clear()
  }),
)

const storeHealth = health.map((state) =>
  command(`store ${state}`, async (world, model) => {
    model.disturbances += 1
    world.store = state
  }),
)

const lockHealth = health.map((state) =>
  command(`lock ${state === 'garbage' ? 'good' : state}`, async (world) => {
    world.lock = state === 'garbage' ? 'good' : state
  }),
)

const breakSecret = fc.constant(
  command('WeCom stops accepting the secret', async (world, model) => {
    model.disturbances += 1
    world.wecom.setSecret(world.secret, false)
  }),
)

const fixSecret = fc.constant(
  command('WeCom accepts the secret', async (world) => world.wecom.setSecret(world.secret, true)),
)

const rotateSecret = fc.nat(5).map((number) =>
  command(`the secret becomes number ${number}`, async (world, model) => {
    model.disturbances += 1
    world.secret = `secret${number}`
    // With another secret the process forgets how old the former one's token is by its monotonic clock (I11).
    for (const process of world.processes) process.fetchedAt.clear()
    world.wecom.setSecret(world.secret, true)
  }),
)

/** Everything that can happen, for `fc.commands`. */
export const tokenCommands: fc.Arbitrary<TokenCommand>[] = [
  call,
  everybodyCalls,
  someAbort,
  wait,
  wait,
  revoke,
  revokeUnderLoad,
  spurious,
  invalidateOther,
  refresh,
  restart,
  stepClock,
  storeHealth,
  lockHealth,
  breakSecret,
  fixSecret,
  rotateSecret,
]

/** What happens on a day without trouble. */
export const calmCommands: fc.Arbitrary<TokenCommand>[] = [
  call,
  everybodyCalls,
  someAbort,
  wait,
  wait,
  restart,
]
