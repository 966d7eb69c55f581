import type { ExpiringMap } from '../internal/expiring-map.ts'
import type { ExchangeCode } from '../login/exchange-code.ts'
import type { LoginResults } from '../login/login-results.ts'
import type { LoginStates } from '../login/login-states.ts'
import type { Transactions } from '../login/transactions.ts'
import type { SsoConfig } from '../options/resolve-options.ts'
import type { Revocations } from '../session/revocations.ts'
import type { SessionManager } from '../session/session-manager.ts'
import type { PublicAddress } from './public-address.ts'
import type { SetupWarnings } from './setup-warnings.ts'

/** One `wecomSSO()`: its configuration and its parts. */
export interface SsoRuntime {
  readonly config: SsoConfig
  readonly address: PublicAddress
  readonly warnings: SetupWarnings
  readonly states: LoginStates
  readonly transactions: Transactions
  readonly results: LoginResults
  /** Where finished sign-ins went, by digest of their state: Back and reload on a callback end there again. */
  readonly goals: ExpiringMap<string>
  readonly exchange: ExchangeCode
  readonly sessions: SessionManager
  readonly revocations: Revocations
}
