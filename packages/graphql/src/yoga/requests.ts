import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

const simpleTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i
const preflightHeaders = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-graphql-yoga-csrf']

/**
 * Refuses what another site's page can make a browser send with our cookies without asking us first: GET, and POST
 * with one of the three types a form can have. A header no form can set shows that the browser did ask.
 *
 * @throws GraphQLError BAD_REQUEST
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function refuseCrossSite({ headers }: Request): void {
  const type = headers.get('content-type')
  if (type !== null && !simpleTypes.test(type)) return
  if (preflightHeaders.some((name) => headers.get(name))) return
  throw new GraphQLError(
    'Send a JSON body, or one of these headers: ' +
      `${preflightHeaders.join(', ')} (cross-site request protection).`,
    { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
  )
}

type RequestParser = NonNullable<Parameters<NonNullable<Plugin['onRequestParse']>>[0]['requestParser']>

/**
 * A parser of requests whose failure is the client's: yoga answers 500 where `variables` in a URL or form is no JSON.
 * What the parser itself found wrong, and said so, stays as it is. A byte order mark in front of the JSON, which Windows
 * tools write and Node's adapter leaves there, is no part of it.
 */
export function parseCleanly(parser: RequestParser): RequestParser {
  return async (request) => {
    request.json = async () => JSON.parse((await request.text()).replace(/^\uFEFF/, ''))
    try {
      return await parser(request)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const extensions = { code: 'BAD_REQUEST', http: { status: 400 } }
      throw new GraphQLError('`variables` and `extensions` must be JSON.', { extensions })
    }
  }
}
