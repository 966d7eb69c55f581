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
  /** Filled in as the tries end. */
  readonly delivery: Delivery
}

const keptAnswer = 2000

/**
 * Tries until HTTP 200, as often as the settings say, and calls `tried` after the first try.
 *
 * How sure: five seconds and three tries official; how long WeCom waits between them is not said. Whether an answer
 * that is no HTTP 200 is tried again differs: page 90238 (2024-07) yes, page 90930 (2024-12) no.
 * @see https://developer.work.weixin.qq.com/document/path/90930
 */
export async function deliverPush(
  push: Push,
  world: World,
  timers: Timers,
  closing: AbortSignal,
  tried: () => void,
): Promise<Delivery> {
  const { attempts, retry, retryDelayMs } = world.settings.callbacks
  const { delivery } = push
  delivery.accepted = false
  let again = true
  for (let attempt = 0; attempt < attempts && again && !closing.aborted; attempt += 1) {
    if (attempt > 0) await timers.wait(retryDelayMs)
    await tryOnce(push, world, closing)
    tried()
    again = !delivery.accepted && (retry === 'any-failure' || !wasAnswered(delivery))
  }
  tried()
  return delivery
}

function wasAnswered({ attempts }: Delivery): boolean {
  return typeof attempts.at(-1)?.outcome === 'number'
}

async function tryOnce({ config, delivery }: Push, world: World, closing: AbortSignal): Promise<void> {
  const startedAt = performance.now()
  const envelope = seal(config, world.corpId, delivery.plaintext)
  const signal = AbortSignal.any([closing, AbortSignal.timeout(world.settings.callbacks.timeoutMs)])
  const at = world.clock.now()
  let outcome: number | string
  let response: string | undefined
  try {
    const { body, status } = await requestReceiver(envelope.url, signal, envelope)
    outcome = status
    response = body.slice(0, keptAnswer)
    delivery.accepted = status === 200
    if (delivery.accepted) noteReply(config, body, delivery)
  } catch (error) {
    outcome = describeFailure(error, signal)
  }
  const durationMs = Math.round(performance.now() - startedAt)
  delivery.attempts.push({ at, outcome, durationMs, ...(response === undefined ? {} : { response }) })
}

function noteReply(config: CallbackConfig, body: string, delivery: Delivery): void {
  try {
    const reply = openReply(config, body)
    if (reply !== undefined) delivery.reply = reply
  } catch (error) {
    delivery.reply = `unreadable: ${error instanceof Error ? error.message : 'wrong key'}`
  }
}
