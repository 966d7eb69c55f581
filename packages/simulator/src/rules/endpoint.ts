import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import type { AppKind } from '../world/app.ts'
import type { World } from '../world/world.ts'
import type { Answer, Call } from './call.ts'

interface EndpointBase {
  readonly path: string
  /** The documented path that this one is another spelling of; method, parameters and secrets are the same. */
  readonly sameAs?: string
  /** Empty containers of the success shape: WeCom's error bodies carry them too. */
  readonly empty?: Answer
}

/** An API that needs an access_token. */
export interface TokenEndpoint extends EndpointBase {
  readonly open?: false
  /** Whose secret may call it; 48002 for others. @default what the documented path says */
  readonly kinds?: readonly AppKind[]
  /** Documented limit of calls at once, in force when the setting `concurrency` is. */
  readonly concurrency?: number
  /** True for a call that no frequency limit counts. */
  readonly exempt?: (call: Call) => boolean
  readonly answer: (call: Call) => Answer | Reply
}

/** An API without access_token, such as gettoken or a group robot's webhook. */
export interface OpenEndpoint extends EndpointBase {
  readonly open: true
  readonly answer: (world: World, exchange: Exchange, body: Answer) => Answer
}

export type Endpoint = TokenEndpoint | OpenEndpoint

/** The kinds of apps with a visible range, as opposed to contacts-sync. */
export const selfBuilt: readonly AppKind[] = ['app', 'legacy-app']
