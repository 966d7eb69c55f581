import type { DocumentedRoute } from '../documented/documented-routes.ts'
import { checkQuery, missingField, readBody } from '../documented/read-parameters.ts'
import { sampleAnswer } from '../documented/sample-answer.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import type { World } from '../world/world.ts'

/**
 * A documented path without behaviour: every rule before the answer holds, and the answer has the documented shape.
 *
 * How sure: names and types from the pages; the values are samples.
 */
export function shapeEndpoint(route: DocumentedRoute): Endpoint {
  const { path } = route
  if (route.token !== 'access_token') {
    const answer = (world: World, { query }: Exchange, body: Answer): Answer => {
      checkQuery(route, query)
      return sampleAnswer(world, route, { ...queryValues(route, query), ...readBody(route, body) })
    }
    return { path, open: true, answer }
  }
  return { path, answer: (call) => answerShape(call, route) }
}

function answerShape(call: Call, route: DocumentedRoute): Answer | Reply {
  const { body, exchange, world } = call
  if (route.upload) needFile(call, route.path)
  if (route.file) return sampleFile
  return sampleAnswer(world, route, { ...queryValues(route, exchange.query), ...body })
}

/** Query values as the answer would repeat them: numbers where the documents say so. */
function queryValues({ query: schema }: DocumentedRoute, query: URLSearchParams): Record<string, unknown> {
  const isNumber = (name: string): boolean => (schema[name] ?? schema[`${name}!`]) === 'i'
  return Object.fromEntries(
    Array.from(query, ([name, value]) => [name, isNumber(name) ? Number(value) : value]),
  )
}

function needFile({ exchange }: Call, path: string): void {
  if (!exchange.files.some(({ field }) => field === 'media')) throw missingField(path, 'media')
}

const sampleFile: Reply = {
  status: 200,
  headers: {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="sample.bin"',
  },
  body: Buffer.from('simulated file\n'),
  errcode: 0,
}
