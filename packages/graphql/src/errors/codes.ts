import { GraphQLError } from 'graphql'

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

/**
 * The values of `extensions.code` that this package answers. They are public contract: clients switch on them, never
 * on a message.
 *
 * | code | means |
 * |---|---|
 * | `UNAUTHENTICATED` | nobody is signed in and the field is not `me` |
 * | `FORBIDDEN` | the field policy answered `error` for this field |
 * | `BAD_USER_INPUT` | a malformed id, cursor or page size; `argument` names it |
 * | `OPERATION_TOO_COMPLEX` | depth, nodes, fields, aliases, root fields or ids above the limit; `limit` names it |
 * | `RESULT_TOO_LARGE` | a list longer than the server gives out at once; page through it with `first` |
 * | `RATE_LIMITED` | WeCom's quota or the viewer's own budget is used up; `retryAfter` in seconds |
 * | `WECOM_UPSTREAM` | WeCom did not answer or answered an error; `transient` says whether trying again may help |
 * | `FEATURE_UNAVAILABLE` | `searchUsers` or `directReports` on a directory that was not warmed for searching |
 * | `INTERNAL_SERVER_ERROR` | a bug or a configuration fault; the log has the story under the same `requestId` |
 */
export type WecomGraphQLErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'OPERATION_TOO_COMPLEX'
  | 'RESULT_TOO_LARGE'
  | 'RATE_LIMITED'
  | 'WECOM_UPSTREAM'
  | 'FEATURE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

const ownCodes: readonly WecomGraphQLErrorCode[] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'OPERATION_TOO_COMPLEX',
  'RESULT_TOO_LARGE',
  'RATE_LIMITED',
  'WECOM_UPSTREAM',
  'FEATURE_UNAVAILABLE',
]

const clientCodes: ReadonlySet<string> = new Set([
  ...ownCodes,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

/**
 * Whether the message of an error with this code may reach a client as it is: ours, and those the servers give to
 * errors about the request's own text. Everything else is masked.
 */
export function isClientCode(code: unknown): boolean {
  return typeof code === 'string' && clientCodes.has(code)
}
