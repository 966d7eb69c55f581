import { WecomInvalidResponseError } from '../errors/errors.ts'
import type { ListLevel } from './types.ts'
import { isWireMember, storedMember, type WireMember } from '../wecom/member.ts'
import { memberKey } from './demand.ts'
import type { DirectoryClient, DirectorySettings } from './options.ts'
import type { SharedStore, Stamped } from './shared-store.ts'
import { isAbsence, UpstreamApi } from './upstream-api.ts'

/** What WeCom said at a moment; undefined when it said that there is nothing to see. */
export interface Read<T> {
  readonly at: number
  readonly value: T | undefined
}

/** user/get, user/list and user/simplelist, each behind the shared store. */
export class ContactReads {
  readonly get: UpstreamApi
  readonly lists: Readonly<Record<ListLevel, UpstreamApi>>
  readonly #client: DirectoryClient
  readonly #settings: DirectorySettings
  readonly #store: SharedStore | undefined

  constructor(client: DirectoryClient, settings: DirectorySettings, store: SharedStore | undefined) {
    const { maxConcurrency, now } = settings
    this.get = new UpstreamApi('/cgi-bin/user/get', maxConcurrency, now)
    this.lists = {
      full: new UpstreamApi('/cgi-bin/user/list', maxConcurrency, now),
      simple: new UpstreamApi('/cgi-bin/user/simplelist', maxConcurrency, now),
    }
    this.#client = client
    this.#settings = settings
    this.#store = store
  }

  async member(key: string, userId: string): Promise<Read<WireMember>> {
    const { ttl } = this.#settings
    const stored = await this.#stored(`u:${key}`, ttl.user)
    if (stored !== undefined && isWireMember(stored.value) && memberKey(stored.value.userid) === key) {
      return { at: stored.at, value: stored.value }
    }
    if (stored?.value === null && this.#isRecent(stored, ttl.missing))
      return { at: stored.at, value: undefined }
    const read = await this.#ask(async () => {
      const user = await this.get.call(() => this.#client.users.get(userId))
      return isWireMember(user) ? user : refuse(this.get.path)
    })
    const value = read.value === undefined ? null : storedMember(read.value)
    this.#store?.write(`u:${key}`, { at: read.at, value }, value === null ? ttl.missing : ttl.user)
    return read
  }

  async list(department: number, level: ListLevel): Promise<Read<readonly WireMember[]>> {
    const { ttl } = this.#settings
    const name = `d:${department}:${level}`
    const stored = await this.#stored(name, ttl.list)
    if (stored !== undefined && isList(stored.value)) return { at: stored.at, value: stored.value }
    const read = await this.#ask(async () => {
      const list = await this.lists[level].call(() => this.#wireList(department, level))
      return isList(list) ? list : refuse(this.lists[level].path)
    })
    if (read.value === undefined) return read
    this.#store?.write(name, { at: read.at, value: read.value.map(storedMember) }, ttl.list)
    return read
  }

  /** Whether the client can send `fetch_child`, and may. */
  get canFetchChild(): boolean {
    return this.#settings.fetchChild && this.#client.request !== undefined
  }

  /** The members of a whole subtree in one call, where `fetch_child` still exists. */
  subtree(root: number, level: ListLevel): Promise<Read<readonly WireMember[]>> {
    const request = this.#client.request
    if (request === undefined) return Promise.resolve({ at: this.#settings.now(), value: undefined })
    const route = level === 'full' ? 'GET /cgi-bin/user/list' : 'GET /cgi-bin/user/simplelist'
    const query = { department_id: root, fetch_child: 1 }
    return this.#ask(async () => {
      const { data } = await this.lists[level].call(() => request<{ userlist?: unknown }>(route, { query }))
      return isList(data.userlist) ? data.userlist : []
    })
  }

  /** `told` by another process, which has taken it out of the store already. */
  forgetMember(key: string, told: boolean): void {
    this.#store?.forget(`u:${key}`, told)
  }

  forgetList(department: number, told: boolean): void {
    this.#store?.forget(`d:${department}:full`, told)
    this.#store?.forget(`d:${department}:simple`, told)
  }

  #wireList(department: number, level: ListLevel): Promise<readonly WireMember[]> {
    const { users } = this.#client
    return level === 'full' ? users.list(department) : users.simpleList(department)
  }

  async #ask<T>(call: () => Promise<T>): Promise<Read<T>> {
    // The moment of asking, not of the answer: an answer may be as old as its question.
    const at = this.#settings.now()
    try {
      return { at, value: await call() }
    } catch (error) {
      if (isAbsence(error)) return { at, value: undefined }
      throw error
    }
  }

  async #stored(name: string, ttl: number): Promise<Stamped | undefined> {
    return this.#store?.read(name, ttl)
  }

  #isRecent(stored: Stamped, ttl: number): boolean {
    return this.#settings.now() - stored.at < ttl
  }
}

/** An answer with a member who has no userid: taken as it is, it would be somebody without an id for a whole `ttl`. */
function refuse(path: string): never {
  throw new WecomInvalidResponseError(`${path} answered a member without a userid.`, {
    reason: 'schema',
    method: 'GET',
    path,
    attempts: 1,
  })
}

function isList(value: unknown): value is WireMember[] {
  return Array.isArray(value) && value.every(isWireMember)
}
