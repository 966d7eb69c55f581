import { systemRuntime, type Runtime } from '../../src/internal/runtime.ts'

/** Real time for sockets, none for sleeping: every wait of the client is skipped and written down. */
export interface HybridRuntime extends Runtime {
  /** Milliseconds of every sleep, in order. */
  readonly sleeps: number[]
  /** What `random` answers. @default 0.5 */
  chance: number
  /** Lets time pass on both clocks. */
  advance(ms: number): void
  /** Steps the wall clock only, as NTP or an administrator does. */
  stepWallClock(ms: number): void
  /** `skipped` lets the time pass at once, `real` sleeps, `endless` until aborted. @default 'skipped' */
  sleeping: 'skipped' | 'real' | 'endless'
}

/** Makes one. Sleeping lets the same time pass on both clocks at once. */
export function hybridRuntime(): HybridRuntime {
  const real = systemRuntime(Date.now)
  let skipped = 0
  let wallStep = 0
  const runtime: HybridRuntime = {
    sleeps: [],
    chance: 0.5,
    sleeping: 'skipped',
    now: () => Date.now() + skipped + wallStep,
    monotonic: () => performance.now() + skipped,
    random: () => runtime.chance,
    advance: (ms) => void (skipped += ms),
    stepWallClock: (ms) => void (wallStep += ms),
    async sleep(ms, signal) {
      if (signal?.aborted === true || ms <= 0) return
      runtime.sleeps.push(ms)
      if (runtime.sleeping === 'endless') return untilAborted(signal)
      if (runtime.sleeping === 'real') return real.sleep(ms, signal)
      skipped += ms
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
  return runtime
}

function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      signal?.removeEventListener('abort', done)
      resolve()
    }
    signal?.addEventListener('abort', done)
  })
}
