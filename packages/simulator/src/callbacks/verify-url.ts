import { randomInt } from 'node:crypto'
import type { CallbackConfig } from './callback-config.ts'
import { verificationUrl } from './envelope.ts'
import { requestReceiver } from './request.ts'

/**
 * Asks the URL to decrypt a number within a second and to answer nothing else: no quotes, no BOM, no line break.
 * Resolves with the reason when it did not.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90930
 */
export async function verifyUrl(
  config: CallbackConfig,
  corpId: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const echo = `${randomInt(1_000_000_000, 10_000_000_000)}${randomInt(100_000_000, 1_000_000_000)}`
  try {
    const { body, status } = await requestReceiver(verificationUrl(config, corpId, echo), signal)
    if (status !== 200) return `the URL answered HTTP ${status}`
    return body === echo ? undefined : 'the URL did not answer the decrypted echostr and nothing else'
  } catch (error) {
    return describeFailure(error, signal)
  }
}

/** Why there was no answer, in a few words. An answer cut off in its body looks like a reset, so the signal decides. */
export function describeFailure(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'no answer in time'
  if (!(error instanceof Error)) return 'no answer'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
