import { signedOut, type Problem } from './problem.ts'
import { dig, readList, readText } from './read.ts'

/** What came back from `POST /graphql`, as it is. */
export interface Reply {
  readonly status: number
  readonly durationMs: number
  readonly requestId: string | undefined
  /** The parsed body; undefined when it was not JSON. */
  readonly body: unknown
}

/** An operation with its variables. */
export interface Operation {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string | undefined
  /** Asks the server to say what the operation took; it does on the simulator. */
  readonly trace?: boolean
}

/** Milliseconds after which a server that says nothing counts as away. */
const patience = 30_000

/**
 * Posts an operation.
 *
 * @throws TypeError, AbortError or TimeoutError (fetch's) when the server cannot be reached or takes too long
 */
export async function post({ trace = false, ...operation }: Operation, signal?: AbortSignal): Promise<Reply> {
  const startedAt = performance.now()
  const limit = AbortSignal.timeout(patience)
  const response = await fetch('graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(trace && { 'x-demo-trace': '1' }),
    },
    body: JSON.stringify(operation),
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
  })
  const body = parseJson(await response.text())
  const { status, headers } = response
  const durationMs = Math.round(performance.now() - startedAt)
  return { status, durationMs, requestId: headers.get('x-request-id') ?? undefined, body }
}

/** The data of a query, or why there are none. What a refused part leaves null is refused as a whole. */
export async function ask(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<unknown> {
  let reply: Reply
  try {
    reply = await post({ query, variables }, signal)
  } catch (error) {
    return unreachable(error)
  }
  return problemOf(reply) ?? dig(reply.body, 'data')
}

/** Fetches JSON of the demo's own routes. */
export async function askRoute(path: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(path, { ...init, headers: { accept: 'application/json' } })
    const body = parseJson(await response.text())
    if (response.ok) return body
    const requestId = response.headers.get('x-request-id') ?? undefined
    return problemOf({ status: response.status, durationMs: 0, requestId, body }) ?? body
  } catch (error) {
    return unreachable(error)
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

function unreachable(error: unknown): Problem {
  const slow = error instanceof DOMException && error.name === 'TimeoutError'
  return { problem: slow ? 'timeoutError' : 'networkError', offline: true }
}

function problemOf({ status, requestId, body }: Reply): Problem | undefined {
  const codes = readList(
    dig(body, 'errors'),
    (error) => readText(dig(error, 'extensions', 'code')) ?? 'UNKNOWN',
  )
  const [code] = codes
  if (status === 401 || codes.includes('UNAUTHENTICATED')) return signedOut()
  if (status === 403) return { problem: 'forbidden', requestId }
  if (code === 'RATE_LIMITED') return { problem: 'rateLimited', requestId }
  if (code === 'WECOM_UPSTREAM') return { problem: 'upstreamError', requestId }
  if (code === 'FEATURE_UNAVAILABLE') return { problem: 'notReady', requestId }
  if (code === 'RESULT_TOO_LARGE') return { problem: 'tooLarge', requestId }
  if (code !== undefined || status >= 400 || body === undefined)
    return { problem: 'serverError', values: { status: code ?? status }, requestId }
  return undefined
}
