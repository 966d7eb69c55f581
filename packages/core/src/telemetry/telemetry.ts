import { channel } from 'node:diagnostics_channel'
import type { WecomEvent } from './event.ts'
import type { WecomLogger } from './logger.ts'

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
