import { changesBetween } from '../contacts/changes-between.ts'
import { Callbacks } from '../callbacks/callbacks.ts'
import { FaultPlan } from '../faults/fault-plan.ts'
import { Timers } from '../http/timers.ts'
import { Journal } from '../journal/journal.ts'
import type { Settings } from '../settings/settings.ts'
import { Stubs } from '../stubs/stubs.ts'
import type { Recording } from '../seeds/recording.ts'
import { World } from '../world/world.ts'

/** One running simulator without its server: the world a reset replaces, and what outlives a reset. */
export class Simulation {
  readonly seed: Recording
  /** How the seed was asked for. */
  readonly seedName: string
  /** Where it listens; empty until it does. */
  url = ''
  readonly journal: Journal = new Journal()
  readonly faults: FaultPlan = new FaultPlan()
  readonly stubs: Stubs = new Stubs()
  readonly timers: Timers = new Timers()
  /** What a reset brings back. */
  readonly startSettings: Settings
  readonly #watchers = new Set<() => void>()
  #world: World
  #callbacks: Callbacks

  constructor(seed: Recording, seedName: string, settings: Settings) {
    this.seed = seed
    this.seedName = seedName
    this.startSettings = settings
    this.#world = new World(seed, settings)
    this.#callbacks = new Callbacks(this.#world, this.timers, () => this.touch())
    this.#plan()
  }

  get world(): World {
    return this.#world
  }

  get callbacks(): Callbacks {
    return this.#callbacks
  }

  /**
   * Back to the seed and the settings of the start. Requests under way end in the world they began in. With
   * `keepCallbacks` the callback URLs stay and are told what the reset changed in the directory.
   */
  reset(keepCallbacks = false): void {
    const { directory } = this.#world
    const configs = keepCallbacks ? this.#callbacks.configs() : []
    this.#callbacks.close()
    this.#world = new World(this.seed, this.startSettings)
    this.#callbacks = new Callbacks(this.#world, this.timers, () => this.touch(), configs)
    this.journal.clear()
    this.#plan()
    if (configs.length > 0) this.#callbacks.announceAll(changesBetween(directory, this.#world.directory))
  }

  /** Tells the watchers that something is different now, be it by an act or by a delivery. */
  touch(): void {
    for (const watcher of this.#watchers) watcher()
  }

  /** Calls back at each {@link Simulation.touch} until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** The faults and stubs that the seed brings along, and no others. */
  #plan(): void {
    const { faults = [], randomFaults, stubs = [] } = this.seed
    this.faults.clear()
    for (const fault of faults) this.faults.add(fault)
    if (randomFaults !== undefined) this.faults.startRandom(randomFaults)
    this.stubs.clear()
    for (const stub of stubs) this.stubs.add(stub)
  }
}
