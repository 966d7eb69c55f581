import type { AnyWecomError } from '@wecom-kit/core'
import { errcodeIs, errcodeOf, isWecomError } from '@wecom-kit/core/foundation'
import { GraphQLError } from 'graphql'
import { codedError } from './codes.ts'

// WeCom does not say which window a used-up quota concerns; the shortest block it imposes lasts a minute.
const shortestBlockSeconds = 60

/**
 * What a client may know of a failure below the directory. errmsg holds the server's IP and hint ids, so no upstream
 * text passes. undefined: not an upstream matter but a bug or a set-up fault, to be masked.
 */
export function translateError(error: unknown, requestId: string | undefined): GraphQLError | undefined {
  if (error instanceof GraphQLError) return error
  if (!isWecomError(error)) return undefined
  if (error.code === 'ERR_WECOM_RATE_LIMIT') {
    return codedError('RATE_LIMITED', 'WeCom is being asked too often; try again later.', {
      retryAfter: shortestBlockSeconds,
    })
  }
  // Not the app's set-up: WeCom refused a token that it had just given, as while tokens are being revoked.
  if (error.code === 'ERR_WECOM_AUTH' && error.reason === 'token-rejected')
    return upstreamError({ transient: true, requestId })
  const errcode = errcodeOf(error)
  if (error.code === 'ERR_WECOM_API' && errcode !== undefined)
    return translateErrcode(errcode, error.retryable, requestId)
  return isTransport(error) ? upstreamError({ transient: error.retryable, requestId }) : undefined
}

/** The same for what needs `directory.warm({ search: true })`: that it was not called is a matter of its own. */
export function searchProblem(error: unknown, feature: string): GraphQLError | undefined {
  return isWecomError(error) && error.code === 'ERR_WECOM_CONFIG'
    ? codedError('FEATURE_UNAVAILABLE', 'This server has no search index.', { feature })
    : undefined
}

// Faults of the app's set-up are masked: their numbers tell an outsider what is misconfigured and help no client.
function translateErrcode(
  errcode: number,
  transient: boolean,
  requestId: string | undefined,
): GraphQLError | undefined {
  if (errcodeIs(errcode, 'too-large')) {
    return codedError('RESULT_TOO_LARGE', 'WeCom refuses to list a department of this size.')
  }
  return errcodeIs(errcode, 'setup') ? undefined : upstreamError({ errcode, transient, requestId })
}

function isTransport(error: AnyWecomError): boolean {
  return (
    error.code === 'ERR_WECOM_TRANSPORT' ||
    error.code === 'ERR_WECOM_TIMEOUT' ||
    error.code === 'ERR_WECOM_HTTP' ||
    error.code === 'ERR_WECOM_INVALID_RESPONSE'
  )
}

function upstreamError(extensions: Readonly<Record<string, unknown>>): GraphQLError {
  return codedError('WECOM_UPSTREAM', 'WeCom could not answer.', extensions)
}
