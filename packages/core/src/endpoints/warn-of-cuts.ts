import type { WecomEvent } from '../telemetry/event.ts'
import { cutTexts } from '../wecom/messages/cut-texts.ts'

/** Tells of every text of a message that WeCom will cut: people otherwise learn of it from their readers. */
export function warnOfCuts(
  message: Readonly<Record<string, unknown>>,
  path: string,
  emit: (event: WecomEvent) => void,
): void {
  for (const { field, bytes, limit } of cutTexts(message)) {
    emit({ type: 'message-too-long', path, msgtype: String(message['msgtype']), field, bytes, limit })
  }
}
