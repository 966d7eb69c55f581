import { channel } from 'node:diagnostics_channel'

/**
 * What a client reports to `onEvent`. No event holds a secret, token, code, ticket or a query: `path` is the bare
 * path.
 */
export type WecomEvent =
  | {
      type: 'request'
      method: string
      path: string
      /** HTTP status, when an answer came. */
      status?: number
      /** WeCom's errcode, when one came. */
      errcode?: number
      /** Code of our error, when the call failed. */
      error?: string
      attempts: number
      durationMs: number
    }
  | { type: 'retry'; method: string; path: string; attempt: number; delayMs: number; reason: string }
  | { type: 'token.refresh'; kind: string; outcome: 'ok' | 'error'; durationMs: number; errcode?: number }
  | { type: 'token.invalidated'; kind: string; errcode?: number }
  | { type: 'token.cooldown'; kind: string; errcode: number; untilMs: number }
  | { type: 'store.error'; operation: 'get' | 'set' | 'delete'; reason: string }
  | { type: 'store.bypassed'; forMs: number }
  | { type: 'store.recovered' }
  | { type: 'lock.bypassed'; reason: string }
  | {
      /** WeCom will cut a text of a message without a word. */
      type: 'message-too-long'
      path: string
      msgtype: string
      /** Such as `text.content`. */
      field: string
      bytes: number
      /** Bytes WeCom keeps. */
      limit: number
    }
  /** A directory forgets what is still good because `maxMemory` (in MB) does not hold what is asked for. */
  | { type: 'directory.full'; maxMemory: number }
  | { type: 'feed.error'; operation: 'publish' | 'subscribe'; reason: string }

/** A pino-shaped logger; `console` fits as well. */
export interface WecomLogger {
  debug(fields: object, message?: string): void
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

/** Where a client's events go. */
export interface Telemetry {
  /** Whether anybody listens: the hot path builds no event for nobody. */
  readonly active: boolean
  emit(this: void, event: WecomEvent): void
}

const events = channel('wecom:event')

/**
 * Sends events to `onEvent`, to the logger and to the diagnostics channel `wecom:event`. A listener that throws is the
 * listener's trouble: no call fails because of it.
 */
export function createTelemetry(
  onEvent: ((event: WecomEvent) => void) | undefined,
  logger: WecomLogger | undefined,
): Telemetry {
  const local = onEvent !== undefined || logger !== undefined
  return {
    get active() {
      return local || events.hasSubscribers
    },
    emit(event) {
      if (events.hasSubscribers) events.publish(event)
      if (logger !== undefined) quietly(() => log(logger, event))
      if (onEvent !== undefined) quietly(() => onEvent(event))
    },
  }
}

/** An async listener that rejects would end the process as an unhandled rejection. */
function quietly(listener: () => unknown): void {
  try {
    const result = listener()
    if (result instanceof Promise) result.catch(() => {})
  } catch {
    // See above.
  }
}

function log(logger: WecomLogger, event: WecomEvent): void {
  const message = `wecom ${event.type}`
  switch (event.type) {
    case 'request':
      return logger.debug(event, message)
    case 'retry':
    case 'token.invalidated':
    case 'store.recovered':
      return logger.info(event, message)
    case 'token.refresh':
      return event.outcome === 'ok' ? logger.info(event, message) : logger.warn(event, message)
    case 'store.error':
    case 'store.bypassed':
    case 'lock.bypassed':
    case 'message-too-long':
    case 'directory.full':
    case 'feed.error':
      return logger.warn(event, message)
    case 'token.cooldown':
      return logger.error(event, message)
  }
}
