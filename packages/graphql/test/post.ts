/** An answer read completely. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** undefined when it is not JSON. */
  json: GraphQLAnswer | undefined
}

/** A GraphQL answer as clients see it. */
export interface GraphQLAnswer {
  data?: Record<string, unknown> | null
  errors?: { message: string; path?: unknown[]; extensions?: Record<string, unknown> }[]
  extensions?: Record<string, unknown>
}

/** Posts a body as JSON; a string goes as it is. */
export async function post(
  url: string,
  body: unknown,
  {
    headers = {},
    method = 'POST',
    signal,
  }: { headers?: Record<string, string>; method?: string; signal?: AbortSignal } = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  })
  return read(response)
}

/** Reads an answer. */
export async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

/** The code of the first error. */
export function codeOf({ json }: Answer): unknown {
  return json?.errors?.[0]?.extensions?.['code']
}

function parsed(text: string): GraphQLAnswer | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
