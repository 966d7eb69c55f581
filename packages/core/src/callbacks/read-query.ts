import { WecomCallbackError } from '../errors/callback-error.ts'

/** A request's query: `req.query` of Express, or `url.searchParams`. */
export type CallbackQuery = URLSearchParams | { readonly [name: string]: unknown }

/** The signed part of a query. */
export interface CallbackSignatureQuery {
  signature: string
  timestamp: string
  nonce: string
}

/**
 * Takes `msg_signature`, `timestamp` and `nonce` out of a query.
 *
 * @throws WecomCallbackError reason `missing-parameter`
 */
export function readQuery(query: CallbackQuery): CallbackSignatureQuery {
  return {
    signature: readParameter(query, 'msg_signature'),
    timestamp: readParameter(query, 'timestamp'),
    nonce: readParameter(query, 'nonce'),
  }
}

/**
 * One parameter that must be there once. A repeated one, which Express makes an array, counts as missing: which of
 * the two was meant would be a guess.
 *
 * @throws WecomCallbackError reason `missing-parameter`
 */
export function readParameter(query: CallbackQuery, name: string): string {
  const values = query instanceof URLSearchParams ? query.getAll(name) : ownValues(query, name)
  const [value, ...more] = values
  if (typeof value === 'string' && value !== '' && more.length === 0) return value
  throw new WecomCallbackError(
    'missing-parameter',
    `The query parameter ${name} is missing, empty or repeated`,
  )
}

function ownValues(query: { readonly [name: string]: unknown }, name: string): unknown[] {
  return typeof query === 'object' && query !== null && Object.hasOwn(query, name) ? [query[name]] : []
}
