import { isRecord } from '../internal/is-record.ts'
import type { DirectoryChange } from './types.ts'

/**
 * Carries short messages between processes. `createRedisChangeFeed` is one; any publish-and-subscribe will do. It may
 * lose messages: what is lost is seen when lifetimes end.
 */
export interface ChangeFeed {
  /** Sends a message to every subscriber of the topic, in this process and others. */
  publish(topic: string, message: string): Promise<unknown>
  /** Hands every message of the topic to the listener from the moment it resolves. */
  subscribe(topic: string, listener: (message: string) => void): Promise<unknown>
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
