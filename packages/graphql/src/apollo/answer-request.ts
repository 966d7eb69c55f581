import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { HttpProblem } from '../http/answers.ts'
import { isRecord } from '@wecom-kit/core/foundation'
import { contextFor, type ContextSources } from '../http/context-for.ts'
import { readJsonBody } from '../http/json-body.ts'
import { isNestedTooDeeply, nestedTooDeeply } from '../http/nesting.ts'
import type { LayerSettings } from '../options.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'
import type { ApolloModules } from './load-apollo.ts'
import type { ApolloWecomOptions, EndpointSettings, WecomRequest } from './options.ts'

/** What requests are answered with. */
export interface Endpoint<Viewer extends WecomViewer> {
  modules: Pick<ApolloModules, 'HeaderMap'>
  wecom: WecomGraphQL<Viewer>
  server: ApolloServer<WecomContext<Viewer>>
  settings: LayerSettings & EndpointSettings
  options: ApolloWecomOptions<Viewer>
}

/** Takes one HTTP request through Apollo; what it throws is not answered yet. */
export async function answerRequest<Viewer extends WecomViewer>(
  endpoint: Endpoint<Viewer>,
  request: WecomRequest<Viewer>,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const { modules, wecom, server, settings } = endpoint
  const { bodyLimit, maxBatch, trace } = settings
  const body = await readJsonBody(request, bodyLimit)
  if (Array.isArray(body) && maxBatch > 1 && body.length > maxBatch) {
    throw new HttpProblem(400, `An array may hold ${maxBatch} operations.`)
  }
  if (queriesOf(body, request.url).some(isNestedTooDeeply))
    throw new HttpProblem(400, nestedTooDeeply, 'GRAPHQL_PARSE_FAILED')
  const signal = goneSignal(response)
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'GET',
      headers: headersOf(modules, request),
      search: searchOf(request.url),
      body,
    },
    context: () => contextFor(wecom, contextSources(endpoint, request), { requestId, signal, trace }),
  })
  // Gone, or answered by somebody else meanwhile, as a timeout of the host's.
  if (!signal.aborted && !response.headersSent) await send(response, answer)
}

// Apollo parses by itself, and masks a parser that ran out of stack as a fault of ours, with a line in the log each time.
function queriesOf(body: unknown, url: string | undefined): readonly string[] {
  const operations: readonly unknown[] = Array.isArray(body) ? body : [body]
  const queries = operations.map((operation) => (isRecord(operation) ? operation['query'] : undefined))
  const inUrl = new URLSearchParams(searchOf(url)).get('query')
  return [...queries, inUrl].filter((query) => typeof query === 'string')
}

function contextSources<Viewer extends WecomViewer>(
  { options, settings }: Endpoint<Viewer>,
  request: WecomRequest<Viewer>,
): ContextSources<Viewer> {
  return {
    findViewer: () => (options.viewer ? options.viewer(request) : request.wecomUser),
    hostContext: () => options.context?.(request),
    requireViewer: settings.requireViewer,
    loginUrl: settings.loginUrl,
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

function headersOf(
  { HeaderMap }: Pick<ApolloModules, 'HeaderMap'>,
  request: IncomingMessage,
): InstanceType<ApolloModules['HeaderMap']> {
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

async function send(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): Promise<void> {
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
