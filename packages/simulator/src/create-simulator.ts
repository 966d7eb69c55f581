import { createAdminApi, publicApp } from './api/admin-api.ts'
import { clientOptionsOf } from './api/client-options.ts'
import { createMessagesApi } from './api/messages-api.ts'
import { createCallbacksApi } from './api/callbacks-api.ts'
import { createClockApi } from './api/clock-api.ts'
import { createCodesApi } from './api/codes-api.ts'
import { createContactsApi } from './api/contacts-api.ts'
import { createFaultsApi } from './api/faults-api.ts'
import { createJournalApi } from './api/journal-api.ts'
import { createSettingsApi } from './api/settings-api.ts'
import type { Simulator, SimulatorApp } from './api/simulator.ts'
import { createTokensApi } from './api/tokens-api.ts'
import type { Simulation } from './simulation/simulation.ts'

/** The typed handle of a simulation that listens on `url`; `stop` ends its server. */
export function createSimulator(simulation: Simulation, url: string, stop: () => Promise<void>): Simulator {
  const close = async (): Promise<void> => {
    simulation.timers.close()
    simulation.callbacks.close()
    await stop()
  }
  const corpId = simulation.seed.corp.id
  const apps = (): [SimulatorApp, ...SimulatorApp[]] => atLeastOne(simulation.world.apps().map(publicApp))
  return {
    url,
    corp: { id: corpId },
    get apps() {
      return apps()
    },
    clientOptions: (app) => clientOptionsOf(url, corpId, apps(), app),
    contacts: createContactsApi(simulation, (change) => simulation.callbacks.announce(change)),
    clock: createClockApi(simulation),
    faults: createFaultsApi(simulation),
    journal: createJournalApi(simulation),
    tokens: createTokensApi(simulation),
    codes: createCodesApi(simulation),
    settings: createSettingsApi(simulation),
    callbacks: createCallbacksApi(simulation),
    messages: createMessagesApi(simulation),
    admin: createAdminApi(simulation),
    reset: async () => simulation.reset(),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** No seed without an app passes its check; the type spares every user a test. */
function atLeastOne([first, ...rest]: readonly SimulatorApp[]): [SimulatorApp, ...SimulatorApp[]] {
  if (first === undefined) throw new TypeError('a seed has at least one app')
  return [first, ...rest]
}
