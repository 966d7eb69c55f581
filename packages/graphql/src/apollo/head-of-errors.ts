import { HeaderMap, type HTTPGraphQLHead } from '@apollo/server'
import type { GraphQLError } from 'graphql'

/** The HTTP status and headers that errors ask for in `extensions.http`, merged as Apollo merges them: the last wins. */
export function headOfErrors(errors: readonly GraphQLError[]): HTTPGraphQLHead {
  const head: HTTPGraphQLHead = { headers: new HeaderMap() }
  for (const { extensions } of errors) {
    const { http } = extensions
    if (typeof http !== 'object' || http === null) continue
    if ('status' in http && typeof http.status === 'number') head.status = http.status
    if (!('headers' in http) || !(http.headers instanceof Map)) continue
    for (const [name, value] of http.headers) head.headers.set(String(name), String(value))
  }
  return head
}
