import type { CallbackEvent } from '../callback/callback-event.ts'
import { departmentKey } from './cache.ts'
import type { Engine } from './engine.ts'
import type { DirectoryChange } from './types.ts'
import { userKey } from './user-key.ts'

const maxGates = 10_000

/**
 * Forgets what a change touched. A change is a hint to read again and nothing more: events are late, repeated, out of
 * order and, since 2022, almost empty.
 *
 * A bulk import sends thousands of events: the first about a department (or the tree) counts at once, the following
 * ones together when `debounce` has passed, so that lists are not fetched anew for every one of them. Members are
 * always forgotten at once.
 */
export class Changes {
  readonly #engine: Engine
  readonly #appliedAt = new Map<string, number>()
  readonly #pending = new Map<string, () => void>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  apply(change: DirectoryChange | CallbackEvent): void {
    if (!('type' in change)) this.#forget(change, (_key, forget) => forget())
    else if ('userId' in change || 'departmentId' in change) {
      this.#forget(change, (key, forget) => this.#gated(key, forget))
    }
  }

  /** Applies what has waited long enough; called before anything is read. */
  settle(): void {
    if (this.#pending.size === 0) return
    for (const [key, forget] of this.#pending) {
      if (this.#isClosed(key)) continue
      this.#pending.delete(key)
      this.#open(key, forget)
    }
  }

  #forget(change: DirectoryChange, when: (key: string, forget: () => void) => void): void {
    const forgetList = (id: number): void => when(departmentKey(id), () => this.#forgetList(id))
    if ('departmentId' in change) {
      when('tree', () => this.#engine.tree.forget())
      forgetList(change.departmentId)
      return
    }
    const { index } = this.#engine
    for (const userId of [change.userId, change.newUserId]) {
      const key = userId === undefined ? undefined : userKey(userId)
      if (key === undefined) continue
      for (const home of new Set([...index.homes(key), ...(change.departmentIds ?? [])])) forgetList(home)
      this.#forgetUser(key)
      const isName = userId === (change.newUserId ?? change.userId)
      if (isName && change.departmentIds?.length) index.learn(key, change.departmentIds)
    }
  }

  #gated(key: string, forget: () => void): void {
    if (this.#isClosed(key)) this.#pending.set(key, forget)
    else this.#open(key, forget)
  }

  #isClosed(key: string): boolean {
    const { now, debounce } = this.#engine.settings
    return now() - (this.#appliedAt.get(key) ?? -Infinity) < debounce
  }

  #open(key: string, forget: () => void): void {
    if (this.#appliedAt.size >= maxGates) this.#appliedAt.clear()
    this.#appliedAt.set(key, this.#engine.settings.now())
    forget()
  }

  #forgetUser(key: string): void {
    const { cache, index, search, upstream } = this.#engine
    upstream.forgetMember(key)
    cache.users.delete(key)
    cache.missing.delete(key)
    index.forget(key)
    search.touch(key)
  }

  #forgetList(department: number): void {
    const { cache, upstream } = this.#engine
    upstream.forgetList(department)
    cache.lists.delete(department)
    cache.missing.delete(departmentKey(department))
  }
}
