import type { Telemetry } from '../telemetry/telemetry.ts'
import { ConcurrencyLimit } from '../transport/concurrency-limit.ts'
import { RetryBudget } from '../transport/retry.ts'
import { StoreGuard } from '../stores/store-guard.ts'
import type { TokenLock } from '../stores/ports.ts'
import type { Connections } from './connections.ts'
import { splitBaseUrl, type ResolvedOptions } from './resolve-options.ts'
import type { WecomLimiter } from './rate-limiter.ts'
import type { WecomMiddleware } from './options.ts'
import { ContactWrites } from '../internal/contact-writes.ts'
import type { Runtime } from '../internal/runtime.ts'

/** What all apps of one client share: connections, store, limits, hooks. */
export interface Engine {
  readonly options: ResolvedOptions
  readonly connections: Connections
  /** `baseUrl` in two: what undici connects to, and what stands before every path. */
  readonly target: { readonly origin: string; readonly path: string }
  readonly store: StoreGuard | undefined
  readonly lock: TokenLock | undefined
  readonly limiter: WecomLimiter | undefined
  readonly middlewares: readonly WecomMiddleware[]
  readonly concurrency: ConcurrencyLimit
  readonly budget: RetryBudget
  readonly telemetry: Telemetry
  readonly runtime: Runtime
  /** Tells directories what calls of any of the apps may have changed. */
  readonly writes: ContactWrites
  /** Aborts when the client closes. */
  readonly closed: AbortController
  /** Whether it is borrowed from the client that `with` was called on: then its connections are not ours to close. */
  readonly isShared: boolean
}

/** Sets up what a client's apps share. */
export function createEngine(options: ResolvedOptions, runtime: Runtime, telemetry: Telemetry): Engine {
  const { store } = options
  return {
    options,
    connections: options.connections,
    target: splitBaseUrl(options.baseUrl),
    store: store === undefined ? undefined : new StoreGuard(store, () => runtime.monotonic(), telemetry.emit),
    lock: options.lock,
    limiter: options.limiter,
    middlewares: options.use ?? [],
    concurrency: new ConcurrencyLimit(options.maxConcurrency),
    budget: new RetryBudget(),
    telemetry,
    runtime,
    writes: new ContactWrites(),
    closed: new AbortController(),
    isShared: false,
  }
}

/** The same for another app of the corp: it closes by itself, and at the latest with the one it came from. */
export function shareEngine(engine: Engine): Engine {
  const closed = new AbortController()
  const origin = engine.closed.signal
  if (origin.aborted) closed.abort()
  else origin.addEventListener('abort', () => closed.abort(), { once: true, signal: closed.signal })
  return { ...engine, closed, isShared: true }
}
