import { WecomConfigError } from '../errors/config-error.ts'
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
  throw new WecomConfigError(
    "The route must be 'GET /cgi-bin/…' or 'POST /cgi-bin/…', with parameters in the option query",
  )
}

/**
 * Encodes the query. Half a surrogate pair, which a visitor can send, becomes U+FFFD instead of a URIError. Credentials are
 * added by the client itself and refused here, where a log could see them.
 */
export function encodeQuery(query: Readonly<Record<string, QueryValue>> | undefined): string {
  if (query === undefined) return ''
  if (!isRecord(query) || query instanceof URLSearchParams) {
    throw new WecomConfigError("query must be an object such as { userid: 'zhangsan' }")
  }
  let encoded = ''
  for (const name of Object.keys(query)) {
    const value = query[name]
    if (value === undefined) continue
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new WecomConfigError(`query.${name} must be a string, number or boolean, got ${typeof value}`)
    }
    if (isCredentialName(name)) {
      throw new WecomConfigError(
        `query must not contain ${name}: the client adds it, and only where nobody can log it`,
      )
    }
    encoded += `&${encodeURIComponent(name)}=${encodeURIComponent(String(value).toWellFormed())}`
  }
  return encoded
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
