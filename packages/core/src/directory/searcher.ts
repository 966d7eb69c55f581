import { WecomConfigError } from '../errors/config-error.ts'
import type { Engine } from './engine.ts'
import { isSearchable } from './search-index.ts'
import type { Directory, DirectoryAnswer, DirectoryUser, DirectoryUserFull, DirectoryWant } from './types.ts'
import { userKey } from './user-key.ts'

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
  /** The signals of those who wait for the loading; undefined is somebody who will not leave. */
  readonly #waiting = new Set<AbortSignal | undefined>()

  constructor(engine: Engine, resolve: Directory['resolve']) {
    this.#engine = engine
    this.#resolve = resolve
  }

  /** Fetches every visible department's list, a few at a time, as long as anybody waits for it. */
  load(signal?: AbortSignal): Promise<void> {
    this.#waiting.add(signal)
    this.#loading ??= this.#loadAll().finally(() => {
      this.#loading = undefined
      this.#waiting.clear()
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

  async #loadAll(): Promise<void> {
    const { search, settings, tree } = this.#engine
    const at = settings.now()
    search.enabled = true
    const departments = (await tree.load(true)).ids()
    for (let next = 0; next < departments.length; next += listsAtOnce) {
      this.#stopWhenAllLeft()
      const wants = departments.slice(next, next + listsAtOnce).map(listOf)
      for (const [index, answer] of (await this.#resolve(wants)).entries()) {
        if (answer instanceof Error) throw answer
        const departmentId = departments[next + index]
        if (isList(answer) && departmentId !== undefined) this.#index(departmentId, answer, at)
      }
    }
    search.keepOnly(new Set(departments))
    this.#loadedAt = at
  }

  #stopWhenAllLeft(): void {
    const signals = [...this.#waiting]
    if (signals.every((signal) => signal?.aborted)) signals[0]?.throwIfAborted()
  }

  /** What was in the cache before the index was kept up has not passed by it. */
  #index(departmentId: number, members: readonly DirectoryUser[], at: number): void {
    const { search } = this.#engine
    const users = members.filter((user) => user.level === 'full')
    for (const user of users) search.user(userKey(user.userId) ?? '', user)
    search.list({ departmentId, level: 'full', users, at })
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

function isList(answer: DirectoryAnswer): answer is readonly DirectoryUser[] {
  return Array.isArray(answer)
}
