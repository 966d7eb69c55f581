import { LRUCache } from 'lru-cache'
import type { KnownUser, ListEntry } from './cache.ts'

const maxKept = 50

/**
 * The members of whole subtrees, put together from the lists of their departments. Kept while the lists stay the same:
 * paging through a corp of 12,000 would otherwise put it together anew for every page.
 */
export class SubtreeUnions {
  readonly #kept = new LRUCache<string, { lists: readonly ListEntry[]; users: readonly KnownUser[] }>({
    max: maxKept,
  })

  union(name: string, lists: readonly ListEntry[]): readonly KnownUser[] {
    const kept = this.#kept.get(name)
    if (kept?.lists.length === lists.length && lists.every((list, index) => kept.lists[index] === list)) {
      return kept.users
    }
    const users = eachOnce(lists)
    this.#kept.set(name, { lists, users })
    return users
  }
}

/** The members of several lists, each once, where they are met first. */
export function eachOnce(lists: readonly ListEntry[]): readonly KnownUser[] {
  const users = new Map<string, KnownUser>()
  for (const list of lists) {
    for (const user of list.users) {
      const key = user.userId.toLowerCase()
      if (!users.has(key)) users.set(key, user)
    }
  }
  return Object.freeze([...users.values()])
}
