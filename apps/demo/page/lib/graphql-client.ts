import { dig, isRecord, readList, readText } from './read.ts'

/** What came back from `POST /graphql`. */
export interface GraphQLReply {
  readonly status: number
  readonly durationMs: number
  /** The parsed body; undefined when it was not JSON. */
  readonly body: unknown
  readonly data: unknown
  readonly errors: readonly { readonly message: string; readonly code: string | undefined }[]
}

/** A query with its variables. */
export interface GraphQLRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/**
 * Runs a query. Paths are relative, so that the page also works behind a path prefix.
 *
 * @throws TypeError (fetch's) when the server cannot be reached
 */
export async function runGraphQL(request: GraphQLRequest): Promise<GraphQLReply> {
  const startedAt = performance.now()
  const response = await fetch('./graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(request),
  })
  const body = parseJson(await response.text())
  return {
    status: response.status,
    durationMs: Math.round(performance.now() - startedAt),
    body,
    data: dig(body, 'data'),
    errors: readList(dig(body, 'errors'), readError),
  }
}

/** JSON or undefined: a proxy in between may answer HTML. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readError(entry: unknown): { message: string; code: string | undefined } | undefined {
  if (!isRecord(entry)) return undefined
  return { message: readText(entry['message']) ?? '', code: readText(dig(entry, 'extensions', 'code')) }
}
