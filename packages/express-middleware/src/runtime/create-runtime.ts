import { createExchange } from '../login/exchange-code.ts'
import { createLoginGoals } from '../login/login-goals.ts'
import { createLoginResults, repeatWindow } from '../login/login-results.ts'
import { createLoginStates } from '../login/login-states.ts'
import { createSharedClaims } from '../login/shared-claims.ts'
import { createTransactions } from '../login/transactions.ts'
import { isLoopback } from '../options/check-base-url.ts'
import type { WecomSSOOptions } from '../options/options.ts'
import { resolveOptions, type SsoConfig } from '../options/resolve-options.ts'
import { deriveKeys, type KeyPurpose } from '../seal/derive-keys.ts'
import { createSealer, type Sealer } from '../seal/sealer.ts'
import { createRevocations } from '../session/revocations.ts'
import { createSealedSessions } from '../session/sealed-sessions.ts'
import type { SessionBackend } from '../session/session-backend.ts'
import { createSessionManager } from '../session/session-manager.ts'
import { createSessionMemo } from '../session/session-memo.ts'
import { longestTtl } from '../session/session.ts'
import { createSharedStore, type WecomSessionStore } from '../session/shared-store.ts'
import { createStoredSessions } from '../session/stored-sessions.ts'
import { createPublicAddress } from './public-address.ts'
import type { SsoRuntime } from './runtime.ts'
import { createSetupWarnings } from './setup-warnings.ts'

/** Checks the options, derives the keys and joins the parts: all the work that requests must not repeat. */
export function createRuntime(options: WecomSSOOptions): SsoRuntime {
  const config = resolveOptions(options)
  const { now, lifetimes } = config
  const warnings = createSetupWarnings(options.logger)
  const keys = (purpose: KeyPurpose) => deriveKeys(config.secrets, config.instance, purpose)
  const store = sharedStore(options.store ?? options.session?.store, config)
  const revocations = createRevocations({
    store,
    ttl: lifetimes.absolute ?? longestTtl,
    now,
    isRevoked:
      options.isRevoked === undefined ? undefined : (session) => options.isRevoked?.(session.user) ?? false,
  })
  if (config.baseUrl?.secure === false && !isLoopback(new URL(config.baseUrl.origin).hostname)) {
    warnings.insecureBaseUrl(config.baseUrl.origin)
  }
  return {
    config,
    warnings,
    revocations,
    address: createPublicAddress(config, warnings),
    states: createLoginStates(keys('state'), now),
    transactions: createTransactions({
      sealer: createSealer(keys('login')),
      ttl: config.transactionTtl / 1000,
      max: config.transactionMax,
    }),
    goals: createLoginGoals({
      ttl: config.transactionTtl,
      now,
      sealer: createSealer(keys('goal')),
      store,
    }),
    exchange: createExchange(config),
    sessions: createSessionManager({
      backend: createBackend(config, createSealer(keys('session'))),
      revocations,
      lifetimes,
      now,
    }),
    results: createLoginResults({
      ttl: config.transactionTtl * 2,
      now,
      lifetimes,
      sealer: createSealer(keys('result')),
      claims: store === undefined ? undefined : sharedClaims(store, config),
    }),
  }
}

function sharedStore(store: WecomSessionStore | undefined, config: SsoConfig): WecomSessionStore | undefined {
  return store === undefined ? undefined : createSharedStore(store, `wecom-sso:${config.instance}:`)
}

function sharedClaims(store: WecomSessionStore, config: SsoConfig) {
  return createSharedClaims({
    store,
    ttl: config.transactionTtl * 2,
    resultTtl: repeatWindow,
    patience: config.timeout + 1000,
  })
}

function createBackend(config: SsoConfig, sealer: Sealer): SessionBackend {
  const { lifetimes, now, options } = config
  const store = sharedStore(options.session?.store, config)
  if (store !== undefined) return createStoredSessions({ sealer, store, lifetimes, now })
  return createSealedSessions({ sealer, memo: createSessionMemo(config.memoSize), lifetimes, now })
}
