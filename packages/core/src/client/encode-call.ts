import type { WecomConfigError } from '../errors/errors.ts'
import { readArgument, wrongOption } from '../options/config-option.ts'
import { describeKind, describe } from '../options/option-error.ts'
import { row, integer, matching, milliseconds, oneOf } from '../options/option-row.ts'
import { isCredentialName, isSecretName } from '../wecom/secrets.ts'
import { isRecord } from '../internal/is-record.ts'
import type { QueryValue, RequestOptions, CallPriority } from '../endpoints/request.ts'
import { Readable } from 'node:stream'

/** A route taken apart. */
export interface ParsedRoute {
  method: 'GET' | 'POST'
  path: string
}

const format = /^(GET|POST) (\/[\w./-]+)$/

/** Reads `'GET /cgi-bin/user/get'`. The path may not lead anywhere else: no host, no query, no dots. */
export function parseRoute(route: string): ParsedRoute {
  const match = format.exec(route)
  const [, method, path] = match ?? []
  if (
    (method === 'GET' || method === 'POST') &&
    path !== undefined &&
    !path.includes('..') &&
    !path.startsWith('//')
  ) {
    return { method, path }
  }
  throw wrongOption({
    owner,
    option: 'the route',
    wanted: "'GET /cgi-bin/…' or 'POST /cgi-bin/…'",
    // A query that was put into the path may hold secrets.
    came: describeKind(route),
    how: 'Parameters belong into the option query',
  })
}

/**
 * Encodes the query. Half a surrogate pair, which a visitor can send, becomes U+FFFD instead of a URIError. Credentials are
 * added by the client itself and refused here, where a log could see them.
 */
export function encodeQuery(query: Readonly<Record<string, QueryValue>> | undefined): string {
  if (query === undefined) return ''
  readArgument(owner, 'query', plainQuery, query)
  let encoded = ''
  for (const name of Object.keys(query)) {
    const value = query[name]
    if (value === undefined) continue
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    if (!isPlain || isCredentialName(name)) throw wrongParameter(name, value)
    encoded += `&${encodeURIComponent(name)}=${encodeURIComponent(String(value).toWellFormed())}`
  }
  return encoded
}

const owner = 'a call'
const plainQuery = row(
  "an object such as { userid: 'zhangsan' }",
  (value): value is object => isRecord(value) && !(value instanceof URLSearchParams),
  { secret: true },
)

function wrongParameter(name: string, value: unknown): WecomConfigError {
  const option = `query.${name}`
  if (!isCredentialName(name))
    return wrongOption({ owner, option, wanted: 'a string, number or boolean', came: describeKind(value) })
  const how = 'The client adds it, and only where nobody can log it'
  return wrongOption({ owner, option, wanted: 'left out', came: describeKind(value), how })
}

/** Values of a call that must not come back in an error: codes and tickets ride in queries and bodies. */
export function sensitiveValues({ query, json }: RequestOptions): string[] {
  const values: string[] = []
  for (const source of [query, json]) {
    if (typeof source !== 'object' || source === null) continue
    for (const [name, value] of Object.entries(source)) {
      if (isSecretName(name) && typeof value === 'string') values.push(value)
    }
  }
  return values
}

/** A body as it leaves. */
export interface EncodedBody {
  body: string | Uint8Array | Readable | null
  headers: Record<string, string>
  /** A stream is gone once it was read: such a call cannot be sent a second time. */
  repeatable: boolean
}

const nothing: EncodedBody = { body: null, headers: {}, repeatable: true }

/** Encodes `json` or `body`. A form is buffered, so that the call can be repeated with a new token. */
export function encodeBody({ json, body, contentType }: RequestOptions): EncodedBody | Promise<EncodedBody> {
  if (json !== undefined && body !== undefined) {
    throw wrongOption({
      owner: 'a call',
      option: 'json',
      wanted: 'left out where body is given',
      came: 'both',
    })
  }
  if (json !== undefined) {
    return { body: stringify(json), headers: { 'content-type': 'application/json' }, repeatable: true }
  }
  if (body === undefined) return nothing
  if (body instanceof FormData) return encodeForm(body)
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType }
  if (typeof body === 'string' || body instanceof Uint8Array) return { body, headers, repeatable: true }
  if (isStream(body)) {
    // A stream may fail while the token is fetched, before anybody reads it (a file that is not there): without a
    // listener that would end the process. The failure itself is found when the stream is sent.
    body.on('error', () => {})
    return { body, headers, repeatable: false }
  }
  throw wrongOption({
    owner: 'a call',
    option: 'body',
    wanted: 'a string, a Uint8Array, a FormData or a Readable',
    came: describe(body),
    how: 'Pass await blob.bytes() of a Blob, Readable.fromWeb(stream) of a web stream',
  })
}

/** Old streams, such as those of the package form-data, are no Readable but are read the same way. */
function isStream(body: unknown): body is Readable {
  return (
    body instanceof Readable ||
    (isRecord(body) && typeof body['pipe'] === 'function' && typeof body['on'] === 'function')
  )
}

function stringify(json: unknown): string {
  const text = tryStringify(json)
  if (text !== undefined) return text
  throw wrongOption({
    owner: 'a call',
    option: 'json',
    wanted: 'a value JSON can hold: no circular references, no BigInt, no function or symbol',
    came: describe(json),
  })
}

function tryStringify(json: unknown): string | undefined {
  try {
    return JSON.stringify(json)
  } catch {
    // The parser's message names keys of the caller's data.
    return undefined
  }
}

/** Node's own Response knows how to write a form; the boundary is in its Content-Type. */
async function encodeForm(form: FormData): Promise<EncodedBody> {
  const response = new Response(form)
  const contentType = response.headers.get('content-type') ?? 'multipart/form-data'
  return { body: await response.bytes(), headers: { 'content-type': contentType }, repeatable: true }
}

const timeoutRow = milliseconds()
const retriesRow = integer(0)
const priorityRow = oneOf<CallPriority>(['interactive', 'normal', 'bulk'])
// It becomes a header: nothing but a range may stand in it.
const rangeRow = matching("a range such as 'bytes=0-1023'", /^bytes=[\d,-]{1,100}$/)
const optionsRow = row('an object', isRecord)
// Usual slips are passing the AbortController itself, or a function.
const signalRow = row(
  'an AbortSignal such as controller.signal or AbortSignal.timeout(5000)',
  (value): value is AbortSignal => value instanceof AbortSignal || looksLikeSignal(value),
)

/** Checks the limits of one call. Runs at every call, so it builds nothing while all is well. */
export function checkCallOptions(options: RequestOptions): void {
  readArgument(owner, 'its options', optionsRow, options)
  const { timeout, maxRetries, priority, signal, range } = options
  checkSignal(signal)
  if (timeout !== undefined) readArgument(owner, 'timeout', timeoutRow, timeout)
  if (maxRetries !== undefined) readArgument(owner, 'maxRetries', retriesRow, maxRetries)
  if (priority !== undefined) readArgument(owner, 'priority', priorityRow, priority)
  if (range !== undefined) readArgument(owner, 'range', rangeRow, range)
}

/** Checks a signal that was given. */
export function checkSignal(signal: unknown): void {
  if (signal !== undefined) readArgument(owner, 'signal', signalRow, signal)
}

/** Of another realm (a test runner's) or a polyfill. */
function looksLikeSignal(signal: unknown): boolean {
  return isRecord(signal) && 'aborted' in signal && 'throwIfAborted' in signal && 'addEventListener' in signal
}
