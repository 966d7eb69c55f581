import { vi } from 'vitest'
import { systemRuntime, type Runtime } from '../../src/internal/runtime.ts'

const realImmediate = setImmediate

/** Fakes every timer, the wall clock and the monotonic clock. `end` gives the real ones back. */
export function startVirtualTime(): { end: () => void } {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'Date', 'performance'],
    now: Date.UTC(2026, 0, 1),
  })
  return { end: () => void vi.useRealTimers() }
}

/** A process's clocks: the wall clock may be wrong, the monotonic one never is. */
export interface VirtualRuntime extends Runtime {
  wallStep: number
}

/** The clocks of one simulated process, and chance from a seed. */
export function virtualRuntime(seed: number): VirtualRuntime {
  let state = seed
  const runtime: VirtualRuntime = {
    ...systemRuntime(() => Date.now() + runtime.wallStep),
    wallStep: 0,
    // mulberry32: neighbouring seeds have nothing in common.
    random: () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    },
  }
  return runtime
}

/** Lets everything that waits for no timer happen. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => realImmediate(resolve))
}

/** Runs timers, each at its time, until a promise has settled. */
export async function settle<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  let result: PromiseSettledResult<T> | undefined
  void Promise.allSettled([promise]).then(([settled]) => (result = settled))
  for (let step = 0; step < 5_000; step += 1) {
    await flush()
    if (result !== undefined) return result
    if (vi.getTimerCount() === 0) throw new Error('nothing would ever settle this promise')
    vi.advanceTimersToNextTimer()
  }
  throw new Error('this promise does not settle')
}

/** Lets time pass and everything due in it happen. */
export async function pass(ms: number): Promise<void> {
  const end = performance.now() + ms
  await flush()
  for (;;) {
    const left = end - performance.now()
    if (left <= 0) return
    vi.advanceTimersByTime(vi.getTimerCount() === 0 ? left : Math.min(left, 50))
    await flush()
  }
}
