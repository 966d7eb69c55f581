import { Callbacks } from '../callbacks/callbacks.ts'
import { FaultPlan } from '../faults/fault-plan.ts'
import { Timers } from '../http/timers.ts'
import { Journal } from '../journal/journal.ts'
import type { Settings } from '../settings/settings.ts'
import type { Seed } from '../world/seed.ts'
import { World } from '../world/world.ts'

/** One running simulator without its server: the world a reset replaces, and what outlives a reset. */
export class Simulation {
  readonly seed: Seed
  /** How the seed was asked for. */
  readonly seedName: string
  readonly journal: Journal = new Journal()
  readonly faults: FaultPlan = new FaultPlan()
  readonly timers: Timers = new Timers()
  readonly #settings: Settings
  #world: World
  #callbacks: Callbacks

  constructor(seed: Seed, seedName: string, settings: Settings) {
    this.seed = seed
    this.seedName = seedName
    this.#settings = settings
    this.#world = new World(seed, settings)
    this.#callbacks = new Callbacks(this.#world, this.timers)
  }

  get world(): World {
    return this.#world
  }

  get callbacks(): Callbacks {
    return this.#callbacks
  }

  /** Back to the seed and the settings of the start. Requests under way end in the world they began in. */
  reset(): void {
    this.#callbacks.close()
    this.#world = new World(this.seed, this.#settings)
    this.#callbacks = new Callbacks(this.#world, this.timers)
    this.journal.clear()
    this.faults.clear()
  }
}
