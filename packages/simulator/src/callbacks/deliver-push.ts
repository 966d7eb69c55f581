import type { Timers } from '../http/timers.ts'
import type { World } from '../world/world.ts'
import type { CallbackConfig } from './callback-config.ts'
import type { Delivery } from './delivery.ts'
import { openReply, seal } from './envelope.ts'
import { requestReceiver } from './request.ts'
import { describeFailure } from './verify-url.ts'

/** A push ready to go. */
export interface Push {
  readonly config: CallbackConfig
  readonly plaintext: string
  /** Filled in as the tries end. */
  readonly delivery: Delivery
}

/**
 * Tries until HTTP 200, as often as the settings say, and calls `tried` after the first try.
 *
 * How sure: five seconds and three tries official; how long WeCom waits between them is not said.
 * @see https://developer.work.weixin.qq.com/document/path/90930
 */
export async function deliverPush(
  push: Push,
  world: World,
  timers: Timers,
  closing: AbortSignal,
  tried: () => void,
): Promise<Delivery> {
  const { attempts, retryDelayMs } = world.settings.callbacks
  const { delivery } = push
  delivery.accepted = false
  for (let attempt = 0; attempt < attempts && !delivery.accepted && !closing.aborted; attempt += 1) {
    if (attempt > 0) await timers.wait(retryDelayMs)
    await tryOnce(push, world, closing)
    tried()
  }
  tried()
  return delivery
}

async function tryOnce(
  { config, delivery, plaintext }: Push,
  world: World,
  closing: AbortSignal,
): Promise<void> {
  const startedAt = performance.now()
  const envelope = seal(config, world.corpId, plaintext)
  const signal = AbortSignal.any([closing, AbortSignal.timeout(world.settings.callbacks.timeoutMs)])
  let outcome: number | string
  try {
    const { body, status } = await requestReceiver(envelope.url, signal, envelope)
    outcome = status
    delivery.accepted = status === 200
    if (delivery.accepted) noteReply(config, body, delivery)
  } catch (error) {
    outcome = describeFailure(error, signal)
  }
  delivery.attempts.push({ outcome, durationMs: Math.round(performance.now() - startedAt) })
}

function noteReply(config: CallbackConfig, body: string, delivery: Delivery): void {
  try {
    const reply = openReply(config, body)
    if (reply !== undefined) delivery.reply = reply
  } catch (error) {
    delivery.reply = `unreadable: ${error instanceof Error ? error.message : 'wrong key'}`
  }
}
