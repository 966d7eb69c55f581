/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { RobotBody } from '../../messages/message-body.ts'
import type { SendChatMessage, SendMessage, UpdateTemplateCard } from '../../messages/message-frame.ts'
import type { RequestBody } from '../request-body.ts'

/** Messages · 消息推送: 14 routes. */
export interface MessageRoutes {
  /** Page 101138 of 2025-12-12: https://developer.work.weixin.qq.com/document/path/101138 */
  'POST /cgi-bin/aibot/response': {
    query?: { response_code?: string | undefined }
    json: {
      msgtype: 'markdown' | 'template_card' | (string & {})
      markdown?: {
        /** at most 20480 bytes */ content: string
        feedback?: {
          /** at most 256 bytes */ id?: string | undefined
        } | undefined
      } | undefined
      template_card?: {
        feedback?: {
          /** at most 256 bytes */ id?: string | undefined
        } | undefined
        [field: string]: unknown
      } | undefined
    }
    data: object
  }
  /** Page 90245 of 2024-11-29: https://developer.work.weixin.qq.com/document/path/90245 */
  'POST /cgi-bin/appchat/create': {
    json: {
      /** at most 50 characters, longer is cut */ name?: string | undefined
      owner?: string | undefined
      userlist: readonly string[]
      /** at most 32 characters */ chatid?: string | undefined
    }
    data: { chatid: string }
  }
  /** Page 98914 of 2023-04-20: https://developer.work.weixin.qq.com/document/path/98914 */
  'GET /cgi-bin/appchat/get': {
    query: { chatid: string }
    data: {
      chat_info: {
        chatid: string
        name: string
        owner: string
        userlist: string[]
        /** 0 | 1 */ chat_type?: number
      }
    }
  }
  /** Page 90248 of 2024-07-11: https://developer.work.weixin.qq.com/document/path/90248 */
  'POST /cgi-bin/appchat/send': {
    json: SendChatMessage
    data: object
  }
  /** Page 98913 of 2023-04-18: https://developer.work.weixin.qq.com/document/path/98913 */
  'POST /cgi-bin/appchat/update': {
    json: {
      chatid: string
      /** at most 50 characters, longer is cut */ name?: string | undefined
      owner?: string | undefined
      add_user_list?: readonly string[] | undefined
      del_user_list?: readonly string[] | undefined
    }
    data: object
  }
  /** Page 91609 of 2022-05-23: https://developer.work.weixin.qq.com/document/path/91609 */
  'POST /cgi-bin/externalcontact/message/send': {
    json: {
      /** 0 | 1 | 2 */ recv_scope?: number | undefined
      /** at most 1000 items */ to_parent_userid?: readonly string[] | undefined
      /** at most 1000 items */ to_student_userid?: readonly string[] | undefined
      /** at most 100 items */ to_party?: readonly (number | string)[] | undefined
      /** 0 | 1 */ toall?: number | undefined
      msgtype: 'text' | 'image' | 'voice' | 'video' | 'file' | 'news' | 'mpnews' | 'miniprogram' | (string & {})
      agentid: number
      text?: {
        /** at most 2048 bytes */ content: string
      } | undefined
      /** 0 | 1 */ enable_id_trans?: number | undefined
      /** 0 | 1 */ enable_duplicate_check?: number | undefined
      duplicate_check_interval?: number | undefined
      image?: { media_id: string } | undefined
      voice?: { media_id: string } | undefined
      video?: {
        media_id: string
        /** at most 128 bytes, longer is cut */ title?: string | undefined
        /** at most 512 bytes, longer is cut */ description?: string | undefined
      } | undefined
      file?: { media_id: string } | undefined
      news?: {
        articles: readonly {
          title: string
          description?: string | undefined
          url: string
          picurl?: string | undefined
          btntxt?: string | undefined
          appid?: string | undefined
          pagepath?: string | undefined
        }[]
      } | undefined
      mpnews?: {
        articles: readonly {
          title: string
          thumb_media_id: string
          /** at most 64 bytes */ author?: string | undefined
          content_source_url?: string | undefined
          content: string
          /** at most 512 bytes, longer is cut */ digest?: string | undefined
          url?: string | undefined
        }[]
      } | undefined
      miniprogram?: {
        appid: string
        /** at most 64 bytes, longer is cut */ title?: string | undefined
        thumb_media_id: string
        pagepath: string
      } | undefined
      to_external_user?: readonly string[] | undefined
      textcard?: {
        url?: string | undefined
        title?: string | undefined
        description?: string | undefined
        btntxt?: string | undefined
      } | undefined
    }
    data: {
      invalid_parent_userid?: string[]
      invalid_student_userid?: string[]
      invalid_party?: (number | string)[]
      invalid_external_user?: string[]
    }
  }
  /** Page 94867 of 2021-08-11: https://developer.work.weixin.qq.com/document/path/94867 */
  'POST /cgi-bin/message/recall': {
    json: { msgid: string }
    data: object
  }
  /** Page 90236 of 2025-09-24: https://developer.work.weixin.qq.com/document/path/90236 */
  'POST /cgi-bin/message/send': {
    json: SendMessage
    data: {
      invaliduser?: string
      invalidparty?: string
      invalidtag?: string
      unlicenseduser?: string
      msgid: string
      response_code?: string
    }
  }
  /** Page 94888 of 2025-07-24: https://developer.work.weixin.qq.com/document/path/94888 */
  'POST /cgi-bin/message/update_template_card': {
    json: UpdateTemplateCard
    data: { invaliduser?: string[] }
  }
  /** Page 99110 of 2025-08-07: https://developer.work.weixin.qq.com/document/path/99110 */
  'POST /cgi-bin/webhook/send': {
    query: { key: string }
    json: RobotBody
    data: object
  }
  /** Page 99110 of 2025-08-07: https://developer.work.weixin.qq.com/document/path/99110 */
  'POST /cgi-bin/webhook/upload_media': {
    query: { key: string; type: string }
    body: RequestBody
    data: { type?: string; media_id?: string; created_at?: string }
  }
  /** Page 101028 of 2025-07-09: https://developer.work.weixin.qq.com/document/path/101028 */
  'POST /cgi-bin/wedoc/smartsheet/groupchat/get': {
    json: { docid: string; chat_id: string }
    data: { name: string; owner: string; user_list: string[] }
  }
  /** Page 100989 of 2025-07-09: https://developer.work.weixin.qq.com/document/path/100989 */
  'POST /cgi-bin/wedoc/smartsheet/groupchat/list': {
    json: {
      docid: string
      cursor?: string | undefined
      /** at most 200 */ limit?: number | undefined
    }
    data: { has_more: boolean; next_cursor?: string; chat_id_list: string[] }
  }
  /** Page 101029 of 2025-07-11: https://developer.work.weixin.qq.com/document/path/101029 */
  'POST /cgi-bin/wedoc/smartsheet/groupchat/update': {
    json: {
      docid: string
      chat_id: string
      owner?: string | undefined
      /** at most 500 items */ add_user_list?: readonly string[] | undefined
      /** at most 500 items */ del_user_list?: readonly string[] | undefined
    }
    data: object
  }
}
