import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Simulator } from '@wecom-kit/simulator'
import type { CallbackKeys } from './config.ts'

/** Keys for callbacks between the simulator and the demo, made anew at every start. */
export function createCallbackKeys(): CallbackKeys {
  return { token: randomBytes(12).toString('hex'), encodingAesKey: randomAesKey() }
}

/** 32 random bytes in base64 without its `=`; WeCom's keys have letters and digits only. */
function randomAesKey(): string {
  for (;;) {
    const key = randomBytes(32).toString('base64').replace('=', '')
    if (/^[A-Za-z0-9]{43}$/.test(key)) return key
  }
}

/** What {@link followSimulator} needs. */
export interface FollowOptions {
  readonly simulator: Simulator
  /** The demo's callback URL, as the simulator reaches it. */
  readonly url: string
  readonly keys: CallbackKeys
  readonly logger: Pick<Logger, 'warn'>
}

/**
 * Has the simulator report changes of its members and departments, so that an edit in its console shows at once. Only
 * contacts-sync gets these events, as on the real WeCom.
 */
export async function followSimulator({ simulator, url, keys, logger }: FollowOptions): Promise<void> {
  const app = simulator.apps.find(({ kind }) => kind === 'contacts-sync')?.name
  if (app === undefined) return
  const { verified, error } = await simulator.callbacks.register({ app, url, ...keys })
  if (!verified)
    logger.warn(`The simulator cannot report changes to ${url}: ${error ?? 'the URL was not verified'}`)
}
