import type { WecomConfigError } from '../errors/config-error.ts'
import { readArgument, wrongOption } from '../options/config-option.ts'
import { describeKind } from '../options/option-error.ts'
import { row } from '../options/option-row.ts'
import { isCredentialName, isSecretName } from '../wecom/secrets.ts'
import { isRecord } from '../internal/is-record.ts'
import type { QueryValue, RequestOptions } from '../endpoints/request.ts'

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
