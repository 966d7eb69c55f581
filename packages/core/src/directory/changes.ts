import type { CallbackEvent } from '../callbacks/callback-event.ts'
import { isRecord } from '../internal/is-record.ts'
import { memberKey } from './demand.ts'
import { departmentKey, type Memory } from './memory.ts'
import type { ChangeFeed, DirectorySettings } from './options.ts'
import type { DirectoryChange, DirectoryForget } from './types.ts'
import type { Upstream } from './upstream.ts'

const maxGates = 10_000

/** How a change came: by hand or as one of many events, from here or from another process. */
interface Origin {
  /** May wait for others like it. */
  readonly event: boolean
  /** Another process told us, and has taken it out of the shared store. */
  readonly told: boolean
}

/**
 * Forgets what a change touched, here and, over the line, in other processes. A change is a hint to read again and
 * nothing more: events are late, repeated, out of order and, since 2022, almost empty.
 *
 * A bulk import sends thousands of events: the first about a department (or the tree) counts at once, the following
 * ones together when `debounce` has passed, so that lists are not fetched anew for every one of them. Members are
 * always forgotten at once.
 */
export class Changes {
  readonly #memory: Memory
  readonly #upstream: Upstream
  readonly #settings: DirectorySettings
  readonly #line: ChangeLine | undefined
  readonly #appliedAt = new Map<string, number>()
  readonly #pending = new Map<string, () => void>()

  constructor(memory: Memory, upstream: Upstream, settings: DirectorySettings, line: ChangeLine | undefined) {
    this.#memory = memory
    this.#upstream = upstream
    this.#settings = settings
    this.#line = line
    line?.listen((change, event) => this.#forget(change, { event, told: true }))
  }

  apply(change: DirectoryChange | CallbackEvent): void {
    const event = 'type' in change
    if (event && !('userId' in change) && !('departmentId' in change)) return
    const forgotten = this.#forget(change, { event, told: false })
    this.#line?.tell(forgotten, event)
  }

  /** What is held is no answer any more: all of it, or what concerns one member, or a department with its members. */
  forget(what: DirectoryForget | undefined): void {
    if (what === undefined) {
      this.#pending.clear()
      this.#memory.forgetAll()
      this.#upstream.forgetAll()
      return
    }
    if ('departmentId' in what)
      for (const userId of this.#memory.holdings.membersOf(what.departmentId)) this.apply({ userId })
    this.apply(what)
  }

  /** Applies what has waited long enough; called before anything is read. */
  settle(): void {
    this.#line?.keepUp()
    if (this.#pending.size === 0) return
    for (const [key, forget] of this.#pending) {
      if (this.#isClosed(key)) continue
      this.#pending.delete(key)
      this.#open(key, forget)
    }
  }

  /** @returns the change with all departments it touched */
  #forget(change: DirectoryChange, origin: Origin): DirectoryChange {
    if ('departmentId' in change) {
      this.#when('tree', origin, () => this.#upstream.tree.forget(origin.told))
      this.#forgetList(change.departmentId, origin)
      return { departmentId: change.departmentId }
    }
    const { membership } = this.#memory
    const touched = new Set(change.departmentIds ?? [])
    for (const userId of [change.userId, change.newUserId]) {
      const key = userId === undefined ? undefined : memberKey(userId)
      if (key === undefined) continue
      for (const home of membership.homes(key)) touched.add(home)
      this.#forgetUser(key, origin)
      const isName = userId === (change.newUserId ?? change.userId)
      if (isName && change.departmentIds?.length) membership.learn(key, change.departmentIds)
    }
    for (const department of touched) this.#forgetList(department, origin)
    return { ...namesOf(change), departmentIds: [...touched] }
  }

  #when(key: string, { event }: Origin, forget: () => void): void {
    if (!event) forget()
    else if (this.#isClosed(key)) this.#pending.set(key, forget)
    else this.#open(key, forget)
  }

  #isClosed(key: string): boolean {
    const { now, debounce } = this.#settings
    return now() - (this.#appliedAt.get(key) ?? -Infinity) < debounce
  }

  #open(key: string, forget: () => void): void {
    if (this.#appliedAt.size >= maxGates) this.#appliedAt.clear()
    this.#appliedAt.set(key, this.#settings.now())
    forget()
  }

  #forgetUser(key: string, { told }: Origin): void {
    this.#memory.forgetMember(key)
    this.#upstream.forgetMember(key, told)
  }

  #forgetList(department: number, origin: Origin): void {
    this.#when(departmentKey(department), origin, () => {
      this.#memory.forgetList(department)
      this.#upstream.forgetList(department, origin.told)
    })
  }
}

function namesOf({ userId, newUserId }: Extract<DirectoryChange, { userId: string }>): {
  userId: string
  newUserId?: string
} {
  return newUserId === undefined ? { userId } : { userId, newUserId }
}

type Listener = (change: DirectoryChange, event: boolean) => void

const retryAfterMs = 10_000
// A change names one member; a message as long as a book is not ours.
const longestMessage = 10_000
const maxDepartments = 1000

/** Tells the directories of other processes what changed, and hears from them. Trouble in the feed fails nothing. */
export class ChangeLine {
  readonly #feed: ChangeFeed
  readonly #topic: string
  readonly #me = crypto.randomUUID()
  readonly #onTrouble: (operation: 'publish' | 'subscribe', error: unknown) => void
  #listener: Listener = () => {}
  #subscribed = false
  #triedAt = -Infinity

  constructor(
    feed: ChangeFeed,
    topic: string,
    onTrouble: (operation: 'publish' | 'subscribe', error: unknown) => void,
  ) {
    this.#feed = feed
    this.#topic = topic
    this.#onTrouble = onTrouble
  }

  listen(listener: Listener): void {
    this.#listener = listener
    this.keepUp()
  }

  tell(change: DirectoryChange, event: boolean): void {
    const message = JSON.stringify({ from: this.#me, event, change })
    this.#quietly('publish', async () => this.#feed.publish(this.#topic, message))
  }

  /** Subscribes unless that was done; after trouble not at once. */
  keepUp(): void {
    if (this.#subscribed || performance.now() - this.#triedAt < retryAfterMs) return
    this.#triedAt = performance.now()
    this.#quietly('subscribe', async () => {
      await this.#feed.subscribe(this.#topic, (message) => this.#hear(message))
      this.#subscribed = true
    })
  }

  #hear(message: string): void {
    const told = typeof message === 'string' && message.length <= longestMessage ? parsed(message) : undefined
    if (!isRecord(told) || told['from'] === this.#me) return
    const change = changeFrom(told['change'])
    if (change !== undefined) this.#listener(change, told['event'] === true)
  }

  #quietly(operation: 'publish' | 'subscribe', work: () => Promise<unknown>): void {
    work().catch((error: unknown) => this.#onTrouble(operation, error))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function changeFrom(value: unknown): DirectoryChange | undefined {
  if (!isRecord(value)) return undefined
  const { userId, newUserId, departmentId, departmentIds } = value
  if (isId(departmentId)) return { departmentId }
  if (typeof userId !== 'string') return undefined
  return {
    userId,
    ...(typeof newUserId === 'string' && { newUserId }),
    ...(Array.isArray(departmentIds) && {
      departmentIds: departmentIds.filter(isId).slice(0, maxDepartments),
    }),
  }
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}
