import { isSecretName, redacted, redactSecrets } from '../wecom/secrets.ts'
import { hasWecomMarker } from '../errors/errors.ts'

// Causes of causes; a circle of them would never end.
const deepest = 5

/**
 * What was thrown as a log may have it. What a hook or a store of the host throws can quote an address with its
 * access_token (fetch), a command with its arguments (Redis) or a whole request (axios), and loggers print every
 * property.
 *
 * What holds none of it is returned as it is: its class says something to whoever reads the log. Never throws.
 */
export function errorForLog(error: unknown, depth = 0): unknown {
  try {
    return shownOf(error, depth)
  } catch {
    return new Error('What was thrown cannot be read: it throws by itself.')
  }
}

function shownOf(thrown: unknown, depth: number): unknown {
  if (typeof thrown === 'string') return redactSecrets(thrown)
  if (thrown instanceof Error) return shownError(thrown, depth)
  if (Array.isArray(thrown)) return shownParts(thrown, depth)
  return typeof thrown === 'object' && thrown !== null ? shownObject(thrown) : thrown
}

function shownError(error: Error, depth: number): Error {
  const cause = depth < deepest ? errorForLog(error.cause, depth + 1) : undefined
  // Our own hold no secret by construction; only their cause can be the host's.
  if (hasWecomMarker(error) && cause === error.cause) return error
  const facts = { ...factsOf(error), ...partsOf(error, depth) }
  const message = textOf(error.message)
  const stack = textOf(error.stack)
  if (isClean(error, { message, stack, cause, ...facts })) return error
  const copy = new Error(message, error.cause === undefined ? {} : { cause })
  // Not enumerable, as an Error's own are.
  Object.defineProperty(copy, 'name', { value: error.name, writable: true })
  Object.defineProperty(copy, 'stack', { value: stack ?? message })
  return Object.assign(copy, facts)
}

/** Of an object that is no error, such as a Response, what inspection would find inside is left out. */
function shownObject(thrown: object): object {
  const facts = factsOf(thrown)
  const isPlain = Object.getPrototypeOf(thrown) === Object.prototype
  const entries = Object.entries(thrown)
  return isPlain && entries.every(([name, value]) => facts[name] === value) ? thrown : facts
}

// Some libraries put something else there.
function textOf(text: unknown): string | undefined {
  return typeof text === 'string' ? redactSecrets(text) : undefined
}

function isClean(error: Error, shown: Record<string, unknown>): boolean {
  const { message, stack, cause } = error
  const errors = 'errors' in error ? error.errors : undefined
  return Object.entries(Object.assign({}, error, { message, stack, cause, errors })).every(
    ([name, value]) => shown[name] === value,
  )
}

/** What a program reads of an error: codes and numbers. An object beside them is the request, the command, the answer. */
function factsOf(error: object): Record<string, unknown> {
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
  return { errors: shownParts(error.errors, depth) }
}

function shownParts(parts: unknown[], depth: number): unknown[] {
  const shown = parts.map((part) => (depth < deepest ? errorForLog(part, depth + 1) : undefined))
  return shown.every((part, index) => part === parts[index]) ? parts : shown
}
