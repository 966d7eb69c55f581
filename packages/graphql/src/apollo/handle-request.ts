import type { IncomingMessage, ServerResponse } from 'node:http'
import { HeaderMap, type ApolloServer } from '@apollo/server'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { contextFor, type ContextSources } from '../http/context-for.ts'
import { privateCacheControl, varyByViewer } from '../http/private-headers.ts'
import type { WecomContext } from '../scope/context-binding.ts'
import type { WecomViewer } from '../viewer.ts'
import { HttpProblem } from './http-problem.ts'
import type { ApolloWecomOptions, WecomRequest } from './options.ts'
import { readJsonBody } from './read-json-body.ts'
import { sendApolloResponse } from './respond.ts'

/** What requests are handled with. */
export interface RequestHandling<Viewer extends WecomViewer> {
  wecom: WecomGraphQL<Viewer>
  server: ApolloServer<WecomContext<Viewer>>
  options: ApolloWecomOptions<Viewer>
}

/** Takes one HTTP request through Apollo; what it throws is not answered yet. */
export async function handleRequest<Viewer extends WecomViewer>(
  { wecom, server, options }: RequestHandling<Viewer>,
  request: WecomRequest<Viewer>,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const { bodyLimit = 102_400, maxBatch = 1, trace = false } = options
  const body = await readJsonBody(request, bodyLimit)
  if (Array.isArray(body) && maxBatch > 1 && body.length > maxBatch) {
    throw new HttpProblem(400, `An array may hold ${maxBatch} operations.`)
  }
  const signal = goneSignal(response)
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      search: searchOf(request.url),
      body,
    },
    context: () => contextFor(wecom, contextSources(options, request), { requestId, signal, trace }),
  })
  // Gone, or answered by somebody else meanwhile, as a timeout of the host's.
  if (!signal.aborted && !response.headersSent) await sendApolloResponse(response, answer)
}

/** Sets the headers that every answer has, whoever makes it. */
export function setCommonHeaders(response: ServerResponse, requestId: string): void {
  response.setHeader('X-Request-Id', requestId)
  response.setHeader('Cache-Control', privateCacheControl)
  const vary = response.getHeader('Vary')
  response.setHeader('Vary', varyByViewer(Array.isArray(vary) ? vary.join(', ') : vary?.toString()))
}

function contextSources<Viewer extends WecomViewer>(
  options: ApolloWecomOptions<Viewer>,
  request: WecomRequest<Viewer>,
): ContextSources<Viewer> {
  return {
    findViewer: () => (options.viewer ? options.viewer(request) : request.wecomUser),
    hostContext: () => options.context?.(request),
    requireViewer: options.requireViewer ?? false,
    loginUrl: options.loginUrl,
  }
}

// Fetches are shared between requests, so one client's leaving stops no fetch; it stops the batches that would follow.
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

function searchOf(url = ''): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}
