import { randomUUID } from 'node:crypto'
import type { ChangeFeed } from '@wecom-kit/core'
import type { Logger } from 'pino'

/** What processes tell each other about their open pages; their directories have a line of their own. */
export type Message =
  | {
      readonly kind: 'member'
      readonly userId: string
      readonly newUserId?: string
      readonly departmentIds?: readonly number[]
    }
  | { readonly kind: 'department'; readonly departmentId: number }
  /** Something about this member's sessions may be different: their pages look again. */
  | { readonly kind: 'session'; readonly userId: string }

/** A line from every process of the demo to every other. */
export interface Broadcast {
  /** Tells the listener of this process at once, and those of the others as soon as they can be reached. */
  send(message: Message): void
}

const topic = 'wecom-demo:pages'

/** Opens the line; without a feed the process tells itself only. What a feed in trouble loses, a reload shows. */
export function openBroadcast(
  feed: ChangeFeed | undefined,
  logger: Logger,
  listener: (message: Message) => void,
): Broadcast {
  const id = randomUUID()
  const complain = (error: unknown): void => {
    logger.warn({ err: error }, 'changes do not reach the pages of other processes')
  }
  feed
    ?.subscribe(topic, (text) => {
      const envelope = readEnvelope(text)
      if (envelope !== undefined && envelope.from !== id) listener(envelope.message)
    })
    .catch(complain)
  return {
    send: (message) => {
      listener(message)
      feed?.publish(topic, JSON.stringify({ from: id, message })).catch(complain)
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
