import { randomBytes } from 'node:crypto'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { type RedisServer, startRedisServer } from 'test-support/redis-server'
import { apolloFace, yogaFace } from './faces/graphql-faces.ts'
import { type CallbackFace, createCallbackFace } from './faces/callback-face.ts'
import { coreFace, directoryFace } from './faces/core-faces.ts'
import type { Face } from './faces/face.ts'
import { createSessionFace, type SessionFace } from './faces/session-faces.ts'
import { signInFace } from './faces/sign-in.ts'
import type { ServerOrder } from './order.ts'
import { createSecretSearch, type SecretSearch } from './secrets.ts'
import { Tally } from './tally.ts'
import { startTarget, type Target } from './target.ts'
import type { Recovering } from './until-answered.ts'

/** Everything that takes part: WeCom, Redis, two processes of ours, and those who use them. */
export interface World extends AsyncDisposable, Recovering {
  readonly simulator: Simulator
  readonly redis: RedisServer
  /** Never killed; what it holds is measured. */
  readonly steady: Target
  /** Killed now and then. */
  readonly mortal: Target
  readonly faces: readonly Face[]
  readonly sessions: readonly [sealed: SessionFace, stored: SessionFace]
  readonly secrets: SecretSearch
  /**
   * Whether sessions in Redis may be lost: Redis has lost them, or a session was renewed by a clock that was ahead of
   * another process's, which took it for forged and took the cookie away (case D6).
   */
  forgetful: boolean
  /** Whether the clocks of our processes differ: what one seals may be of the other one's future, and counts as forged. */
  isSkewed: boolean
  isLimited: boolean
}

/** Starts all of it. */
export async function openWorld(): Promise<World> {
  const simulator = await startSimulator({ settings: { callbacks: { retryDelayMs: 20 } } })
  const redis = await startRedisServer()
  const secrets = createSecretSearch()
  const tally = new Tally()
  const order = orderFor(simulator, redis)
  const { callback } = order
  secrets.add('the secret of the app', order.wecom.secret)
  secrets.add('the secret of sessions', order.sessionSecret)
  secrets.add('the callback token', callback.token)
  secrets.add('the callback key', callback.encodingAesKey)
  const callbackFace = createCallbackFace(simulator)
  const options = { order, secrets, tally, onEvent: (key: string) => callbackFace.onEvent(key) }
  const [steady, mortal] = await Promise.all([startTarget('one', options), startTarget('two', options)])
  await registerBoth(callbackFace, [steady, mortal], callback)
  const sealed = createSessionFace('sealed', () => world.isSkewed)
  const stored = createSessionFace('stored', () => world.forgetful)
  const faces = [coreFace, directoryFace, signInFace, sealed, stored, apolloFace, yogaFace, callbackFace]
  const world: World = {
    simulator,
    redis,
    steady,
    mortal,
    faces,
    sessions: [sealed, stored],
    secrets,
    tally,
    forgetful: false,
    isSkewed: false,
    isLimited: false,
    async [Symbol.asyncDispose]() {
      await Promise.all([steady.stop(), mortal.stop()])
      await redis.stop()
      await simulator.close()
    },
  }
  return world
}

async function registerBoth(
  face: CallbackFace,
  targets: readonly Target[],
  keys: ServerOrder['callback'],
): Promise<void> {
  for (const target of targets) await face.register(target, keys)
}

function orderFor(simulator: Simulator, redis: RedisServer): Omit<ServerOrder, 'ports'> {
  const { agentId, ...wecom } = simulator.clientOptions()
  if (agentId === undefined) throw new Error('the first app of the corp has no agentId')
  return {
    wecom: { ...wecom, agentId },
    redisUrl: redis.url,
    sessionSecret: hex(32),
    // 43 letters and digits; the last one may carry only four bits.
    callback: { token: hex(16), encodingAesKey: `${hex(21)}A` },
  }
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}
