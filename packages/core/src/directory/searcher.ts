import { wrongOption } from '../options/config-option.ts'
import { describeKind } from '../options/option-error.ts'
import type { Memory } from './memory.ts'
import { isSearchable } from './search-index.ts'
import type { DirectorySettings } from './options.ts'
import type { TurnTaker } from './shared-store.ts'
import { Breath } from '../internal/breath.ts'
import type { TreeSource } from './tree-source.ts'
import type {
  Directory,
  DirectoryAnswer,
  DirectoryUser,
  DirectoryUserFull,
  DirectoryWant,
  DirectoryWarmProgress,
} from './types.ts'
import { backgroundShare } from './upstream.ts'

// More than this changed at once was an import: answering with what is known beats waiting for all of them.
const maxChanged = 200
// Lists one process reads before the next may, where they share a store.
const listsPerTurn = 200

/** Somebody who waits for the lists to be loaded. */
interface Waiter {
  /** undefined is somebody who will not leave. */
  readonly signal: AbortSignal | undefined
  readonly onProgress: ((progress: DirectoryWarmProgress) => void) | undefined
}

export interface SearcherParts {
  readonly memory: Memory
  readonly tree: TreeSource
  readonly turns: TurnTaker
  readonly settings: DirectorySettings
  readonly resolve: Directory['resolve']
  /** Answers without waiting for what else is asked within the tick. */
  readonly answerAlone: (want: DirectoryWant) => Promise<DirectoryAnswer>
}

/** Loads and keeps up the search index. */
export class Searcher {
  readonly #parts: SearcherParts
  #loadedAt = -Infinity
  #loading: Promise<void> | undefined
  readonly #waiting = new Set<Waiter>()

  constructor(parts: SearcherParts) {
    this.#parts = parts
  }

  /** Fetches every visible department's list, several at a time, as long as anybody waits for it. */
  load(waiter: Waiter = { signal: undefined, onProgress: undefined }): Promise<void> {
    this.#waiting.add(waiter)
    this.#loading ??= this.#loadAll().finally(() => {
      this.#loading = undefined
      this.#waiting.clear()
    })
    return this.#loading
  }

  async find(text: string, limit: number): Promise<readonly DirectoryUserFull[]> {
    const { memory, settings } = this.#parts
    if (this.#loadedAt === -Infinity) throw notLoaded()
    if (!isSearchable(text)) throw tooShort(text)
    if (settings.now() - this.#loadedAt >= settings.ttl.tree) this.load().catch(() => {})
    await this.#readChanged()
    return memory.search.find(text, Math.max(0, limit))
  }

  async #loadAll(): Promise<void> {
    const { memory, settings, tree, turns } = this.#parts
    const at = settings.now()
    memory.search.enabled = true
    const departments = (await tree.load(true)).ids()
    const progress = { lists: 0, of: departments.length }
    for (let next = 0; next < departments.length; next += turns.shared ? listsPerTurn : departments.length) {
      const part = turns.shared ? departments.slice(next, next + listsPerTurn) : departments
      await turns.inTurn(`warm:${next}`, () => this.#loadLists([...part], progress))
    }
    memory.keepInSearch(new Set(departments))
    await this.#sweep()
    this.#loadedAt = at
  }

  async #loadLists(departments: number[], progress: { lists: number; of: number }): Promise<void> {
    const atOnce = Math.ceil(this.#parts.settings.maxConcurrency * backgroundShare)
    const walk = async (): Promise<void> => {
      for (let id = departments.shift(); id !== undefined; id = departments.shift()) {
        await this.#parts.turns.whileStoreHiccups()
        this.#stopWhenAllLeft()
        await this.#loadList(id)
        progress.lists += 1
        this.#tell(progress)
      }
    }
    try {
      await Promise.all(Array.from({ length: atOnce }, walk))
    } finally {
      // One that failed ends the others.
      departments.length = 0
    }
  }

  async #loadList(departmentId: number): Promise<void> {
    const answer = await this.#parts.answerAlone({ kind: 'list', departmentId, level: 'full' })
    if (answer instanceof Error) throw answer
    // What was in memory before the index was kept up has not passed by it.
    if (isList(answer)) this.#parts.memory.searchList(departmentId, answer.filter(isFull))
  }

  #stopWhenAllLeft(): void {
    const signals = [...this.#waiting].map(({ signal }) => signal)
    if (signals.every((signal) => signal?.aborted)) signals[0]?.throwIfAborted()
  }

  #tell(progress: DirectoryWarmProgress): void {
    for (const { onProgress, signal } of this.#waiting) {
      if (signal?.aborted === true) continue
      try {
        onProgress?.({ ...progress })
      } catch {
        // A listener's bug must not become a directory's.
      }
    }
  }

  async #sweep(): Promise<void> {
    const breath = new Breath()
    for (const _piece of this.#parts.memory.search.sweep()) if (breath.due) await breath.take()
  }

  async #readChanged(): Promise<void> {
    const { changed } = this.#parts.memory.search
    if (changed.size === 0) return
    const wants = [...changed].map((userId): DirectoryWant => ({ kind: 'user', userId, level: 'full' }))
    const reading = this.#parts.resolve(wants)
    if (changed.size <= maxChanged) await reading
  }
}

function notLoaded(): Error {
  return wrongOption({
    owner: 'directory.search',
    option: 'the directory',
    wanted: 'loaded for search',
    came: 'one that is not',
    how: 'Call directory.warm({ search: true }) first',
  })
}

function tooShort(text: unknown): Error {
  return wrongOption({
    owner: 'directory.search',
    option: 'text',
    wanted: 'two characters at least, or one Chinese, Japanese or Korean one',
    came: describeKind(text),
    how: 'Ask again when more was typed',
  })
}

function isFull(user: DirectoryUser): user is DirectoryUserFull {
  return user.level === 'full'
}

function isList(answer: DirectoryAnswer): answer is readonly DirectoryUser[] {
  return Array.isArray(answer)
}
