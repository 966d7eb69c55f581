import DataLoader from 'dataloader'
import {
  createDirectory,
  isWecomError,
  type Directory,
  type DirectoryClient,
  type DirectoryContactsClient,
  type DirectoryUser,
  type SimpleDepartment,
  type User,
} from '@wecom-kit/core'
import type { Request } from './requests.ts'

/** What a viewer is shown of a member. */
export interface Shown {
  id: string
  name: string
  position: string | undefined
  departments: readonly number[]
}

export type Answer = (Shown | undefined)[][]

/** A way to answer requests. */
export interface Strategy {
  readonly name: string
  prepare?(): Promise<void>
  answer(request: Request): Promise<Answer>
  /** A change_contact event about a member. */
  changed?(userId: string, departmentIds: readonly number[]): void
  readonly directory?: Directory
}

interface Reads {
  user: (id: string) => Promise<User | undefined>
  list: (id: number) => Promise<User[]>
  tree: () => Promise<SimpleDepartment[]>
}

const ttl = 300_000

/** A call for every member and every list. */
export function naive(client: DirectoryClient): Strategy {
  return { name: 'naive', answer: (request) => answerWith(readsOf(client), request) }
}

/** A DataLoader per request: saves duplicates within the request. */
export function dataLoader(client: DirectoryClient): Strategy {
  const loaders = (): Reads => {
    const reads = readsOf(client)
    const users = new DataLoader((ids: readonly string[]) => settled(ids, reads.user))
    const lists = new DataLoader((ids: readonly number[]) => settled(ids, reads.list))
    return { user: (id) => users.load(id), list: (id) => lists.load(id), tree: reads.tree }
  }
  return { name: 'DataLoader', answer: (request) => answerWith(loaders(), request) }
}

/** A DataLoader per request over a cache of five minutes for the process, lists filling it too. */
export function dataLoaderWithTtl(client: DirectoryClient, now: () => number): Strategy {
  const reads = readsOf(client)
  const users = new TtlCache<string, User | undefined>(now, reads.user, (user) =>
    user === undefined ? 30_000 : ttl,
  )
  const lists = new TtlCache<number, User[]>(now, reads.list, () => ttl)
  const trees = new TtlCache<string, SimpleDepartment[]>(now, reads.tree, () => 3_600_000)
  const cached: Reads = {
    user: (id) => users.get(id),
    async list(id) {
      const members = await lists.get(id)
      for (const user of members) users.prime(user.userid, user)
      return members
    },
    tree: () => trees.get('tree'),
  }
  return {
    name: 'DataLoader + TTL',
    answer(request) {
      const user = new DataLoader((ids: readonly string[]) => settled(ids, cached.user))
      const list = new DataLoader((ids: readonly number[]) => settled(ids, cached.list))
      return answerWith(
        { user: (id) => user.load(id), list: (id) => list.load(id), tree: cached.tree },
        request,
      )
    },
    changed(userId, departmentIds) {
      users.delete(userId)
      for (const id of departmentIds) lists.delete(id)
    },
  }
}

/** Ours. */
export function ours(
  client: DirectoryClient,
  now: () => number,
  contactsClient?: DirectoryContactsClient,
  warm: boolean = contactsClient !== undefined,
): Strategy {
  const directory = createDirectory(client, { now, ...(contactsClient && { contactsClient }) })
  return {
    name: contactsClient === undefined ? 'directory' : 'directory + index',
    directory,
    ...(warm && { prepare: () => directory.warm() }),
    answer: (request) => answerWithDirectory(directory, request),
    changed: (userId, departmentIds) => directory.invalidate({ userId, departmentIds }),
  }
}

async function answerWithDirectory(directory: Directory, request: Request): Promise<Answer> {
  if (request.kind === 'users') return [(await directory.users(request.ids)).map(shownOf)]
  if (request.kind === 'list') {
    const { departmentId, recursive } = request
    return [((await directory.departmentUsers(departmentId, { recursive })) ?? []).map(shownOf)]
  }
  const [users, ...lists] = await Promise.all([
    directory.users(request.ids),
    ...request.departmentIds.map((id) => directory.departmentUsers(id)),
  ])
  return [users.map(shownOf), ...lists.map((list) => (list ?? []).map(shownOf))]
}

function shownOf(user: DirectoryUser | undefined): Shown | undefined {
  if (user?.level !== 'full') return undefined
  return { id: user.userId, name: user.name, position: user.position, departments: user.departmentIds }
}

async function answerWith(reads: Reads, request: Request): Promise<Answer> {
  const users = async (ids: readonly string[]) => (await Promise.all(ids.map(reads.user))).map(shown)
  const list = async (id: number) => (await reads.list(id)).map(shown)
  if (request.kind === 'users') return [await users(request.ids)]
  if (request.kind === 'page') {
    return Promise.all([users(request.ids), ...request.departmentIds.map(list)])
  }
  if (!request.recursive) return [await list(request.departmentId)]
  const lists = await Promise.all(subtree(await reads.tree(), request.departmentId).map(reads.list))
  return [[...new Map(lists.flat().map((user) => [user.userid, shown(user)])).values()]]
}

function shown(user: User | undefined): Shown | undefined {
  return (
    user && {
      id: user.userid,
      name: user.name,
      position: user.position || undefined,
      departments: user.department ?? [],
    }
  )
}

function readsOf(client: DirectoryClient): Reads {
  return {
    async user(id) {
      try {
        return await client.users.get(id)
      } catch (error) {
        if (isWecomError(error) && 'errcode' in error && error.errcode === 60111) return undefined
        throw error
      }
    },
    list: (id) => client.users.list(id),
    tree: () => client.departments.simpleList(),
  }
}

function subtree(tree: readonly SimpleDepartment[], root: number): number[] {
  const children = tree.filter(({ parentid }) => parentid === root).toSorted((a, b) => b.order - a.order)
  return [root, ...children.flatMap(({ id }) => subtree(tree, id))]
}

async function settled<K, V>(keys: readonly K[], load: (key: K) => Promise<V>): Promise<(V | Error)[]> {
  const results = await Promise.allSettled(keys.map(load))
  return results.map((result) =>
    result.status === 'fulfilled' ? result.value : new Error('failed', { cause: result.reason }),
  )
}

/** A cache that also joins what is under way. */
class TtlCache<K, V> {
  readonly #now: () => number
  readonly #load: (key: K) => Promise<V>
  readonly #ttlOf: (value: V) => number
  readonly #entries = new Map<K, { until: number; value: Promise<V> }>()

  constructor(now: () => number, load: (key: K) => Promise<V>, ttlOf: (value: V) => number) {
    this.#now = now
    this.#load = load
    this.#ttlOf = ttlOf
  }

  get(key: K): Promise<V> {
    const entry = this.#entries.get(key)
    if (entry !== undefined && this.#now() < entry.until) return entry.value
    const value = this.#load(key)
    const started = { until: Infinity, value }
    this.#entries.set(key, started)
    const at = this.#now()
    value.then(
      (loaded) => (started.until = at + this.#ttlOf(loaded)),
      () => this.#entries.delete(key),
    )
    return value
  }

  prime(key: K, value: V): void {
    if (!this.#entries.has(key))
      this.#entries.set(key, { until: this.#now() + ttl, value: Promise.resolve(value) })
  }

  delete(key: K): void {
    this.#entries.delete(key)
  }
}
