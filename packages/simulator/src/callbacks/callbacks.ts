import type { ContactChange } from '../contacts/contact-change.ts'
import type { Timers } from '../http/timers.ts'
import type { CallbackSettings } from '../settings/settings.ts'
import type { App } from '../world/app.ts'
import { Ring } from '../world/ring.ts'
import type { World } from '../world/world.ts'
import type { CallbackConfig } from './callback-config.ts'
import { deliverPush } from './deliver-push.ts'
import type { Delivery } from './delivery.ts'
import { changeFields } from './event-fields.ts'
import type { EventFields, WorldEvent } from '../world/event.ts'
import { plaintextOf } from './plaintext.ts'
import { verifyUrl } from './verify-url.ts'

const kept = 2_000

/** A push on its way: `first` ends with the first try, `done` with the last. */
interface Pushed {
  first: Promise<void>
  done: Promise<Delivery>
}

/**
 * The callback URLs of one world and the pushes to them: 5 seconds for an answer, HTTP 200 accepts, three tries.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90930
 */
export class Callbacks {
  readonly #world: World
  readonly #timers: Timers
  readonly #ended: () => void
  readonly #configs: Map<string, CallbackConfig>
  readonly #deliveries = new Ring<Delivery>(kept)
  /** Pushes in a row that failed for good, by app. */
  readonly #failures = new Map<string, number>()
  readonly #running = new Set<Promise<unknown>>()
  readonly #closing = new AbortController()
  #held: { start: () => void; first: Promise<void> }[] = []
  #serial = 0

  /** `ended` is called when a delivery ended; `configs` are URLs verified before, in the world that a reset ended. */
  constructor(
    world: World,
    timers: Timers,
    ended: () => void = () => {},
    configs: readonly CallbackConfig[] = [],
  ) {
    this.#ended = ended
    this.#world = world
    this.#timers = timers
    this.#configs = new Map(configs.map((config) => [config.app, config]))
    world.onEvent((event) => this.#tell(event))
  }

  configs(): CallbackConfig[] {
    return [...this.#configs.values()]
  }

  config(app: string): CallbackConfig | undefined {
    return this.#configs.get(app)
  }

  deliveries(): Delivery[] {
    return this.#deliveries.toArray()
  }

  /** Verifies the URL and stores it; resolves with the reason when the verification failed. */
  async register(config: CallbackConfig): Promise<string | undefined> {
    const signal = AbortSignal.any([
      this.#closing.signal,
      AbortSignal.timeout(this.#settings.verifyTimeoutMs),
    ])
    const problem = await verifyUrl(config, this.#world.corpId, signal)
    if (problem === undefined) this.#configs.set(config.app, config)
    return problem
  }

  unregister(app: string): boolean {
    return this.#configs.delete(app)
  }

  /** Tells whoever should know of an edit; resolves after the first try of each push. */
  async announce(change: ContactChange): Promise<void> {
    const pushes = this.#audience({ kind: 'contacts-sync' }).flatMap((config) => {
      const fields = changeFields(change, config.form, this.#settings.updates === 'every')
      return fields === undefined ? [] : this.push(config, fields)
    })
    await Promise.all(pushes.map((push) => push.first))
  }

  /** Tells several edits in their order, without anybody waiting; {@link Callbacks.settled} does. */
  announceAll(changes: readonly ContactChange[]): void {
    const telling = (async () => {
      for (const change of changes) if (!this.#closing.signal.aborted) await this.announce(change)
    })()
    this.#track(telling)
  }

  /** Sends an event as often as `copies` says, at once or in a shuffled group. */
  push(config: CallbackConfig, event: EventFields | string): Pushed[] {
    const plaintext = plaintextOf(config, event, this.#world)
    return Array.from({ length: this.#settings.copies }, () => {
      const delivery = this.#note({ app: config.app, event, plaintext })
      return this.#leavesOut(config.app) ? leaveOut(delivery) : this.#schedule(config, delivery)
    })
  }

  /** Sends the same message once more, by way of the callback URL the app has now; undefined when it has none. */
  resend({ app, event, plaintext, serial }: Delivery): Pushed | undefined {
    const config = this.#configs.get(app)
    return config && this.#schedule(config, this.#note({ app, event, plaintext, resendOf: serial }))
  }

  /** Lets held pushes go and resolves when nothing is under way. */
  async settled(): Promise<void> {
    void this.#release()
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  /** Breaks off every push. */
  close(): void {
    this.#closing.abort()
    this.#held = []
  }

  get #settings(): CallbackSettings {
    return this.#world.settings.callbacks
  }

  #tell({ fields, to }: WorldEvent): void {
    for (const config of this.#audience(to)) this.push(config, fields)
  }

  /** The app named, or the apps of the kind; the setting `contactEvents` lets others stand in for the latter. */
  #audience(to: WorldEvent['to']): CallbackConfig[] {
    const configs = this.configs()
    if ('url' in to)
      return [{ app: 'batch job', agentId: undefined, format: 'xml', form: 'short', ...to.url }]
    if ('app' in to) return configs.filter(({ app }) => app === to.app)
    const official = configs.filter(({ app }) => isOfKind(this.#world.app(app), to.kind))
    return official.length > 0 || this.#settings.contactEvents === 'contacts-sync' ? official : configs
  }

  /** Every second push to a receiver that failed too often; one that is left out counts as a failure as well. */
  #leavesOut(app: string): boolean {
    const { dropAfter } = this.#settings
    const failures = this.#failures.get(app) ?? 0
    if (dropAfter === 0 || failures < dropAfter || (failures - dropAfter) % 2 === 1) return false
    this.#failures.set(app, failures + 1)
    return true
  }

  #schedule(config: CallbackConfig, delivery: Delivery): Pushed {
    const push = { config, delivery }
    const started = Promise.withResolvers<void>()
    const first = Promise.withResolvers<void>()
    const done = started.promise.then(() =>
      deliverPush(push, this.#world, this.#timers, this.#closing.signal, first.resolve),
    )
    void done.then(() => this.#count(delivery))
    this.#track(done)
    const held = this.#settings.shuffle > 1
    this.#held.push({ start: started.resolve, first: first.promise })
    if (this.#held.length >= this.#settings.shuffle) void this.#release()
    return { first: held ? Promise.resolve() : first.promise, done }
  }

  /** One after the other, so that the reverse order is the order of arrival. */
  async #release(): Promise<void> {
    const group = this.#held.toReversed()
    this.#held = []
    for (const { first, start } of group) {
      start()
      await first
    }
  }

  #track(work: Promise<unknown>): void {
    this.#running.add(work)
    void work.finally(() => this.#running.delete(work))
  }

  #count({ accepted, app }: Delivery): void {
    this.#ended()
    this.#failures.set(app, accepted === true ? 0 : (this.#failures.get(app) ?? 0) + 1)
  }

  #note(message: Pick<Delivery, 'app' | 'event' | 'plaintext' | 'resendOf'>): Delivery {
    this.#serial += 1
    const delivery = { serial: this.#serial, at: this.#world.clock.now(), ...message, attempts: [] }
    this.#deliveries.push(delivery)
    return delivery
  }
}

function leaveOut(delivery: Delivery): Pushed {
  delivery.accepted = false
  delivery.dropped = true
  return { first: Promise.resolve(), done: Promise.resolve(delivery) }
}

function isOfKind(app: App | undefined, kind: string): boolean {
  return app?.kind === kind || app?.basic === kind
}
