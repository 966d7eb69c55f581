import { createSetupWarnings, optionError, type SetupWarnings } from '../errors/setup-error.ts'
import { createExchange, type ExchangeCode } from '../member/exchange-code.ts'
import { createStanding, type Standing } from '../member/standing.ts'
import { isOnThisMachine } from '../options/check-base-url.ts'
import type { WecomSSOOptions } from '../options/options.ts'
import { resolveSettings, type Settings } from '../options/settings.ts'
import { createLoginGoals, createLoginOnce, type LoginGoals, type LoginOnce } from '../proof/once.ts'
import { createLoginStates, type LoginStates } from '../proof/states.ts'
import { createTransactions, type Transactions } from '../proof/transactions.ts'
import { createRevocations, type Revocations } from '../session/revocations.ts'
import { createSealer, deriveKeys, type KeyPurpose } from '../session/seal.ts'
import { inCookies, inStore, type SessionPlace } from '../session/session-places.ts'
import { createSessionStore, type WecomSessionStore } from '../session/session-store.ts'
import { longestTtl } from '../session/session.ts'
import { createSessions, type Sessions } from '../session/sessions.ts'
import { createSignOutMark, type SignOutMark } from '../session/sign-out-mark.ts'
import { createPublicAddress, type PublicAddress } from './address.ts'

/** One `wecomSSO()`: its settings and its parts. */
export interface Instance {
  readonly settings: Settings
  readonly address: PublicAddress
  readonly warnings: SetupWarnings
  readonly states: LoginStates
  readonly transactions: Transactions
  readonly once: LoginOnce
  readonly goals: LoginGoals
  readonly exchange: ExchangeCode
  readonly standing: Standing
  readonly sessions: Sessions
  readonly signedOut: SignOutMark
  readonly revocations: Revocations
}

/** Checks the options, derives the keys and joins the parts: all the work that requests must not repeat. */
export function createInstance(options: WecomSSOOptions): Instance {
  const settings = resolveSettings(options)
  const { now, lifetimes, transactionTtl } = settings
  const warnings = createSetupWarnings(settings.options.logger)
  const sealer = (purpose: KeyPurpose) =>
    createSealer(deriveKeys(settings.secrets, settings.identity, purpose))
  const store = shared(settings.options.store ?? settings.sessionStore, settings)
  const ttl = lifetimes.absolute ?? longestTtl
  const { isRevoked } = settings.options
  const revocations = createRevocations({
    store,
    ttl,
    now,
    outliveStore: settings.sessionStore === undefined,
    isRevoked: isRevoked === undefined ? undefined : (session) => isRevoked(session.user),
    tell: (ended) => {
      for (const sibling of siblingsOf(instance)) sibling.revocations.hear(ended)
    },
  })
  const signedOut = createSignOutMark(sealer('signed-out'), lifetimes.absolute ?? 7 * 86_400_000, now)
  if (settings.baseUrl?.secure === false && !isOnThisMachine(settings.baseUrl)) {
    warnings.insecureBaseUrl(settings.baseUrl.origin)
  }
  const instance: Instance = {
    settings,
    warnings,
    revocations,
    signedOut,
    address: createPublicAddress(settings, warnings),
    states: createLoginStates(deriveKeys(settings.secrets, settings.identity, 'state'), now),
    transactions: createTransactions({
      sealer: sealer('login'),
      ttl: transactionTtl / 1000,
      max: settings.transactionMax,
    }),
    goals: createLoginGoals({ ttl: transactionTtl, now, sealer: sealer('goal'), store }),
    exchange: createExchange(settings),
    standing: createStanding(settings),
    sessions: createSessions({
      place: createPlace(settings, sealer),
      revocations,
      signedOut,
      lifetimes,
      now,
    }),
    once: createLoginOnce({
      ttl: transactionTtl * 2,
      now,
      lifetimes,
      sealer: sealer('result'),
      store,
      // Its turn, and then WeCom, may take `timeout` each.
      patience: settings.options.timeout * 2 + 1000,
    }),
  }
  return instance
}

function shared(store: WecomSessionStore | undefined, { identity, options }: Settings) {
  return store === undefined ? undefined : createSessionStore(store, `wecom-sso:${identity}:`, options.logger)
}

function createPlace(
  settings: Settings,
  sealer: (purpose: KeyPurpose) => ReturnType<typeof createSealer>,
): SessionPlace {
  const { lifetimes, now, memo } = settings
  const store = shared(settings.sessionStore, settings)
  if (store === undefined) return inCookies({ sealer: sealer('session'), memo, lifetimes, now })
  return inStore({
    sealer: sealer('session'),
    storeSealer: sealer('stored-session'),
    store,
    memo,
    lifetimes,
    now,
  })
}

/** Under this name, so that the helpers of another copy of this package in one process find the inside as well. */
const insideKey = Symbol.for('wecom-kit.express-middleware.instance')

/** The ones still in use; weak, so that nothing is kept alive by being known here. */
const living = new Set<WeakRef<Instance>>()

/** Remembers what is inside a middleware. */
export function registerInstance(sso: object, instance: Instance): void {
  Object.defineProperty(sso, insideKey, { value: instance })
  for (const reference of living) {
    if (reference.deref() === undefined) living.delete(reference)
  }
  living.add(new WeakRef(instance))
}

/** The middleware that was made last in this process. */
export function latestInstance(): Instance {
  const instance = [...living].map((reference) => reference.deref()).findLast((found) => found !== undefined)
  if (instance !== undefined) return instance
  throw optionError(
    'sso',
    'what a wecomSSO() in this process returned: make it first, or pass it',
    undefined,
    'createTestSession',
  )
}

/** The inside of a middleware. */
export function instanceOf(sso: object, caller: string): Instance {
  if (hasInside(sso)) return sso[insideKey]
  throw optionError('sso', 'what wecomSSO() returned', sso, caller)
}

function hasInside(value: unknown): value is { [insideKey]: Instance } {
  return typeof value === 'function' && insideKey in value
}

/** The other instances of the same app in this process. */
function siblingsOf(instance: Instance): readonly Instance[] {
  return [...living]
    .map((reference) => reference.deref())
    .filter((other) => other !== undefined)
    .filter((other) => other !== instance && other.settings.identity === instance.settings.identity)
}
