import { isSecretName, redacted, redactSecrets } from '../wecom/secrets.ts'
import { hasWecomMarker } from '../errors/errors.ts'

// Causes of causes; a circle of them would never end.
const deepest = 5

/**
 * An error as a log may have it. What a hook or a store of the host throws can quote an address with its access_token
 * (fetch), a command with its arguments (Redis) or a whole request (axios), and loggers print every property.
 *
 * An error that holds none of it is returned as it is: its class says something to whoever reads the log.
 */
export function errorForLog(error: unknown, depth = 0): unknown {
  if (typeof error === 'string') return redactSecrets(error)
  if (!(error instanceof Error)) return error
  const cause = depth < deepest ? errorForLog(error.cause, depth + 1) : undefined
  // Our own hold no secret by construction; only their cause can be the host's.
  if (hasWecomMarker(error) && cause === error.cause) return error
  const facts = { ...factsOf(error), ...partsOf(error, depth) }
  const message = redactSecrets(error.message)
  const stack = redactSecrets(error.stack ?? '')
  if (isClean(error, { message, stack: error.stack === undefined ? undefined : stack, cause, ...facts }))
    return error
  const copy = new Error(message, error.cause === undefined ? {} : { cause })
  // Not enumerable, as an Error's own are.
  Object.defineProperty(copy, 'name', { value: error.name, writable: true })
  Object.defineProperty(copy, 'stack', { value: stack })
  return Object.assign(copy, facts)
}

function isClean(error: Error, shown: Record<string, unknown>): boolean {
  const { message, stack, cause } = error
  const errors = 'errors' in error ? error.errors : undefined
  return Object.entries(Object.assign({}, error, { message, stack, cause, errors })).every(
    ([name, value]) => shown[name] === value,
  )
}

/** What a program reads of an error: codes and numbers. An object beside them is the request, the command, the answer. */
function factsOf(error: Error): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(error)) {
    if (typeof value === 'string') facts[name] = factOf(name, value)
    else if (value === null || !['object', 'function'].includes(typeof value)) facts[name] = value
  }
  return facts
}

function factOf(name: string, value: string): string {
  // Every system and every library calls its kind of failure `code`.
  return isSecretName(name) && name !== 'code' ? redacted : redactSecrets(value)
}

/** Of an AggregateError, such as Node's for a host with several addresses. */
function partsOf(error: Error, depth: number): { errors?: unknown[] } {
  if (!('errors' in error) || !Array.isArray(error.errors) || depth >= deepest) return {}
  const parts: unknown[] = error.errors
  const shown = parts.map((part) => errorForLog(part, depth + 1))
  return { errors: shown.every((part, index) => part === parts[index]) ? parts : shown }
}
