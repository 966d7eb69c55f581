import type { CallOptions, RequestFunction } from './request.ts'
import { WecomConfigError } from '../errors/config-error.ts'
import { isRecord } from '../internal/is-record.ts'

/** Who a message goes to; give at least one (82001 otherwise). */
export interface MessageRecipients {
  /** Userids, at most 1000, or `'@all'`. Sent joined by `|`. */
  touser?: string | readonly string[]
  /** Department ids, at most 100. */
  toparty?: string | readonly (number | string)[]
  /** Tag ids, at most 100. */
  totag?: string | readonly (number | string)[]
}

/** Options every message may have. */
export interface MessageFlags {
  /** 1 marks the message confidential (no forwarding, watermark). @default 0 */
  safe?: 0 | 1
  /** 1 translates `$userName=…$` ids in the text. @default 0 */
  enable_id_trans?: 0 | 1
  /**
   * 1 makes WeCom drop a repeat of the same message: the call may then be retried after it perhaps ran.
   * @default 0
   */
  enable_duplicate_check?: 0 | 1
  /** Seconds the duplicate check looks back, at most 14400. @default 1800 */
  duplicate_check_interval?: number
}

/** One article of a news message. */
export interface NewsArticle {
  /** At most 128 bytes. */
  title: string
  /** At most 512 bytes. */
  description?: string
  /** At most 2048 bytes, with its scheme. */
  url?: string
  picurl?: string
  appid?: string
  pagepath?: string
}

/** Where a tap on a template card leads: 1 a URL, 2 a mini program. */
export interface CardAction {
  type: 1 | 2
  url?: string
  appid?: string
  pagepath?: string
}

/**
 * A template card. The fields beside these differ by `card_type`; they are passed on as WeCom documents them.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90236
 */
export interface TemplateCard {
  card_type:
    | 'text_notice'
    | 'news_notice'
    | 'button_interaction'
    | 'vote_interaction'
    | 'multiple_interaction'
  main_title?: { title?: string; desc?: string }
  source?: { icon_url?: string; desc?: string; desc_color?: 0 | 1 | 2 | 3 }
  emphasis_content?: { title?: string; desc?: string }
  sub_title_text?: string
  horizontal_content_list?: {
    keyname: string
    value?: string
    type?: 0 | 1 | 2 | 3
    url?: string
    media_id?: string
    userid?: string
  }[]
  jump_list?: { type?: 0 | 1 | 2; title: string; url?: string; appid?: string; pagepath?: string }[]
  card_action?: CardAction
  /** Needed by the interactive kinds; unique per app, letters, digits and `_-@`. */
  task_id?: string
  [field: string]: unknown
}

/** The body of a message, discriminated by `msgtype`. */
export type MessageBody =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'markdown'; markdown: { content: string } }
  | { msgtype: 'textcard'; textcard: { title: string; description: string; url: string; btntxt?: string } }
  | { msgtype: 'news'; news: { articles: NewsArticle[] } }
  | { msgtype: 'template_card'; template_card: TemplateCard }

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
  /** Interactive template cards only; updates the card once within 72 hours. */
  response_code?: string
}

/** App messages. */
export interface MessagesApi {
  /**
   * Sends a message. 81013 when no recipient is valid. WeCom silently drops more than 30 a minute per member.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90236
   * @example
   * ```ts
   * await wecom.messages.send({ touser: ['zhangsan'], msgtype: 'text', text: { content: '会议改到三点' } })
   * ```
   */
  send(message: Message, options?: CallOptions): Promise<MessageResult>
}

/** Binds message/send to a client's `request`. */
export function createMessagesApi(request: RequestFunction, agentId: number | undefined): MessagesApi {
  return {
    async send(message, options) {
      if (agentId === undefined) {
        throw new WecomConfigError(
          'messages.send needs the client option agentId (应用管理 → the app → AgentId)',
        )
      }
      if (!isRecord(message)) {
        throw new WecomConfigError(`messages.send takes a message object, got ${typeof message}`)
      }
      const { touser, toparty, totag } = message
      const json = {
        ...message,
        agentid: agentId,
        ...(touser === undefined ? {} : { touser: joined(touser, 'touser') }),
        ...(toparty === undefined ? {} : { toparty: joined(toparty, 'toparty') }),
        ...(totag === undefined ? {} : { totag: joined(totag, 'totag') }),
      }
      const idempotent = message.enable_duplicate_check === 1
      return (await request<MessageResult>('POST /cgi-bin/message/send', { ...options, json, idempotent }))
        .data
    },
  }
}

// Recipients travel as one string here, unlike in the tag APIs.
function joined(recipients: string | readonly (string | number)[], name: string): string {
  if (typeof recipients === 'string') return recipients
  if (Array.isArray(recipients)) return recipients.join('|')
  throw new WecomConfigError(`${name} must be a string or an array of ids, got ${typeof recipients}`)
}
