import { readMember, readSimpleMember, type WireMember } from '../wecom/member.ts'
import { ContactReads } from './contact-reads.ts'
import { ContactsIndex } from './membership.ts'
import { covers, memberKey } from './demand.ts'
import type { ListEntry } from './holdings.ts'
import type { Memory } from './memory.ts'
import type { DirectoryClient, DirectoryContactsClient, DirectorySettings } from './options.ts'
import type { SharedStore } from './shared-store.ts'
import { Breath } from '../internal/breath.ts'
import { TreeSource } from './tree-source.ts'
import type { DirectoryUserFull, DirectoryUserSimple, KnownUser, ListLevel } from './types.ts'
import { asError, isTooLarge } from './upstream-api.ts'

/** What a call came to; a call never rejects, so that a background one cannot end the process. */
export type Result<T> = { kind: 'found'; value: T } | { kind: 'absent' } | { kind: 'failed'; error: Error }

/** Whom an upstream asks. */
export interface UpstreamClients {
  readonly client: DirectoryClient
  readonly contactsClient: DirectoryContactsClient | undefined
  readonly store: SharedStore | undefined
}

interface ListFlight {
  readonly level: ListLevel
  readonly result: Promise<Result<ListEntry>>
}

/** What work that nobody waits for may take of the calls at once: requests need the others. */
export const backgroundShare: number = 0.75

// Answers to `fetch_child` that look as if it was ignored, until it is given up.
const maxDoubts = 3

/** Makes the calls: joins what is under way, keeps to WeCom's limits, and has every answer remembered. */
export class Upstream {
  readonly tree: TreeSource
  readonly contacts: ContactsIndex | undefined
  readonly #reads: ContactReads
  readonly #store: SharedStore | undefined
  readonly #memory: Memory
  readonly #settings: DirectorySettings
  readonly #members = new Map<string, Promise<Result<KnownUser>>>()
  readonly #departments = new Map<number, ListFlight>()
  #fetchChildDoubts = 0

  constructor(clients: UpstreamClients, memory: Memory, settings: DirectorySettings) {
    const { client, contactsClient, store } = clients
    this.tree = new TreeSource(client, settings, store)
    this.contacts = contactsClient && new ContactsIndex(contactsClient, memory.membership, settings, store)
    this.#reads = new ContactReads(client, settings, store)
    this.#store = store
    this.#memory = memory
    this.#settings = settings
  }

  /** Calls made, by path. */
  get calls(): Record<string, number> {
    const { get, lists } = this.#reads
    const apis = [get, lists.full, lists.simple, this.tree.shape, this.tree.details]
    if (this.contacts !== undefined) apis.push(this.contacts.api)
    return Object.fromEntries(apis.map(({ path, calls }) => [path, calls]))
  }

  /** Whether user/get may be called now. */
  get canGet(): boolean {
    return !this.#reads.get.blocked
  }

  /** Whether a subtree may be asked for in one call. */
  get canFetchChild(): boolean {
    return this.#reads.canFetchChild && this.#fetchChildDoubts < maxDoubts
  }

  /** The level of a department's list that is on its way. */
  underway(department: number): ListLevel | undefined {
    return this.#departments.get(department)?.level
  }

