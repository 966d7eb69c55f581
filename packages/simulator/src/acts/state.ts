import { coverage } from '../endpoints/endpoints.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { App } from '../world/app.ts'
import { type Act, act } from './act.ts'
import { publicApp } from './admin.ts'
import { summarize } from './callbacks.ts'
import { readClock } from './clock.ts'
import { codeActs } from './codes.ts'
import { tokenActs } from './tokens.ts'

/** `GET /__simulator/state`: where everything stands. Secrets are shown: they belong to nobody. */
export const readState: Act = act({
  http: 'GET state',
  input: [],
  run: stateOf,
  answer: (state) => state,
})

function stateOf(simulation: Simulation): object {
  const { corpId, directory, seed, settings } = simulation.world
  return {
    url: simulation.url,
    corp: { id: corpId, name: seed.corp.name },
    apps: simulation.world.apps().map((app) => withCallback(simulation, app)),
    robots: simulation.world.robots,
    clock: readClock(simulation),
    seed: simulation.seedName,
    counts: {
      users: directory.memberCount,
      departments: directory.departmentCount,
      tags: [...directory.tags()].length,
      requests: simulation.journal.size,
      tokens: living(tokenActs.list.run(simulation, [])),
      codes: living(codeActs.list.run(simulation, [])),
    },
    coverage: coverage(),
    settings,
    stubs: simulation.stubs.list(),
    faults: { scripted: simulation.faults.pending(), random: simulation.faults.random ?? null },
  }
}

function living(records: readonly { status: string }[]): number {
  return records.filter(({ status }) => status === 'live').length
}

function withCallback(simulation: Simulation, app: App): object {
  const callback = summarize(simulation).find((each) => each.app === app.name)
  return callback === undefined ? publicApp(app) : { ...publicApp(app), callback }
}
