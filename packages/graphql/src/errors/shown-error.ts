import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import { isClientCode } from './error-code.ts'
import type { FormatError } from './format-error.ts'

/** An error of execution as the client may see it; one that is masked carries the request's id instead of its text. */
export function shownError(
  formatError: FormatError,
  error: GraphQLError,
  requestId: string | undefined,
): GraphQLFormattedError {
  const code = error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR'
  const extensions = { ...(!isClientCode(code) && { requestId }), ...error.extensions, code }
  return formatError({ ...error.toJSON(), extensions }, error)
}
