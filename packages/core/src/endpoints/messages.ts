import type { CallOptions, RequestFunction } from './request.ts'
import { agentIdMissing } from '../options/config-option.ts'
import { row } from '../options/option-row.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import type { MessageBody } from '../wecom/messages/message-body.ts'
import type { MessageFlags, TemplateCardChange } from '../wecom/messages/message-frame.ts'
import { checkArgument, checkObject, checkText, expectList } from './checks.ts'
import { cutTexts } from '../wecom/messages/cut-texts.ts'

/** Who a message goes to; give at least one (82001 otherwise). */
export interface MessageRecipients {
  /** Userids, at most 1000, or `'@all'`. Sent joined by `|`. */
  touser?: string | readonly string[]
  /** Department ids, at most 100. */
  toparty?: string | readonly (number | string)[]
  /** Tag ids, at most 100. */
  totag?: string | readonly (number | string)[]
}

/** A message to members. `agentid` is the client's `agentId`. */
export type Message = MessageRecipients & MessageFlags & MessageBody

/** What became of a message. Partly wrong recipients are no error: look at the `invalid…` lists. */
export interface MessageResult {
  msgid: string
  /** Userids that were not reached, in lower case, joined by `|`. */
  invaliduser?: string
  invalidparty?: string
  invalidtag?: string
  /** Members without an API licence. */
  unlicenseduser?: string
  /** Cards that members can tap, and notices with a menu; updates the card once within 72 hours. */
  response_code?: string
}

/** How many messages an app sent on a day. */
export interface MessageStatistics {
  agentid: number
  app_name: string
  /** Each member reached counts one. */
  count: number
}

/** App messages. */
export interface MessagesApi {
  /**
   * Sends a message. 81013 when no recipient is valid. WeCom silently drops more than 30 a minute per member, and cuts
   * what is too long: the event `message-too-long` says so.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90236
   * @example
   * ```ts
   * await wecom.messages.send({ touser: ['zhangsan'], msgtype: 'text', text: { content: '会议改到三点' } })
   * ```
   */
  send(message: Message, options?: CallOptions): Promise<MessageResult>
  /**
   * Takes a message back, within 24 hours, for everybody who got it.
   *
   * @see https://developer.work.weixin.qq.com/document/path/94867
   */
  recall(msgid: string, options?: CallOptions): Promise<void>
  /**
   * Changes a template card: its buttons become one text, or it becomes another card.
   *
   * @see https://developer.work.weixin.qq.com/document/path/94888
   * @example
   * ```ts
   * const { response_code } = tap // a template_card_event
   * await wecom.messages.updateTemplateCard({ response_code, userids: ['zhangsan'], button: { replace_name: '已同意' } })
   * ```
   */
  updateTemplateCard(change: TemplateCardChange, options?: CallOptions): Promise<{ invaliduser?: string[] }>
  /**
   * How many messages each app of the corp sent today (0) or yesterday (1). Its page is not among WeCom's documents of
   * 2026 any more; request and answer are as that page had them.
   *
   * @param timeType 0 today (default), 1 yesterday
   * @see https://developer.work.weixin.qq.com/document/path/92369
   */
  statistics(timeType?: 0 | 1, options?: CallOptions): Promise<MessageStatistics[]>
}

/** Binds the endpoints of app messages to a client's `request`. `emit` hears of texts that WeCom will cut. */
export function createMessagesApi(
  request: RequestFunction,
  agentId: number | undefined,
  emit: (event: WecomEvent) => void,
): MessagesApi {
  return {
    async send(message, options) {
      const path = '/cgi-bin/message/send'
      const json = messageOf(message, agentId)
      warnOfCuts(json, path, emit)
      const idempotent = message.enable_duplicate_check === 1
      return (await request<MessageResult>(`POST ${path}`, { ...options, json, idempotent })).data
    },
    async recall(msgid, options) {
      const json = { msgid: checkText(msgid, 'msgid') }
      await request('POST /cgi-bin/message/recall', { ...options, json })
    },
    async updateTemplateCard(change, options) {
      checkObject(change, 'messages.updateTemplateCard')
      const json = { ...change, agentid: checkAgent('messages.updateTemplateCard', agentId) }
      const route = 'POST /cgi-bin/message/update_template_card'
      return (await request<{ invaliduser?: string[] }>(route, { ...options, json })).data
    },
    async statistics(timeType = 0, options) {
      const path = '/cgi-bin/message/get_statistics'
      const init = { ...options, json: { time_type: timeType }, idempotent: true }
      const { data } = await request<{ statistics?: MessageStatistics[] }>(`POST ${path}`, init)
      return expectList(data.statistics, 'statistics', path)
    },
  }
}

/** The message as it travels. A notice of a mini program belongs to no app. */
function messageOf(message: Message, agentId: number | undefined): Record<string, unknown> {
  checkObject(message, 'messages.send')
  const { touser, toparty, totag, msgtype } = message
  const agent =
    msgtype === 'miniprogram_notice' && agentId === undefined
      ? {}
      : { agentid: checkAgent('messages.send', agentId) }
  return {
    ...message,
    ...agent,
    ...(touser === undefined ? {} : { touser: joined(touser, 'touser') }),
    ...(toparty === undefined ? {} : { toparty: joined(toparty, 'toparty') }),
    ...(totag === undefined ? {} : { totag: joined(totag, 'totag') }),
  }
}

function checkAgent(call: string, agentId: number | undefined): number {
  if (agentId !== undefined) return agentId
  throw agentIdMissing(call)
}

// Recipients travel as one string here, unlike in the tag APIs.
function joined(recipients: string | readonly (string | number)[], name: string): string {
  const given = checkArgument(name, recipientList, recipients)
  return typeof given === 'string' ? given : given.join('|')
}

const recipientList = row(
  'a string or an array of ids',
  (value): value is string | readonly (string | number)[] =>
    typeof value === 'string' || Array.isArray(value),
)

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
