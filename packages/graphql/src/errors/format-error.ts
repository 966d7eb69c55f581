import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'
import { isClientCode } from './error-code.ts'
import type { ErrorLogger } from './quiet-logger.ts'
import { redact } from './redact.ts'

/**
 * Decides what of an error reaches a client; fits Apollo's `formatError`. Also callable with the formatted error alone.
 */
export type FormatError = (formatted: GraphQLFormattedError, error?: unknown) => GraphQLFormattedError

/** What {@link createFormatError} needs. */
export interface FormatErrorOptions {
  logger: ErrorLogger
  /** More codes whose errors pass unmasked: those of the host's own resolvers. */
  extraCodes: ReadonlySet<string>
  /** Leaves "Did you mean …?" in messages. */
  suggestions: boolean
  /** Lets masked errors through, secrets redacted: for development. */
  exposeErrors: boolean
}

// A client's own 90 KB argument quoted back at it is a mirror for attackers and noise for everyone else.
const longestMessage = 300
// What a client sent can stand in a host's error, and one request must not fill a disk.
const longestEntry = 8000
// Tries every start again: for messages that are cut already. One that is cut off in the middle goes too.
const suggestionPattern = / ?Did you mean [^?]*\??/g

/**
 * Masks by allow-list: an error passes only if it *is* a GraphQLError with a code clients may see. Apollo passes a plain
 * Error's message on, and fetch errors quote the URL with its access_token, so a deny-list would leak.
 */
export function createFormatError(options: FormatErrorOptions): FormatError {
  const { logger, extraCodes, suggestions, exposeErrors } = options
  return (formatted, error) => {
    const code = formatted.extensions?.['code']
    if (typeof code === 'string' && (isClientCode(code) || extraCodes.has(code)) && isDeliberate(error)) {
      return presentable(formatted, suggestions)
    }
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

// graphql-js wraps whatever a resolver throws: the wrapper copies `extensions` even from a plain Error.
function isDeliberate(error: unknown): boolean {
  if (!(error instanceof Error) || !('originalError' in error)) return true
  const original = error.originalError
  return !(original instanceof Error) || (original.name === 'GraphQLError' && isDeliberate(original))
}

function presentable(formatted: GraphQLFormattedError, suggestions: boolean): GraphQLFormattedError {
  const { http: _http, ...extensions } = formatted.extensions ?? {}
  const text = shortened(formatted.message, longestMessage)
  const message = suggestions ? text : text.replace(suggestionPattern, '')
  return { ...formatted, message, extensions }
}

function exposed(formatted: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const { stacktrace, ...extensions } = formatted.extensions ?? {}
  return {
    ...formatted,
    message: redact(formatted.message),
    extensions: {
      ...extensions,
      ...(Array.isArray(stacktrace) && { stacktrace: stacktrace.map((line) => redact(String(line))) }),
      code: 'INTERNAL_SERVER_ERROR',
      requestId,
    },
  }
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}

function requestIdOf(formatted: GraphQLFormattedError): string {
  const known = formatted.extensions?.['requestId']
  return typeof known === 'string' ? known : randomUUID()
}

function describe(error: unknown): string {
  const cause = error instanceof Error && 'originalError' in error ? (error.originalError ?? error) : error
  const text =
    cause instanceof Error
      ? (cause.stack ?? String(cause))
      : typeof cause === 'string'
        ? cause
        : JSON.stringify(cause)
  return redact(shortened(text, longestEntry))
}
