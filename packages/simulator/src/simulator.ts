import { adminActs, type AdminApi, publicApp, type SimulatorApp } from './acts/admin.ts'
import { approvalActs, type ApprovalsApi } from './acts/approvals.ts'
import { bind } from './acts/act.ts'
import { callbackActs, type CallbacksApi } from './acts/callbacks.ts'
import { clockActs, type ClockApi } from './acts/clock.ts'
import { codeActs, type CodesApi } from './acts/codes.ts'
import { contactActs, type ContactsApi } from './acts/contacts.ts'
import { customerActs, type CustomersApi } from './acts/customers.ts'
import { exportAct } from './acts/export.ts'
import { faultActs, type FaultsApi } from './acts/faults.ts'
import { journalActs, type JournalApi } from './acts/journal.ts'
import { messageActs, type MessagesApi } from './acts/messages.ts'
import { resetAct, type ResetOptions } from './acts/reset.ts'
import { settingsActs, type SettingsApi } from './acts/settings.ts'
import { stubActs, type StubsApi } from './acts/stubs.ts'
import { tokenActs, type TokensApi } from './acts/tokens.ts'
import type { Recording } from './seeds/recording.ts'
import { ShapeError } from './shape/shape-error.ts'
import type { Simulation } from './simulation/simulation.ts'

/** What a client of an app needs to talk to the simulator instead of WeCom; the names are those of `@wecom-kit/core`. */
export interface ClientOptions {
  readonly corpId: string
  /** Absent for contacts-sync, which has none. */
  readonly agentId?: number | undefined
  readonly secret: string
  readonly baseUrl: string
  readonly authorizeBaseUrl: string
  readonly loginBaseUrl: string
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
  /** Customers (external contacts): who adds, edits and deletes whom. */
  readonly customers: CustomersApi
  /** Applications of 审批, and what approvers do with them. */
  readonly approvals: ApprovalsApi
  /** Moves the simulated time, which all lives and limits follow. */
  readonly clock: ClockApi
  /** Makes calls go wrong. */
  readonly faults: FaultsApi
  /** Answers of your own for any API. */
  readonly stubs: StubsApi
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
   * edits and, unless `keepCallbacks` says otherwise, callbacks are gone.
   */
  reset(options?: ResetOptions): Promise<void>
  /**
   * The state of now as a seed: directory, tags, apps, settings, faults and stubs, ready for `startSimulator({ seed })`
   * or, as a JSON file, for `--seed`. Tokens, codes, callbacks and the journal are left out.
   *
   * @example
   * ```ts
   * await writeFile('corp.json', JSON.stringify(simulator.export(), null, 2))
   * ```
   */
  export(): Recording
  /** Ends every connection and timer; nothing keeps the process alive afterwards. */
  close(): Promise<void>
}

/** The typed handle of a simulation that listens; `stop` ends its server. */
export function createSimulator(simulation: Simulation, stop: () => Promise<void>): Simulator {
  const close = async (): Promise<void> => {
    simulation.timers.close()
    simulation.callbacks.close()
    await stop()
  }
  const { url } = simulation
  const corpId = simulation.seed.corp.id
  const apps = (): [SimulatorApp, ...SimulatorApp[]] => atLeastOne(simulation.world.apps().map(publicApp))
  return {
    url,
    corp: { id: corpId },
    get apps() {
      return apps()
    },
    clientOptions: (app) => clientOptionsOf(url, corpId, apps(), app),
    contacts: bind(contactActs, simulation),
    customers: bind(customerActs, simulation),
    approvals: bind(approvalActs, simulation),
    clock: bind(clockActs, simulation),
    faults: bind(faultActs, simulation),
    stubs: bind(stubActs, simulation),
    journal: bind(journalActs, simulation),
    tokens: bind(tokenActs, simulation),
    codes: bind(codeActs, simulation),
    settings: bind(settingsActs, simulation),
    callbacks: bind(callbackActs, simulation),
    messages: bind(messageActs, simulation),
    admin: bind(adminActs, simulation),
    reset: async (options) => resetAct.run(simulation, [options]),
    export: () => exportAct.run(simulation, []),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** No seed without an app passes its check; the type spares every user a test. */
function atLeastOne([first, ...rest]: readonly SimulatorApp[]): [SimulatorApp, ...SimulatorApp[]] {
  if (first === undefined) throw new TypeError('a seed has at least one app')
  return [first, ...rest]
}

function clientOptionsOf(
  url: string,
  corpId: string,
  apps: readonly [SimulatorApp, ...SimulatorApp[]],
  name: string | undefined,
): ClientOptions {
  const app = name === undefined ? apps[0] : apps.find((candidate) => candidate.name === name)
  if (app === undefined) {
    const names = apps.map((one) => one.name).join(', ')
    throw new ShapeError('app', `there is no app "${name}"; there are ${names}`)
  }
  const { agentId, secret } = app
  const bases = { baseUrl: url, authorizeBaseUrl: url, loginBaseUrl: url }
  return agentId === undefined ? { corpId, secret, ...bases } : { corpId, agentId, secret, ...bases }
}
