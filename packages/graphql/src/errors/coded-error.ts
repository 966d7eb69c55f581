import { GraphQLError } from 'graphql'
import type { WecomGraphQLErrorCode } from './error-code.ts'

/**
 * A GraphQLError of the host's own `graphql` (yoga recognises no other) whose message is meant for clients: fixed
 * English text, never a text from upstream.
 */
export function codedError(
  code: WecomGraphQLErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } })
}

/** What is wrong with an argument. */
export function badInput(argument: string, message: string): GraphQLError {
  return codedError('BAD_USER_INPUT', message, { argument })
}

/**
 * The same error for an operation that is refused as a whole, before it is executed: servers answer it with HTTP 400.
 */
export function refusal(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } })
}
