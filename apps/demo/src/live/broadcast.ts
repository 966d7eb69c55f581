import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { RedisClientType } from '@keyv/redis'
import type { Logger } from 'pino'

/** What processes tell each other. */
export type Message =
  | {
      readonly kind: 'member'
      readonly userId: string
      readonly newUserId?: string
      readonly departmentIds?: readonly number[]
    }
  | { readonly kind: 'department'; readonly departmentId: number }
  /** A session of this member ended: their pages look again. */
  | { readonly kind: 'session'; readonly userId: string }

/** A line from every process of the demo to every other. */
export interface Broadcast {
  /** Tells the listeners of this process at once, and those of the others as soon as they can be reached. */
  send(message: Message): void
  /** `own` says whether this process sent it. */
  listen(listener: (message: Message, own: boolean) => void): void
  close(): Promise<void>
}

const channel = 'wecom-demo:broadcast'

/** One process: it tells itself. */
export function localBroadcast(): Broadcast {
  const emitter = new EventEmitter()
  return {
    send: (message) => void emitter.emit('message', message, true),
    listen: (listener) => void emitter.on('message', listener),
    close: async () => {},
  }
}

/** Several processes on one Redis. While it is away they tell themselves only; lifetimes of entries bound the harm. */
export function redisBroadcast(client: RedisClientType, logger: Logger): Broadcast {
  const local = localBroadcast()
  const listeners: ((message: Message, own: boolean) => void)[] = []
  const id = randomUUID()
  // A connection that has subscribed can do nothing else.
  const subscriber = client.duplicate()
  subscriber.on('error', () => {
    // The stores' connection reports it.
  })
  const receive = (text: string): void => {
    const envelope = readEnvelope(text)
    if (envelope === undefined || envelope.from === id) return
    for (const listener of listeners) listener(envelope.message, false)
  }
  // At every connection: the first may break before it has subscribed.
  subscriber.on('ready', () => {
    subscriber.subscribe(channel, receive).catch(() => {
      // The connection broke, and the next one subscribes.
    })
  })
  subscriber.connect().catch(() => {
    // As above.
  })
  return {
    send: (message) => {
      local.send(message)
      client.publish(channel, JSON.stringify({ from: id, message })).catch((error: unknown) => {
        logger.warn({ err: error }, 'other processes were not told of a change')
      })
    },
    listen: (listener) => {
      local.listen(listener)
      listeners.push(listener)
    },
    close: async () => {
      if (subscriber.isReady) await subscriber.close()
      else subscriber.destroy()
    },
  }
}

function readEnvelope(text: string): { from: string; message: Message } | undefined {
  const envelope = parse(text)
  if (!isRecord(envelope) || typeof envelope['from'] !== 'string') return undefined
  const message = readMessage(envelope['message'])
  return message && { from: envelope['from'], message }
}

function readMessage(value: unknown): Message | undefined {
  if (!isRecord(value)) return undefined
  const { kind, userId, newUserId, departmentId, departmentIds } = value
  if (kind === 'department' && typeof departmentId === 'number') return { kind, departmentId }
  if (typeof userId !== 'string') return undefined
  if (kind === 'session') return { kind, userId }
  if (kind !== 'member') return undefined
  return {
    kind,
    userId,
    ...(typeof newUserId === 'string' && { newUserId }),
    ...(Array.isArray(departmentIds) && {
      departmentIds: departmentIds.filter((id) => typeof id === 'number'),
    }),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
