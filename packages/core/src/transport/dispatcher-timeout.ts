import { WecomTimeoutError, type TimeoutPhase } from '../errors/timeout-error.ts'
import type { CallContext } from './call-context.ts'
import { sanitizeCause } from './sanitize-cause.ts'

const phases: ReadonlyMap<string | undefined, TimeoutPhase> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
  ['UND_ERR_HEADERS_TIMEOUT', 'headers'],
  ['UND_ERR_BODY_TIMEOUT', 'body'],
])

/**
 * undici's own timeouts, as the error ours would be; undefined when the error is another. Connecting has one in every
 * Agent (10 s), and a host's dispatcher may have the other two.
 */
export function dispatcherTimeout(error: unknown, context: CallContext): WecomTimeoutError | undefined {
  const cause = sanitizeCause(error)
  const phase = phases.get(cause.code)
  if (phase === undefined) return undefined
  const advice = phase === 'connect' ? ': check the firewall and the proxy' : ''
  return new WecomTimeoutError(
    `No answer to ${context.name} before the dispatcher's own ${phase} timeout (${cause.code})${advice}`,
    { ...context.details(), phase, cause },
  )
}
