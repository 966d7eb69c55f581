import type { Runtime } from '../internal/runtime.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import type { StoreGuard } from '../stores/store-guard.ts'
import type { TokenLock } from '../stores/ports.ts'
import type { TokenSource } from './token-source.ts'

/** What a `TokenCache` works with. */
export interface TokenCacheOptions {
  /** What is cached, for events: `app`, `jsapi_ticket` … */
  kind: string
  /** First part of the store key: the corp. */
  keyPrefix: string
  /** Where tokens come from right now; asked before every fetch, so that a rotated secret is seen. */
  source: () => TokenSource | Promise<TokenSource>
  /** Undefined keeps tokens in this process only. */
  store: StoreGuard | undefined
  lock: TokenLock | undefined
  runtime: Runtime
  emit: (event: WecomEvent) => void
  /** Aborts when the client closes. */
  closed: AbortSignal
}
