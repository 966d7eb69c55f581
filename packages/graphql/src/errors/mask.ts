import { randomUUID } from 'node:crypto'
import { errorForLog, redactSecrets } from '@wecom-kit/core/foundation'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import { isClientCode } from './codes.ts'
import type { ErrorLogger } from './host-code.ts'

/**
 * Decides what of an error reaches a client; fits Apollo's `formatError`. Also callable with the formatted error alone.
 */
export type FormatError = (formatted: GraphQLFormattedError, error?: unknown) => GraphQLFormattedError

export interface FormatErrorOptions {
  logger: ErrorLogger
  /** More codes whose errors pass unmasked: those of the host's own resolvers. */
  extraCodes: ReadonlySet<string>
  /** Which errors of the host's pass whatever their code is; the one that was thrown is asked about. */
  publicErrors?: ((error: Error) => unknown) | undefined
  /** Leaves "Did you mean …?" in messages. */
  suggestions: boolean
  /** Lets masked errors through, secrets redacted: for development. */
  exposeErrors: boolean
}

// A client's own 90 KB argument quoted back at it is a mirror for attackers and noise for everyone else.
const longestMessage = 400
// Tries every start again: for messages that are cut already. One that is cut off in the middle goes too.
const suggestionPattern = / ?Did you mean [^?]*\??/g

/**
 * Masks by allow-list: an error passes only if it *is* a GraphQLError with a code clients may see, or has a code that
 * the host allows. Apollo passes a plain Error's message on, and fetch errors quote the URL with its access_token, so a
 * deny-list would leak.
 */
export function createFormatError(options: FormatErrorOptions): FormatError {
  const { logger, extraCodes, publicErrors, suggestions, exposeErrors } = options
  const passes = (code: unknown, error: unknown): boolean => {
    if (typeof code === 'string' && extraCodes.has(code)) return true
    if (isClientCode(code) && isDeliberate(error)) return true
    const thrown = originalOf(error)
    return thrown instanceof Error && isPublic(thrown)
  }
  // While a failure is being told, the hook's own must not take its place: it counts as a no.
  const isPublic = (thrown: Error): boolean => {
    try {
      return publicErrors?.(thrown) === true
    } catch (error) {
      logger.error({ error: describe(error) }, '`publicErrors` failed, which counts as a refusal')
      return false
    }
  }
  return (formatted, error) => {
    if (passes(formatted.extensions?.['code'], error)) return presentable(formatted, suggestions)
    const requestId = requestIdOf(formatted)
    logger.error(
      { requestId, path: formatted.path, error: describe(error ?? formatted) },
      'GraphQL error masked',
    )
    if (exposeErrors) return exposed(formatted, requestId)
    return {
      message: 'Internal server error',
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    }
  }
}

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

// graphql-js wraps whatever a resolver throws: the wrapper copies `extensions` even from a plain Error.
function isDeliberate(error: unknown): boolean {
  if (!(error instanceof Error) || !('originalError' in error)) return true
  const original = error.originalError
  return !(original instanceof Error) || (original.name === 'GraphQLError' && isDeliberate(original))
}

function presentable(formatted: GraphQLFormattedError, suggestions: boolean): GraphQLFormattedError {
  const { http: _http, ...extensions } = formatted.extensions ?? {}
  const { message: whole } = formatted
  const text = whole.length > longestMessage ? `${whole.slice(0, longestMessage)}…` : whole
  const message = suggestions ? text : text.replace(suggestionPattern, '')
  return { ...formatted, message, extensions }
}

function exposed(formatted: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const { stacktrace, ...extensions } = formatted.extensions ?? {}
  return {
    ...formatted,
    message: redactSecrets(formatted.message),
    extensions: {
      ...extensions,
      ...(Array.isArray(stacktrace) && { stacktrace: stacktrace.map((line) => redactSecrets(String(line))) }),
      code: 'INTERNAL_SERVER_ERROR',
      requestId,
    },
  }
}

function requestIdOf(formatted: GraphQLFormattedError): string {
  const known = formatted.extensions?.['requestId']
  return typeof known === 'string' ? known : randomUUID()
}

function originalOf(error: unknown): unknown {
  return error instanceof Error && 'originalError' in error ? (error.originalError ?? error) : error
}

function describe(error: unknown): string {
  const original = originalOf(error)
  const cause = original instanceof Error ? errorForLog(original) : original
  if (cause instanceof Error) return cause.stack ?? String(cause)
  return redactSecrets(typeof cause === 'string' ? cause : JSON.stringify(cause))
}
