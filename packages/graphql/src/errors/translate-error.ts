import { isWecomError, type AnyWecomError } from '@wecom-kit/core'
import { GraphQLError } from 'graphql'
import { codedError } from './coded-error.ts'

// WeCom does not say which window a 45009 concerns; the shortest block it imposes lasts a minute.
const shortestBlockSeconds = 60

const absentErrcodes: ReadonlySet<number> = new Set([60111, 40003, 46004, 60003, 60123, 60011])

// Faults of the app's set-up. Their numbers tell an outsider what is misconfigured and help no client.
const setupErrcodes: ReadonlySet<number> = new Set([40001, 40013, 48001, 48002, 48009, 50003, 60020, 301002])

const tooLargeErrcode = 45029

/** Whether an error says "no such member or department, or none you may see": those are null, not errors. */
export function isAbsence(error: unknown): boolean {
  return isWecomError(error) && error.code === 'ERR_WECOM_API' && absentErrcodes.has(error.errcode)
}

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
  if (error.code === 'ERR_WECOM_API') return translateErrcode(error.errcode, error.retryable, requestId)
  return isTransport(error) ? upstreamError({ transient: error.retryable, requestId }) : undefined
}

function translateErrcode(
  errcode: number,
  transient: boolean,
  requestId: string | undefined,
): GraphQLError | undefined {
  if (errcode === tooLargeErrcode) {
    return codedError('RESULT_TOO_LARGE', 'WeCom refuses to list a department of this size.')
  }
  return setupErrcodes.has(errcode) ? undefined : upstreamError({ errcode, transient, requestId })
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
