import type { AppKind } from '../world/app.ts'
import type { AdminApi } from './admin-api.ts'
import type { MessagesApi } from './messages-api.ts'
import type { CallbacksApi } from './callbacks-api.ts'
import type { ClientOptions } from './client-options.ts'
import type { ClockApi } from './clock-api.ts'
import type { CodesApi } from './codes-api.ts'
import type { ContactsApi } from './contacts-api.ts'
import type { FaultsApi } from './faults-api.ts'
import type { JournalApi } from './journal-api.ts'
import type { SettingsApi } from './settings-api.ts'
import type { TokensApi } from './tokens-api.ts'

/** An app of the simulated corp, ready to be given to a client. */
export interface SimulatorApp {
  /** Short and unique: `portal`, `narrow`, `legacy`, `contacts-sync` in the built-in seeds. */
  readonly name: string
  /** Absent for contacts-sync, which has none. */
  readonly agentId?: number
  readonly secret: string
  readonly kind: AppKind
}

/**
 * A running simulator. Every part mirrors one of the switches under `/__simulator/`, so that what a test does here
 * another language can do over HTTP.
 *
 * @example
 * ```ts
 * import { startSimulator } from '@wecom-kit/simulator'
 *
 * await using simulator = await startSimulator()
 * const [app] = simulator.apps
 * const url = `${simulator.url}/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=${app.secret}`
 * console.log(await (await fetch(url)).json())
 * console.log(simulator.journal.count('/cgi-bin/gettoken'))
 * ```
 */
export interface Simulator extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` without a slash at the end: base of the API, of both login pages and of the switches. */
  readonly url: string
  /** The corp; its id stays the same over resets and starts of a seed. */
  readonly corp: { readonly id: string }
  /** The first one of kind `app` sees the whole corp in both built-in seeds. */
  readonly apps: readonly [SimulatorApp, ...SimulatorApp[]]
  /**
   * Everything a client of an app needs, ready for `createWecomClient`.
   *
   * @param app its name; the first one, which sees the whole corp, when left out
   * @throws TypeError for an app that does not exist
   * @example
   * ```ts
   * const wecom = createWecomClient(simulator.clientOptions())
   * const contacts = createWecomClient(simulator.clientOptions('contacts-sync'))
   * ```
   */
  clientOptions(app?: string): ClientOptions
  /** Reads and edits members and departments. */
  readonly contacts: ContactsApi
  /** Moves the simulated time, which all lives and limits follow. */
  readonly clock: ClockApi
  /** Makes calls go wrong. */
  readonly faults: FaultsApi
  /** What was called. */
  readonly journal: JournalApi
  /** Access tokens: revoke them early, see how they stand. */
  readonly tokens: TokensApi
  /** One-time login codes without a browser. */
  readonly codes: CodesApi
  /** How this WeCom behaves where documents leave a choice, and its limits and latency. */
  readonly settings: SettingsApi
  /** Registers callback URLs and pushes events to them. */
  readonly callbacks: CallbacksApi
  /** What message/send delivered. */
  readonly messages: MessagesApi
  /** Changes an app as its admin would: another secret, disabled, another visible range. */
  readonly admin: AdminApi
  /**
   * Back to the seed: corp, agent ids and secrets stay the same; journal, faults, settings, clock, tokens, codes,
   * callbacks and edits are gone.
   */
  reset(): Promise<void>
  /** Ends every connection and timer; nothing keeps the process alive afterwards. */
  close(): Promise<void>
}
