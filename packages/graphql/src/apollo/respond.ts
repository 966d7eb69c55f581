import type { ServerResponse } from 'node:http'
import type { HTTPGraphQLResponse } from '@apollo/server'
import type { HttpProblem } from './http-problem.ts'

/** Sends what Apollo answered. */
export async function sendApolloResponse(
  response: ServerResponse,
  { status, headers, body }: HTTPGraphQLResponse,
): Promise<void> {
  response.statusCode = status ?? 200
  for (const [name, value] of headers) {
    // Apollo lets browsers keep some of its own refusals; ours to all answers alike is stricter.
    if (name !== 'cache-control') response.setHeader(name, value)
  }
  if (body.kind === 'complete') {
    const bytes = Buffer.from(body.string)
    response.setHeader('Content-Length', bytes.length)
    response.end(bytes)
    return
  }
  for await (const chunk of body.asyncIterator) response.write(chunk)
  response.end()
}

/** Sends a refusal in the shape of a GraphQL answer: clients parse JSON before they look at the status. */
export function sendProblem(response: ServerResponse, problem: HttpProblem, requestId: string): void {
  if (response.headersSent) return
  const { message, status, code } = problem
  const text = JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] })
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  // What remains of a refused body is not worth receiving.
  if (!response.req.complete) response.setHeader('Connection', 'close')
  response.end(text)
}
