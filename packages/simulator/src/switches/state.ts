import type { CallbackSummary } from '../api/callbacks-api.ts'
import type { SimulatorApp } from '../api/simulator.ts'
import { coverage } from '../endpoints/endpoints.ts'
import type { SwitchCall } from './switch-route.ts'

/** `GET /__simulator/state`: where everything stands. Secrets are shown: they belong to nobody. */
export function readState({ simulation, simulator }: SwitchCall): object {
  const { directory, clock, corpId, seed, settings } = simulation.world
  return {
    url: simulator.url,
    corp: { id: corpId, name: seed.corp.name },
    apps: simulator.apps.map((app) => withCallback(app, simulator.callbacks.list())),
    clock: { now: clock.now(), offsetMs: clock.offsetMs, frozen: clock.frozen },
    seed: simulation.seedName,
    counts: {
      users: directory.memberCount,
      departments: directory.departmentCount,
      tags: [...directory.tags()].length,
      requests: simulation.journal.size,
      tokens: simulator.tokens.list().filter(({ status }) => status === 'live').length,
      codes: simulator.codes.list().filter(({ status }) => status === 'live').length,
    },
    coverage: coverage(),
    settings,
    faults: { scripted: simulator.faults.list(), random: simulation.faults.random ?? null },
  }
}

function withCallback(app: SimulatorApp, callbacks: readonly CallbackSummary[]): object {
  const callback = callbacks.find((each) => each.app === app.name)
  return callback === undefined ? app : { ...app, callback }
}