  /** One member by user/get. */
  member(key: string, userId: string): Promise<Result<KnownUser>> {
    const underway = this.#members.get(key)
    if (underway !== undefined) return underway
    const result = this.#settle(async (begun) => {
      const read = await this.#reads.member(key, userId)
      const user = read.value && fullUser(read.value)
      this.#memory.rememberMember(key, user, read.at, begun)
      return user
    }).finally(() => {
      if (this.#members.get(key) === result) this.#members.delete(key)
    })
    this.#members.set(key, result)
    return result
  }

  /** The members of a department by user/list or user/simplelist. */
  list(department: number, level: ListLevel, guessed: boolean = false): Promise<Result<ListEntry>> {
    return this.#fly(department, level, (begun) => this.#list(department, level, begun, guessed))
  }

  /** The same for a department too large for user/list (45029): its userids, then each member. */
  largeList(department: number): Promise<Result<ListEntry>> {
    return this.#fly(department, 'full', async (begun) => {
      const simple = await this.#list(department, 'simple', begun, false)
      return simple && this.#detailed(simple, begun)
    })
  }

  /**
   * The members of a subtree in one call, by department. WeCom may ignore `fetch_child` without a word, and the root's
   * members alone would then pass for the subtree's: an answer counts only with somebody in it who is not in the root
   * itself, and is absent otherwise.
   */
  async subtree(
    root: number,
    departments: readonly number[],
    level: ListLevel,
  ): Promise<Result<ListEntry[]>> {
    const result = await this.#settle((begun) => this.#subtree(root, departments, level, begun))
    if (result.kind === 'found') this.#fetchChildDoubts = -Infinity
    else if (result.kind === 'absent') this.#fetchChildDoubts += 1
    return result
  }

  /** The member changed: whoever asks from now on must not be given an answer that is on its way. */
  forgetMember(key: string, told: boolean): void {
    this.#members.delete(key)
    this.#reads.forgetMember(key, told)
  }

  /** The same for a department's list. */
  forgetList(department: number, told: boolean): void {
    this.#departments.delete(department)
    this.#reads.forgetList(department, told)
  }

  /** Everything changed. */
  forgetAll(): void {
    this.#members.clear()
    this.#departments.clear()
    this.#store?.forgetAll()
    this.tree.forgetAll()
  }

  #fly(
    department: number,
    level: ListLevel,
    fetch: (begun: number) => Promise<ListEntry | undefined>,
  ): Promise<Result<ListEntry>> {
    const underway = this.#departments.get(department)
    if (underway !== undefined && covers(underway.level, level)) return underway.result
    const result = this.#settle(fetch).finally(() => {
      if (this.#departments.get(department)?.result === result) this.#departments.delete(department)
    })
    this.#departments.set(department, { level, result })
    return result
  }

  async #settle<T>(fetch: (begun: number) => Promise<T | undefined>): Promise<Result<T>> {
    const begun = this.#memory.revisions.begin()
    try {
      const value = await fetch(begun)
      return value === undefined ? { kind: 'absent' } : { kind: 'found', value }
    } catch (error) {
      return { kind: 'failed', error: asError(error) }
    } finally {
      this.#memory.revisions.end()
    }
  }

  async #list(
    departmentId: number,
    level: ListLevel,
    begun: number,
    guessed: boolean,
  ): Promise<ListEntry | undefined> {
    const { at, value } = await this.#reads.list(departmentId, level).catch((error: unknown) => {
      if (isTooLarge(error)) this.#memory.membership.learnSize(departmentId, Infinity)
      throw error
    })
    if (value === undefined) {
      this.#memory.rememberNoList(departmentId, at, begun)
      return undefined
    }
    const users = await readAll(value, level)
    return this.#memory.rememberList({ departmentId, level, users, at }, begun, guessed)
  }

  async #detailed(simple: ListEntry, begun: number): Promise<ListEntry> {
    const results = await Promise.all(simple.users.map((user) => this.#known(user.userId)))
    const users: KnownUser[] = []
    for (const result of results) {
      if (result.kind === 'failed') throw result.error
      if (result.kind === 'found') users.push(result.value)
    }
    const { departmentId, at } = simple
    return this.#memory.rememberList({ departmentId, level: 'full', users, at }, begun, false)
  }

  async #known(userId: string): Promise<Result<KnownUser>> {
    const key = memberKey(userId) ?? userId
    const held = this.#memory.member(key)
    const isFresh = held !== undefined && this.#memory.ageOfMember(held, this.#settings.now()) === 'fresh'
    return isFresh && held.user?.level === 'full'
      ? { kind: 'found', value: held.user }
      : this.member(key, userId)
  }

  /** Member by member, not department by department: 100,000 members of 3,000 departments are one pass. */
  async #subtree(
    root: number,
    departments: readonly number[],
    level: ListLevel,
    begun: number,
  ): Promise<ListEntry[] | undefined> {
    const { at, value } = await this.#reads.subtree(root, level)
    const listed = new Map<number, KnownUser[]>(departments.map((id) => [id, []]))
    const breath = new Breath()
    let onlyRoot = true
    for (const user of await readAll(value ?? [], level)) {
      if (!user.departmentIds.includes(root)) onlyRoot = false
      for (const id of user.departmentIds) listed.get(id)?.push(user)
      if (breath.due) await breath.take()
    }
    if (onlyRoot) return undefined
    const entries: ListEntry[] = []
    for (const [departmentId, users] of listed) {
      entries.push(this.#memory.rememberList({ departmentId, level, users, at }, begun, false))
      if (breath.due) await breath.take()
    }
    return entries
  }
}

async function readAll(wires: readonly WireMember[], level: ListLevel): Promise<KnownUser[]> {
  const read = level === 'full' ? fullUser : simpleUser
  const breath = new Breath()
  const users: KnownUser[] = []
  for (const wire of wires) {
    users.push(read(wire))
    if (breath.due) await breath.take()
  }
  return users
}

/** A member of user/get or user/list in the directory's words. Frozen: the cache hands the same object to everyone. */
function fullUser(wire: object): DirectoryUserFull {
  return Object.freeze({ level: 'full', ...readMember(wire) })
}

/** A member of user/simplelist in the directory's words, frozen. */
function simpleUser(wire: object): DirectoryUserSimple {
  return Object.freeze({ level: 'simple', ...readSimpleMember(wire) })
}
