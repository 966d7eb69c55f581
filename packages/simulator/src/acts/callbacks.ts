import { type CallbackOptions, callbackShape } from '../callbacks/callback-config.ts'
import type { Delivery } from '../callbacks/delivery.ts'
import type { EventForm } from '../callbacks/event-fields.ts'
import type { EventFields } from '../world/event.ts'
import { either, integer, isRecord, maybe, object, type Shape, text } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import type { Simulation } from '../simulation/simulation.ts'
import { type Act, act, type ActsOf, slowAct } from './act.ts'
import { knownApp } from './known-app.ts'

/** Whether a callback URL passed its verification, and why not. */
export interface RegisterResult {
  verified: boolean
  error?: string
}

/** A callback URL without its token and key. */
export interface CallbackSummary {
  app: string
  url: string
  format: 'xml' | 'json'
  form: EventForm
}

/** An event to push. */
export interface SendOptions {
  /** Name of the app. @default the only app with a callback URL */
  app?: string | undefined
  /**
   * Fields by their names on the wire, laid over ToUserName, FromUserName (`sys`), CreateTime, MsgType (`event`) and
   * AgentID; or a text that is encrypted as it is.
   */
  event: EventFields | string
}

/** Callback URLs and pushes. */
export interface CallbacksApi {
  /**
   * Does the URL verification (one second) and stores the URL when it passes.
   *
   * @throws TypeError for options WeCom's admin page would not take. A failed verification is no error: it is reported.
   * @example
   * ```ts
   * const { verified, error } = await simulator.callbacks.register({ app: 'contacts-sync', url, token, encodingAesKey })
   * ```
   */
  register(options: CallbackOptions): Promise<RegisterResult>
  /** Forgets the callback URL of an app; false when it had none. */
  unregister(app: string): boolean
  /** The callback URLs there are. */
  list(): CallbackSummary[]
  /**
   * Pushes any event and resolves when it was accepted or given up: one delivery per copy.
   *
   * @throws TypeError when the app has no callback URL.
   * @example
   * ```ts
   * await simulator.callbacks.send({ app: 'contacts-sync', event: { Event: 'change_contact', ChangeType: 'update_tag', TagId: 1 } })
   * ```
   */
  send(options: SendOptions): Promise<Delivery[]>
  /**
   * Sends the message of an earlier push once more, in another envelope.
   *
   * @throws TypeError when there is no such push, or its app has no callback URL any more.
   */
  resend(serial: number): Promise<Delivery>
  /** Every push since the last reset, oldest first; the newest 2,000 are kept. */
  deliveries(): Delivery[]
  /** Lets pushes held back by the setting `shuffle` go, and resolves when nothing is under way. */
  settled(): Promise<void>
}

const eventFields: Shape<EventFields> = (value, at): value is EventFields => {
  if (!isRecord(value)) throw new ShapeError(at, 'expected an object or a text')
  for (const [name, each] of Object.entries(value)) checkField(name, each, `${at}.${name}`)
  return true
}

function checkField(name: string, value: unknown, at: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name))
    throw new ShapeError(at, 'is not a name an XML element can have')
  if (typeof value === 'string' || typeof value === 'number') return
  for (const item of Array.isArray(value) ? value : [value]) eventFields(item, at)
}

const sendShape: Shape<SendOptions> = object<SendOptions>({
  app: maybe(text),
  event: either(text, eventFields),
})

/** The acts behind {@link CallbacksApi}. */
export const callbackActs: ActsOf<CallbacksApi> = {
  register: slowAct({
    http: 'POST callbacks',
    input: [callbackShape],
    run: register,
    answer: (result) => result,
  }),
  unregister: act({
    http: 'DELETE callbacks/:id',
    input: [text],
    run: ({ callbacks }, app) => callbacks.unregister(app),
    answer: (removed) => ({ removed }),
  }),
  list: act({ input: [], run: summarize }),
  send: slowAct({
    http: 'POST callbacks/send',
    input: [sendShape],
    run: send,
    answer: (deliveries) => ({ deliveries }),
  }),
  resend: slowAct({
    http: 'POST callbacks/resend/:id',
    input: [integer(1)],
    run: resend,
    answer: (delivery) => ({ delivery }),
  }),
  deliveries: act({ input: [], run: ({ callbacks }) => callbacks.deliveries() }),
  settled: slowAct({
    http: 'POST callbacks/settle',
    input: [],
    run: async ({ callbacks }) => callbacks.settled(),
  }),
}

/** Over HTTP URLs and deliveries come together. */
export const callbackSwitches: readonly Act[] = [
  act({
    http: 'GET callbacks',
    input: [],
    run: (simulation) => ({
      callbacks: summarize(simulation),
      deliveries: simulation.callbacks.deliveries(),
    }),
    answer: (both) => both,
  }),
]

/** The callback URLs there are, without tokens and keys. */
export function summarize({ callbacks }: Simulation): CallbackSummary[] {
  return callbacks.configs().map(({ app, form, format, url }) => ({ app, url, format, form }))
}

async function register(simulation: Simulation, options: CallbackOptions): Promise<RegisterResult> {
  const { agentId } = knownApp(simulation, options.app)
  const { format = 'xml', form = 'short' } = options
  const error = await simulation.callbacks.register({ ...options, format, form, agentId })
  return error === undefined ? { verified: true } : { verified: false, error }
}

async function send(simulation: Simulation, { app, event }: SendOptions): Promise<Delivery[]> {
  if (app !== undefined) knownApp(simulation, app)
  const configs = simulation.callbacks.configs()
  const config =
    app === undefined && configs.length === 1 ? configs[0] : simulation.callbacks.config(app ?? '')
  if (config === undefined) throw new ShapeError('app', 'this app has no callback URL; register one first')
  const pushes = simulation.callbacks.push(config, event)
  if (simulation.world.settings.callbacks.shuffle > 1)
    return simulation.callbacks.deliveries().slice(-pushes.length)
  return Promise.all(pushes.map((push) => push.done))
}

async function resend({ callbacks }: Simulation, serial: number): Promise<Delivery> {
  const delivery = callbacks.deliveries().find((each) => each.serial === serial)
  if (delivery === undefined) throw new ShapeError('path', `there is no delivery ${serial}`)
  const pushed = callbacks.resend(delivery)
  if (pushed === undefined) throw new ShapeError('app', `${delivery.app} has no callback URL any more`)
  return pushed.done
}
