import { WecomCallbackError } from '../errors/errors.ts'
import { isRecord } from '../internal/is-record.ts'
import { parseLenientJson } from '../internal/lenient-json.ts'
import { isFields, type CallbackFields, type CallbackValue } from './fields.ts'

const maxDepth = 20

/**
 * Reads the JSON flavour (smart robots, newer receivers) into the same fields as the XML. Numbers become the text
 * they were written as: a MsgId has 19 digits, more than a JavaScript number holds.
 *
 * @throws WecomCallbackError reason `malformed`
 */
export function parseJson(json: string): CallbackFields {
  const fields = toValue(parseOrThrow(json), maxDepth)
  if (isFields(fields)) return fields
  throw malformed('expected an object')
}

function parseOrThrow(json: string): unknown {
  try {
    return parseLenientJson(json, 'text')
  } catch {
    throw malformed('not valid JSON')
  }
}

function toValue(value: unknown, depth: number): CallbackValue {
  if (depth === 0) throw malformed(`nested deeper than ${maxDepth} levels`)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => toValue(item, depth - 1))
  if (typeof value === 'boolean') return String(value)
  if (!isRecord(value)) return ''
  const fields: Record<string, CallbackValue> = Object.create(null)
  for (const [name, item] of Object.entries(value)) fields[name] = toValue(item, depth - 1)
  return fields
}

function malformed(what: string): WecomCallbackError {
  return new WecomCallbackError('malformed', `The callback's JSON is refused: ${what}`)
}
