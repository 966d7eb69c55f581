import type { ExchangeCode } from '../login/exchange-code.ts'
import type { LoginGoals } from '../login/login-goals.ts'
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
  readonly goals: LoginGoals
  readonly exchange: ExchangeCode
  readonly sessions: SessionManager
  readonly revocations: Revocations
}
