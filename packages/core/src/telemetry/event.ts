/**
 * What a client reports to `onEvent`. No event holds a secret, token, code, ticket or a query: `path` is the bare
 * path.
 */
export type WecomEvent =
  | {
      type: 'request'
      method: string
      path: string
      /** HTTP status, when an answer came. */
      status?: number
      /** WeCom's errcode, when one came. */
      errcode?: number
      /** Code of our error, when the call failed. */
      error?: string
      attempts: number
      durationMs: number
    }
  | { type: 'retry'; method: string; path: string; attempt: number; delayMs: number; reason: string }
  | { type: 'token.refresh'; kind: string; outcome: 'ok' | 'error'; durationMs: number; errcode?: number }
  | { type: 'token.invalidated'; kind: string; errcode?: number }
  | { type: 'token.cooldown'; kind: string; errcode: number; untilMs: number }
  | { type: 'store.error'; operation: 'get' | 'set' | 'delete'; reason: string }
  | { type: 'store.bypassed'; forMs: number }
  | { type: 'store.recovered' }
  | { type: 'lock.bypassed'; reason: string }
  | {
      /** WeCom will cut a text of a message without a word. */
      type: 'message-too-long'
      path: string
      msgtype: string
      /** Such as `text.content`. */
      field: string
      bytes: number
      /** Bytes WeCom keeps. */
      limit: number
    }
  /** A directory forgets what is still good because `maxMemory` (in MB) does not hold what is asked for. */
  | { type: 'directory.full'; maxMemory: number }
  | { type: 'feed.error'; operation: 'publish' | 'subscribe'; reason: string }
