import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

type RequestParser = NonNullable<Parameters<NonNullable<Plugin['onRequestParse']>>[0]['requestParser']>

/**
 * A parser of requests whose failure is the client's: yoga answers 500 where `variables` in a URL or form is no JSON.
 * What the parser itself found wrong, and said so, stays as it is.
 */
export function parseCleanly(parser: RequestParser): RequestParser {
  return async (request) => {
    try {
      return await parser(request)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const extensions = { code: 'BAD_REQUEST', http: { status: 400 } }
      throw new GraphQLError('`variables` and `extensions` must be JSON.', { extensions })
    }
  }
}
