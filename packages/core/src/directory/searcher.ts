import { WecomConfigError } from '../errors/config-error.ts'
import type { Engine } from './engine.ts'
import { isSearchable } from './search-index.ts'
import type { Directory, DirectoryUserFull, DirectoryWant } from './types.ts'

// Search is no reason to spend the quota that requests need: few lists at a time.
const listsAtOnce = 10
// More than this changed at once was an import: answering with what is known beats waiting for all of them.
const maxChanged = 200

/** Loads and keeps up the search index. */
export class Searcher {
  readonly #engine: Engine
  readonly #resolve: Directory['resolve']
  #loadedAt = -Infinity
  #loading: Promise<void> | undefined

  constructor(engine: Engine, resolve: Directory['resolve']) {
    this.#engine = engine
    this.#resolve = resolve
  }

  /** Fetches every visible department's list, a few at a time. */
  load(signal?: AbortSignal): Promise<void> {
    this.#loading ??= this.#loadAll(signal).finally(() => {
      this.#loading = undefined
    })
    return this.#loading
  }

  async find(text: string, limit: number): Promise<readonly DirectoryUserFull[]> {
    const { search, settings } = this.#engine
    if (this.#loadedAt === -Infinity) {
      throw new WecomConfigError(
        'search needs the whole directory: call directory.warm({ search: true }) first',
      )
    }
    if (!isSearchable(text)) {
      throw new WecomConfigError(
        'text must have at least two characters, or one Chinese, Japanese or Korean one',
      )
    }
    if (settings.now() - this.#loadedAt >= settings.ttl.tree) this.load().catch(() => {})
    await this.#readChanged()
    return search.find(text, limit)
  }

  async #loadAll(signal: AbortSignal | undefined): Promise<void> {
    const { search, settings, tree } = this.#engine
    const at = settings.now()
    search.enabled = true
    const departments = (await tree.load(true)).ids()
    for (let next = 0; next < departments.length; next += listsAtOnce) {
      signal?.throwIfAborted()
      const wants = departments.slice(next, next + listsAtOnce).map(listOf)
      const failed = (await this.#resolve(wants)).find((answer) => answer instanceof Error)
      if (failed instanceof Error) throw failed
    }
    search.keepOnly(new Set(departments))
    this.#loadedAt = at
  }

  async #readChanged(): Promise<void> {
    const { changed } = this.#engine.search
    if (changed.size === 0) return
    const wants = [...changed].map((userId): DirectoryWant => ({ kind: 'user', userId, level: 'full' }))
    const reading = this.#resolve(wants)
    if (changed.size <= maxChanged) await reading
  }
}

function listOf(departmentId: number): DirectoryWant {
  return { kind: 'list', departmentId, level: 'full' }
}
