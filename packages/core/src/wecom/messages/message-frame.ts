import type { ChatBody, MessageBody } from './message-body.ts'
import type { TemplateCardUpdate } from './template-card.ts'

/** Options every message may have. */
export interface MessageFlags {
  /** 1 marks the message confidential (no forwarding, watermark); 2 keeps an mpnews inside the corp. @default 0 */
  safe?: 0 | 1 | 2 | undefined
  /** 1 translates `$userName=…$` ids in the text. @default 0 */
  enable_id_trans?: 0 | 1 | undefined
  /**
   * 1 makes WeCom drop a repeat of the same message: the call may then be retried after it perhaps ran.
   * @default 0
   */
  enable_duplicate_check?: 0 | 1 | undefined
  /** Seconds the duplicate check looks back, at most 14400. @default 1800 */
  duplicate_check_interval?: number | undefined
}

/** The JSON of message/send, as it travels: recipients are joined by `|`, unlike in other calls. */
export type SendMessage = MessageFlags &
  MessageBody & {
    touser?: string | undefined
    toparty?: string | undefined
    totag?: string | undefined
    /** A miniprogram_notice goes without. */
    agentid?: number | undefined
  }

/** The JSON of appchat/send. */
export type SendChatMessage = ChatBody & {
  chatid: string
  /** 1 marks the message confidential. @default 0 */
  safe?: 0 | 1 | undefined
}

/** What becomes of a template card, and for whom: new buttons, or a whole new card. */
export type TemplateCardChange = {
  /** At most 1000. */
  userids?: readonly string[] | undefined
  /** At most 100. */
  partyids?: readonly number[] | undefined
  /** At most 100. */
  tagids?: readonly number[] | undefined
  /** 1 for everybody who got the card. */
  atall?: 0 | 1 | undefined
  /** From the event of the tap, or from the answer to message/send; works once, for 72 hours. */
  response_code: string
  /** 1 translates `$userName=…$` ids in the text. @default 0 */
  enable_id_trans?: 0 | 1 | undefined
} & (
  | { button: { replace_name: string }; template_card?: undefined }
  | { template_card: TemplateCardUpdate; button?: undefined }
)

/** The JSON of message/update_template_card. */
export type UpdateTemplateCard = TemplateCardChange & { agentid: number }
