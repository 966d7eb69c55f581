import { isRecord } from '../internal/is-record.ts'

export interface HeldFileLock {
  /** Whether it is still ours: a process that slept past `staleMs` may have lost it. */
  isHeld(): boolean
  /** Never throws: a lock that is gone is released. */
  release(): Promise<void>
}

export interface HoldFileLockOptions {
  /** Milliseconds without a sign of life after which a holder counts as dead; 2000 at least. */
  staleMs: number
  /** Tries after the first, 5 to 50 ms apart. */
  retries: number
}

/**
 * Takes `<path>.lock`; undefined when somebody else keeps it. The holder refreshes the lock's time while it lives, and
 * a holder that died is succeeded after `staleMs`.
 */
export async function holdFileLock(
  path: string,
  options: HoldFileLockOptions,
): Promise<HeldFileLock | undefined> {
  let held = true
  const settings = {
    realpath: false,
    stale: options.staleMs,
    retries: { retries: options.retries, factor: 1.3, minTimeout: 5, maxTimeout: 50, randomize: true },
    // Without this proper-lockfile throws from a timer, which ends the process.
    onCompromised: () => {
      held = false
    },
  }
  try {
    // Loaded on first use: it listens to every signal of the process, which nobody should get from an import of ours.
    const { lock } = await import('proper-lockfile')
    const unlock = await lock(path, settings)
    return { isHeld: () => held, release: () => unlock().catch(() => {}) }
  } catch (error) {
    if (isRecord(error) && error['code'] === 'ELOCKED') return undefined
    throw error
  }
}
