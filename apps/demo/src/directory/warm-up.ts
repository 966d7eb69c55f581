import type { Directory } from '@wecom-kit/core'
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
  readonly logger: Logger
}

/** Milliseconds before a failed reading is tried again by the next visitor. */
const pauseAfterFailure = 30_000

/**
 * Reads the whole directory once, behind the visitors: the first of them starts it, nobody waits for it. Of several
 * processes one asks WeCom; the others find its answers in the store.
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
    const { directory, logger } = this.#options
    this.#tell({ phase: 'reading', done: 0, total: 0 })
    try {
      const startedAt = performance.now()
      await directory.warm({
        search: true,
        onProgress: ({ lists, of }) => this.#tell({ phase: 'reading', done: lists, total: of }),
      })
      const durationMs = Math.round(performance.now() - startedAt)
      logger.info({ departments: this.#state.total, durationMs }, 'the directory is read')
      this.#tell({ ...this.#state, phase: 'ready' })
    } catch (error) {
      logger.warn({ err: error }, 'the directory could not be read; the next visitor tries again')
      this.#retryAt = performance.now() + pauseAfterFailure
      this.#tell({ ...this.#state, phase: 'failed' })
    }
  }

  #tell(state: WarmUpState): void {
    this.#state = state
    for (const watcher of this.#watchers) watcher(state)
  }
}
