import { setTimeout as pause } from 'node:timers/promises'
import type { Directory, TokenLock } from '@wecom-kit/core'
import type { Logger } from 'pino'

/** How far the reading of the whole directory is; searches and head counts need it. */
export interface WarmUpState {
  readonly phase: 'idle' | 'reading' | 'ready' | 'failed'
  /** Departments read so far, and all of them; 0 before the tree is known. */
  readonly done: number
  readonly total: number
}

/** What {@link WarmUp} needs. */
export interface WarmUpOptions {
  readonly directory: Directory
  /** Lets one process at a time read; the others then find everything in the shared store. */
  readonly lock: TokenLock | undefined
  readonly logger: Logger
}

/** Milliseconds before a failed reading is tried again by the next visitor. */
const pauseAfterFailure = 30_000
/** Milliseconds that a process's turn lasts at most. */
const turn = 120_000

/**
 * Reads the whole directory once, behind the visitors: the first of them starts it, nobody waits for it. Several
 * processes take turns, so that one of them asks WeCom and the others the shared store.
 */
export class WarmUp {
  readonly #options: WarmUpOptions
  readonly #watchers = new Set<(state: WarmUpState) => void>()
  #state: WarmUpState = { phase: 'idle', done: 0, total: 0 }
  #retryAt = 0

  constructor(options: WarmUpOptions) {
    this.#options = options
  }

  /** How far it is. */
  get state(): WarmUpState {
    return this.#state
  }

  /** Calls the watcher at every step from now on; the answer ends that. */
  watch(watcher: (state: WarmUpState) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Starts the reading unless it runs, is done, or has failed a moment ago. */
  start(): void {
    const { phase } = this.#state
    if (phase === 'idle' || (phase === 'failed' && performance.now() >= this.#retryAt)) void this.#run()
  }

  async #run(): Promise<void> {
    const { logger } = this.#options
    this.#tell({ phase: 'reading', done: 0, total: 0 })
    try {
      const startedAt = performance.now()
      await this.#inTurn(() => this.#read())
      const durationMs = Math.round(performance.now() - startedAt)
      logger.info({ departments: this.#state.total, durationMs }, 'the directory is read')
      this.#tell({ ...this.#state, phase: 'ready' })
    } catch (error) {
      logger.warn({ err: error }, 'the directory could not be read; the next visitor tries again')
      this.#retryAt = performance.now() + pauseAfterFailure
      this.#tell({ ...this.#state, phase: 'failed' })
    }
  }

  async #inTurn(read: () => Promise<void>): Promise<void> {
    const release = await this.#takeTurn()
    try {
      await read()
    } finally {
      await release?.()
    }
  }

  /** Waits while another process reads. A lock that fails, or is held for too long, keeps nobody from reading. */
  async #takeTurn(): Promise<(() => Promise<void>) | undefined> {
    const { lock } = this.#options
    if (lock === undefined) return undefined
    const end = performance.now() + turn
    while (performance.now() < end) {
      const release = await lock
        .acquire('warm-up', { ttlMs: turn, signal: AbortSignal.timeout(turn) })
        .catch(() => noRelease)
      if (release !== undefined) return release
      await pause(250)
    }
    return undefined
  }

  async #read(): Promise<void> {
    const { directory } = this.#options
    const departments = await directory.departments(undefined, { recursive: true })
    const total = departments.length
    const before = listsRead(directory)
    const timer = setInterval(() => {
      const done = Math.min(listsRead(directory) - before, total)
      this.#tell({ phase: 'reading', done, total })
    }, 200)
    try {
      await directory.warm({ search: true })
    } finally {
      clearInterval(timer)
    }
    this.#tell({ phase: 'reading', done: total, total })
  }

  #tell(state: WarmUpState): void {
    this.#state = state
    for (const watcher of this.#watchers) watcher(state)
  }
}

async function noRelease(): Promise<void> {}

function listsRead(directory: Directory): number {
  return directory.stats().calls['/cgi-bin/user/list'] ?? 0
}
