import type { HeldToken } from '../token/token-record.ts'
import type { TokenCache } from '../token/token-cache.ts'
import type { CallPriority } from '../endpoints/request.ts'
import type { EncodedBody } from './encode-call.ts'

/** A call, checked and encoded. */
export interface PreparedCall {
  method: 'GET' | 'POST'
  path: string
  /** Encoded parameters, each with a leading `&`. */
  query: string
  /** gettoken's corpid and secret, encoded the same way; they appear in no context, event or error. */
  credentials: string
  encoded: EncodedBody
  /** Values that are blanked wherever WeCom quotes them back. */
  secrets: readonly string[]
  idempotent: boolean
  responseType: 'json' | 'bytes'
  /** The header Range; its answer has status 206. */
  range?: string | undefined
  /** Milliseconds for one attempt. */
  timeout: number
  maxRetries: number
  priority: CallPriority
  signal: AbortSignal | undefined
}

/** Where the token of a call comes from, and the query parameter it travels in. */
export interface TokenSlot {
  cache: TokenCache
  parameter: string
}

/** A token on loan for one attempt. */
export interface AttachedToken {
  held: HeldToken
  parameter: string
}
