import type { Exchange } from '../http/exchange.ts'
import type { App } from '../world/app.ts'
import type { Visibility } from '../world/visibility.ts'
import type { World } from '../world/world.ts'

/** What an endpoint may put in its answer besides errcode and errmsg. */
export type Answer = Readonly<Record<string, unknown>>

/** A call that passed the rules before it. */
export interface Call {
  readonly world: World
  readonly exchange: Exchange
  /** The app whose token the call carries. */
  readonly app: App
  readonly visibility: Visibility
  /** The JSON body; empty when there was none or it did not parse. */
  readonly body: Readonly<Record<string, unknown>>
}
