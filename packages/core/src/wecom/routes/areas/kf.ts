/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { KfMessage, KfSend } from '../../kf/kf-message.ts'

/** Customer service · 微信客服: 27 routes. */
export interface KfRoutes {
  /** Page 94662 of 2023-12-05: https://developer.work.weixin.qq.com/document/path/94662 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/account/add': {
    json: {
      /** at most 16 characters */ name: string
      /** at most 128 bytes */ media_id: string
    }
    data: { open_kfid: string }
  }
  /** Page 94663 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94663 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/account/del': {
    json: {
      /** at most 64 bytes */ open_kfid: string
    }
    data: object
  }
  /** Page 94661 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94661 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/account/list': {
    json?: { offset?: number | undefined; limit?: number | undefined }
    data: {
      account_list: { open_kfid: string; name: string; avatar: string; manage_privilege?: boolean }[]
    }
  }
  /** Page 94664 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94664 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/account/update': {
    json: {
      /** at most 64 bytes */ open_kfid: string
      /** at most 16 characters */ name?: string | undefined
      /** at most 128 bytes */ media_id?: string | undefined
    }
    data: object
  }
  /** Page 94665 of 2024-03-04: https://developer.work.weixin.qq.com/document/path/94665 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/add_contact_way': {
    json: {
      open_kfid: string
      /** at most 32 bytes */ scene?: string | undefined
    }
    data: { url: string }
  }
  /** Page 95159 of 2025-11-18: https://developer.work.weixin.qq.com/document/path/95159 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/customer/batchget': {
    json: {
      external_userid_list: readonly string[]
      /** 0 | 1 */ need_enter_session_context?: number | undefined
    }
    data: {
      customer_list: {
        external_userid: string
        nickname: string
        avatar?: string
        gender: number
        unionid?: string
        enter_session_context?: {
          scene?: string
          scene_param?: string
          wechat_channels?: {
            nickname?: string
            /** 1 | 2 | 3 | 4 | 5 */ scene?: number
            shop_nickname?: string
          }
        }
      }[]
      invalid_external_userid: string[]
    }
  }
  /** Page 94674 of 2024-01-22: https://developer.work.weixin.qq.com/document/path/94674 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/customer/cancel_upgrade_service': {
    json: { open_kfid: string; external_userid: string }
    data: object
  }
  /** Page 94674 of 2024-01-22: https://developer.work.weixin.qq.com/document/path/94674 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/kf/customer/get_upgrade_service_config': {
    data: {
      member_range?: { userid_list?: string[]; department_id_list?: number[]; department_list?: number }
      groupchat_range?: { chat_id_list?: string[] }
    }
  }
  /** Page 94674 of 2024-01-22: https://developer.work.weixin.qq.com/document/path/94674 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/customer/upgrade_service': {
    json: {
      open_kfid: string
      external_userid: string
      /** 1 | 2 */ type: number
      member?: { userid: string; wording?: string | undefined } | undefined
      groupchat?: { chat_id: string; wording?: string | undefined } | undefined
    }
    data: object
  }
  /** Page 95489 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95489 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/get_corp_statistic': {
    json: { open_kfid: string; start_time: number; end_time: number }
    data: {
      statistic_list?: {
        stat_time: number
        statistic?: {
          session_cnt?: number | string
          customer_cnt?: number | string
          customer_msg_cnt?: number | string
          upgrade_service_customer_cnt?: number | string
          ai_session_reply_cnt?: number | string
          ai_transfer_rate?: number
          ai_knowledge_hit_rate?: number
          msg_rejected_customer_cnt?: number | string
        }
      }[]
    }
  }
  /** Page 95490 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95490 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/get_servicer_statistic': {
    json: {
      open_kfid: string
      servicer_userid?: string | undefined
      start_time: number
      end_time: number
    }
    data: {
      statistic_list?: {
        stat_time: number
        statistic?: {
          session_cnt?: number | string
          customer_cnt?: number | string
          customer_msg_cnt?: number | string
          reply_rate?: number
          first_reply_average_sec?: number
          satisfaction_investgate_cnt?: number | string
          satisfaction_participation_rate?: number
          satisfied_rate?: number
          middling_rate?: number
          dissatisfied_rate?: number
          upgrade_service_customer_cnt?: number | string
          upgrade_service_member_invite_cnt?: number | string
          upgrade_service_member_customer_cnt?: number | string
          upgrade_service_groupchat_invite_cnt?: number | string
          upgrade_service_groupchat_customer_cnt?: number | string
          msg_rejected_customer_cnt?: number | string
        }
      }[]
    }
  }
  /** Page 95971 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95971 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/add_group': {
    json: {
      /** at most 12 characters */ name: string
    }
    data: { group_id: string }
  }
  /** Page 95972 of 2024-06-21: https://developer.work.weixin.qq.com/document/path/95972 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/add_intent': {
    json: {
      group_id: string
      question: {
        text: {
          /** at most 200 characters */ content: string
        }
      }
      similar_questions?: {
        /** at most 100 items */ items?: readonly {
          text: {
            /** at most 200 characters */ content: string
          }
        }[] | undefined
      } | undefined
      answers: readonly {
        text: {
          /** at most 500 characters */ content: string
        }
        /** at most 4 items */ attachments?: readonly {
          msgtype: string
          image?: { media_id: string } | undefined
          link?: {
            title?: string | undefined
            desc?: string | undefined
            url?: string | undefined
            pic_url?: string | undefined
          } | undefined
          video?: { media_id?: string | undefined } | undefined
          miniprogram?: {
            appid?: string | undefined
            pagepath?: string | undefined
            title?: string | undefined
            thumb_media_id?: string | undefined
          } | undefined
        }[] | undefined
      }[]
    }
    data: { intent_id: string }
  }
  /** Page 95971 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95971 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/del_group': {
    json: { group_id: string }
    data: object
  }
  /** Page 95972 of 2024-06-21: https://developer.work.weixin.qq.com/document/path/95972 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/del_intent': {
    json: { intent_id: string }
    data: object
  }
  /** Page 95971 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95971 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/list_group': {
    json?: {
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
      group_id?: string | undefined
    }
    data: {
      next_cursor?: string
      /** 0 | 1 */ has_more: number
      group_list: {
        group_id: string
        name: string
        /** 0 | 1 */ is_default: number
      }[]
    }
  }
  /** Page 95972 of 2024-06-21: https://developer.work.weixin.qq.com/document/path/95972 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/list_intent': {
    json?: {
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
      group_id?: string | undefined
      intent_id?: string | undefined
    }
    data: {
      next_cursor?: string
      /** 0 | 1 */ has_more: number
      intent_list: {
        group_id: string
        intent_id: string
        question: {
          text: { content: string }
          similar_questions?: { items?: { text?: { content?: string } }[] }
          answers?: {
            text?: { content?: string }
            attachments?: {
              msgtype?: string
              image?: { name?: string }
              link?: { title?: string; pic_url?: string; desc?: string; url?: string }
            }[]
          }[]
        }
        similar_questions?: { items?: { text?: { content?: string } }[] }
        answers?: {
          text?: { content?: string }
          attachments?: {
            msgtype?: string
            image?: { name?: string }
            link?: { title?: string; desc?: string; url?: string; pic_url?: string }
            video?: { name?: string }
            miniprogram?: { appid?: string; pagepath?: string; title?: string }
          }[]
        }[]
      }[]
    }
  }
  /** Page 95971 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95971 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/mod_group': {
    json: {
      group_id: string
      /** at most 12 characters */ name: string
    }
    data: { group_id?: string }
  }
  /** Page 95972 of 2024-06-21: https://developer.work.weixin.qq.com/document/path/95972 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/knowledge/mod_intent': {
    json: {
      intent_id: string
      question?: { text?: { content: string } | undefined } | undefined
      similar_questions?: {
        /** at most 100 items */ items?: readonly { text: { content: string } }[] | undefined
      } | undefined
      answers?: readonly {
        text: { content: string }
        /** at most 4 items */ attachments?: readonly {
          msgtype: string
          image?: { media_id: string } | undefined
          link?: {
            title?: string | undefined
            desc?: string | undefined
            url?: string | undefined
            pic_url?: string | undefined
          } | undefined
          video?: { media_id?: string | undefined } | undefined
          miniprogram?: {
            appid?: string | undefined
            pagepath?: string | undefined
            title?: string | undefined
            thumb_media_id?: string | undefined
          } | undefined
        }[] | undefined
      }[] | undefined
    }
    data: { intent_id?: string }
  }
  /** Page 94677 of 2023-12-19: https://developer.work.weixin.qq.com/document/path/94677 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/send_msg': {
    json: KfSend
    data: { msgid: string }
  }
  /** Page 95122 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95122 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/send_msg_on_event': {
    json: {
      code: string
      /** at most 32 bytes */ msgid?: string | undefined
      msgtype: 'text' | 'msgmenu' | (string & {})
      text?: {
        /** at most 2048 bytes */ content: string
      } | undefined
      msgmenu?: {
        /** at most 1024 bytes */ head_content?: string | undefined
        /** at most 10 items */ list?: readonly {
          type: 'click' | 'view' | 'miniprogram' | 'text' | (string & {})
          click?: {
            /** at most 128 bytes */ id?: string | undefined
            /** at most 128 bytes */ content: string
          } | undefined
          view?: {
            /** at most 2048 bytes */ url: string
            /** at most 1024 bytes */ content: string
          } | undefined
          miniprogram?: {
            /** at most 32 bytes */ appid: string
            /** at most 1024 bytes */ pagepath: string
            /** at most 1024 bytes */ content: string
          } | undefined
          text?: {
            /** at most 256 bytes */ content: string
            no_newline?: boolean | number | undefined
          } | undefined
        }[] | undefined
        /** at most 1024 bytes */ tail_content?: string | undefined
      } | undefined
    }
    data: { msgid: string }
  }
  /** Page 94669 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94669 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/service_state/get': {
    json: { open_kfid: string; external_userid: string }
    data: { service_state: number; servicer_userid?: string }
  }
  /** Page 94669 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94669 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/service_state/trans': {
    json: {
      open_kfid: string
      external_userid: string
      service_state: number
      servicer_userid?: string | undefined
    }
    data: { msg_code?: string }
  }
  /** Page 94646 of 2025-02-25: https://developer.work.weixin.qq.com/document/path/94646 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/servicer/add': {
    json: {
      open_kfid: string
      userid_list?: readonly string[] | undefined
      department_id_list?: readonly number[] | undefined
    }
    data: {
      result_list: { userid?: string; errcode: number; errmsg: string; department_id?: number }[]
    }
  }
  /** Page 94647 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94647 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/servicer/del': {
    json: {
      open_kfid: string
      userid_list?: readonly string[] | undefined
      department_id_list?: readonly number[] | undefined
    }
    data: {
      result_list: { userid?: string; errcode: number; errmsg: string; department_id?: number }[]
    }
  }
  /** Page 94645 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94645 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/kf/servicer/list': {
    query: { open_kfid: string }
    data: {
      servicer_list: {
        userid?: string
        /** 0 | 1 */ status?: number
        department_id?: number
        /** 0 | 1 */ stop_type?: number
      }[]
    }
  }
  /** Page 94670 of 2024-12-23: https://developer.work.weixin.qq.com/document/path/94670 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/kf/sync_msg': {
    json: {
      /** at most 64 bytes */ cursor?: string | undefined
      /** at most 128 bytes */ token?: string | undefined
      /** at most 1000 */ limit?: number | undefined
      /** 0 | 1 */ voice_format?: number | undefined
      open_kfid: string
    }
    data: {
      next_cursor?: string
      /** 0 | 1 */ has_more: number
      msg_list: KfMessage[]
    }
  }
}
