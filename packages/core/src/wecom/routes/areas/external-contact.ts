/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { RequestBody } from '../request-body.ts'

/** External contacts · 客户联系: 89 routes. */
export interface ExternalContactRoutes {
  /** Page 92228 of 2025-12-11: https://developer.work.weixin.qq.com/document/path/92228 */
  'POST /cgi-bin/externalcontact/add_contact_way': {
    json: {
      /** 1 | 2 */ type: number
      /** 1 | 2 */ scene: number
      style?: number | undefined
      /** at most 30 characters */ remark?: string | undefined
      skip_verify?: boolean | undefined
      /** at most 30 characters */ state?: string | undefined
      user?: readonly string[] | undefined
      party?: readonly number[] | undefined
      is_temp?: boolean | undefined
      expires_in?: number | undefined
      chat_expires_in?: number | undefined
      unionid?: string | undefined
      is_exclusive?: boolean | undefined
      mark_source?: boolean | undefined
      conclusions?: {
        text?: { content: string } | undefined
        image?: { media_id: string } | undefined
        link?: {
          title?: string | undefined
          picurl?: string | undefined
          desc?: string | undefined
          url: string
        } | undefined
        miniprogram?: {
          title?: string | undefined
          pic_media_id?: string | undefined
          appid: string
          page: string
        } | undefined
      } | undefined
    }
    data: { config_id: string; qr_code?: string }
  }
  /** Page 92117 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92117 */
  'POST /cgi-bin/externalcontact/add_corp_tag': {
    json?: {
      group_id?: string | undefined
      group_name?: string | undefined
      order?: number | undefined
      tag?: readonly { name: string; order?: number | undefined }[] | undefined
      agentid?: number | undefined
    }
    data: {
      tag_group: {
        group_id: string
        group_name: string
        create_time?: number
        order: number
        tag: { id: string; name: string; create_time?: number; order: number; deleted?: boolean }[]
        deleted?: boolean
      }
    }
  }
  /** Page 95097 of 2024-03-07: https://developer.work.weixin.qq.com/document/path/95097 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/add_intercept_rule': {
    json: {
      /** at most 20 characters */ rule_name: string
      /** at most 300 items */ word_list: readonly string[]
      semantics_list?: readonly number[] | undefined
      /** 1 | 2 */ intercept_type: number
      applicable_range: {
        /** at most 1000 items */ user_list?: readonly string[] | undefined
        /** at most 1000 items */ department_list?: readonly number[] | undefined
      }
    }
    data: { rule_id: number | string }
  }
  /** Page 95094 of 2025-09-11: https://developer.work.weixin.qq.com/document/path/95094 */
  'POST /cgi-bin/externalcontact/add_moment_task': {
    json?: {
      text?: {
        /** at most 2000 characters */ content?: string | undefined
      } | undefined
      /** at most 9 items */ attachments?: readonly {
        msgtype: string
        image?: { media_id: string } | undefined
        video?: { media_id: string } | undefined
        link?: { title?: string | undefined; url: string; media_id: string } | undefined
      }[] | undefined
      visible_range?: {
        sender_list?: {
          /** at most 10 items */ user_list?: readonly string[] | undefined
          department_list?: readonly number[] | undefined
        } | undefined
        external_contact_list?: { tag_list?: readonly string[] | undefined } | undefined
      } | undefined
    }
    data: { jobid: string }
  }
  /** Page 92135 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/92135 */
  'POST /cgi-bin/externalcontact/add_msg_template': {
    json?: {
      chat_type?: string | undefined
      /** at most 1 items */ external_userid?: readonly string[] | undefined
      /** at most 2000 items */ chat_id_list?: readonly string[] | undefined
      tag_filter?: {
        group_list?: readonly {
          /** at most 100 items */ tag_list?: readonly string[] | undefined
        }[] | undefined
      } | undefined
      sender?: string | undefined
      allow_select?: boolean | undefined
      text?: { content?: string | undefined } | undefined
      /** at most 9 items */ attachments?: readonly {
        msgtype: string
        image?: { media_id?: string | undefined; pic_url?: string | undefined } | undefined
        link?: {
          /** at most 128 bytes */ title: string
          /** at most 2048 bytes */ picurl?: string | undefined
          desc?: string | undefined
          /** at most 2048 bytes */ url: string
        } | undefined
        miniprogram?: { title: string; pic_media_id: string; appid: string; page: string } | undefined
        video?: { media_id: string } | undefined
        file?: { media_id: string } | undefined
      }[] | undefined
    }
    data: { fail_list?: string[]; msgid: string }
  }
  /** Page 95096 of 2023-12-15: https://developer.work.weixin.qq.com/document/path/95096 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/add_product_album': {
    json: {
      /** at most 300 characters */ description: string
      price: number
      /** at most 128 bytes */ product_sn?: string | undefined
      /** at most 9 items */ attachments: readonly { type: string; image?: { media_id?: string | undefined } | undefined }[]
    }
    data: { product_id: string }
  }
  /** Page 94882 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94882 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/add_strategy_tag': {
    json: {
      strategy_id: number
      group_id?: string | undefined
      group_name?: string | undefined
      order?: number | undefined
      tag: readonly { name: string; order?: number | undefined }[]
    }
    data: {
      tag_group: {
        group_id: string
        group_name: string
        create_time: number
        order: number
        tag: { id: string; name: string; create_time: number; order: number }[]
        strategy_id?: number
      }
    }
  }
  /** Page 92994 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/92994 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/batch/get_by_user': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
      cursor?: string | undefined
      /** at most 100, longer is cut */ limit?: number | undefined
    }
    data: {
      external_contact_list: {
        external_contact: {
          external_userid: string
          name: string
          position?: string
          avatar?: string
          corp_name?: string
          corp_full_name?: string
          type: number
          gender: number
          unionid?: string
          external_profile?: {
            external_attr: {
              type: number
              name: string
              text?: { value: string }
              web?: { url: string; title: string }
              miniprogram?: { appid: string; pagepath: string; title: string }
            }[]
            external_corp_name?: string
            wechat_channels?: { nickname?: string; status?: number }
          }
          foreign_key?: string
          is_subscribe?: boolean | number
          subscriber_info?: { tag_id?: string[]; remark?: string; remark_mobiles?: string[] }
        }
        follow_info: {
          userid?: string
          remark: string
          description: string
          createtime: number
          tag_id?: string[]
          remark_corp_name?: string
          remark_mobiles?: string[]
          oper_userid?: string
          add_way: number
          wechat_channels?: { nickname?: string; source?: number }
          state?: string
          tags?: { type?: number; tag_id?: string; tag_name?: string; group_name?: string }[]
        }
      }[]
      next_cursor?: string
      fail_info?: { unlicensed_userid_list?: string[] }
    }
  }
  /** Page 97611 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/97611 */
  'POST /cgi-bin/externalcontact/cancel_groupmsg_send': {
    json: { msgid: string }
    data: object
  }
  /** Page 97612 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/97612 */
  'POST /cgi-bin/externalcontact/cancel_moment_task': {
    json: { moment_id: string }
    data: object
  }
  /** Page 92228 of 2025-12-11: https://developer.work.weixin.qq.com/document/path/92228 */
  'POST /cgi-bin/externalcontact/close_temp_chat': {
    json: { userid: string; external_userid: string }
    data: object
  }
  /** Page 99434 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/99434 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/contact_list': {
    json?: { cursor?: string | undefined; limit?: number | undefined }
    data: {
      info_list: {
        is_customer: boolean
        name?: string
        tmp_openid?: string
        follow_userid?: string
        chat_name?: string
        add_time: number
        external_userid?: string
        chat_id?: string
      }[]
      next_cursor?: string
    }
  }
  /** Page 97297 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/97297 */
  'POST /cgi-bin/externalcontact/customer_acquisition/create_link': {
    json: {
      /** at most 30 characters */ link_name: string
      range?: {
        /** at most 500 items */ user_list?: readonly string[] | undefined
        /** at most 500 items */ department_list?: readonly number[] | undefined
      } | undefined
      skip_verify?: boolean | undefined
      priority_option?: {
        /** 1 | 2 */ priority_type?: number | undefined
        /** at most 1000 items */ priority_userid_list?: readonly string[] | undefined
      } | undefined
      mark_source?: boolean | undefined
    }
    data: {
      link: {
        link_id: string
        link_name: string
        url: string
        create_time: number
        skip_verify?: boolean
        mark_source?: boolean
      }
    }
  }
  /** Page 97298 of 2025-09-18: https://developer.work.weixin.qq.com/document/path/97298 */
  'POST /cgi-bin/externalcontact/customer_acquisition/customer': {
    json: {
      link_id: string
      /** at most 1000 */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      customer_list: {
        external_userid: string
        userid?: string
        /** 0 | 1 | 2 */ chat_status: number
        state?: string
      }[]
      next_cursor?: string
    }
  }
  /** Page 97297 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/97297 */
  'POST /cgi-bin/externalcontact/customer_acquisition/delete_link': {
    json: { link_id: string }
    data: object
  }
  /** Page 97297 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/97297 */
  'POST /cgi-bin/externalcontact/customer_acquisition/get': {
    json: { link_id: string }
    data: {
      link: {
        link_name: string
        url: string
        create_time: number
        skip_verify: boolean
        mark_source: boolean
        link_id?: string
      }
      range?: { user_list?: string[]; department_list?: number[] }
      priority_option?: {
        /** 1 | 2 */ priority_type: number
        priority_userid_list?: string[]
      }
    }
  }
  /** Page 100130 of 2024-09-27: https://developer.work.weixin.qq.com/document/path/100130 */
  'POST /cgi-bin/externalcontact/customer_acquisition/get_chat_info': {
    json: { chat_key: string }
    data: {
      userid: string
      external_userid: string
      chat_info: { recv_msg_cnt: number; link_id: string; state?: string }
    }
  }
  /** Page 97297 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/97297 */
  'POST /cgi-bin/externalcontact/customer_acquisition/list_link': {
    json?: {
      /** at most 100 */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: { link_id_list: string[]; next_cursor?: string }
  }
  /** Page 97375 of 2023-08-08: https://developer.work.weixin.qq.com/document/path/97375 */
  'POST /cgi-bin/externalcontact/customer_acquisition/statistic': {
    json: { link_id: string; start_time: number; end_time: number }
    data: { click_link_customer_cnt: number; new_customer_cnt: number }
  }
  /** Page 97297 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/97297 */
  'POST /cgi-bin/externalcontact/customer_acquisition/update_link': {
    json: {
      link_id: string
      /** at most 30 characters */ link_name?: string | undefined
      range?: {
        /** at most 500 items */ user_list?: readonly string[] | undefined
        /** at most 500 items */ department_list?: readonly number[] | undefined
      } | undefined
      skip_verify?: boolean | undefined
      priority_option?: {
        /** 1 | 2 */ priority_type?: number | undefined
        /** at most 1000 items */ priority_userid_list?: readonly string[] | undefined
      } | undefined
      mark_source?: boolean | undefined
    }
    data: object
  }
  /** Page 97375 of 2023-08-08: https://developer.work.weixin.qq.com/document/path/97375 */
  'GET /cgi-bin/externalcontact/customer_acquisition_quota': {
    data: { total: number; balance: number; quota_list?: { expire_date: number; balance: number }[] }
  }
  /** Page 94883 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94883 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/customer_strategy/create': {
    json: {
      parent_id?: number | undefined
      strategy_name: string
      /** at most 20 items */ admin_list: readonly string[]
      privilege?: {
        view_customer_list?: boolean | undefined
        view_customer_data?: boolean | undefined
        view_room_list?: boolean | undefined
        contact_me?: boolean | undefined
        join_room?: boolean | undefined
        share_customer?: boolean | undefined
        oper_resign_customer?: boolean | undefined
        send_customer_msg?: boolean | undefined
        edit_welcome_msg?: boolean | undefined
        view_behavior_data?: boolean | undefined
        view_room_data?: boolean | undefined
        send_group_msg?: boolean | undefined
        room_deduplication?: boolean | undefined
        rapid_reply?: boolean | undefined
        onjob_customer_transfer?: boolean | undefined
        edit_anti_spam_rule?: boolean | undefined
        export_customer_list?: boolean | undefined
        export_customer_data?: boolean | undefined
        export_customer_group_list?: boolean | undefined
        manage_customer_tag?: boolean | undefined
        oper_resign_group?: boolean | undefined
      } | undefined
      range: readonly {
        /** 1 | 2 */ type: number
        userid?: string | undefined
        partyid?: number | undefined
      }[]
    }
    data: { strategy_id: number }
  }
  /** Page 94883 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94883 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/customer_strategy/del': {
    json: { strategy_id: number }
    data: object
  }
  /** Page 94883 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94883 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/customer_strategy/edit': {
    json: {
      strategy_id: number
      strategy_name?: string | undefined
      admin_list?: readonly string[] | undefined
      privilege?: {
        view_customer_list?: boolean | undefined
        view_customer_data?: boolean | undefined
        view_room_list?: boolean | undefined
        contact_me?: boolean | undefined
        join_room?: boolean | undefined
        share_customer?: boolean | undefined
        oper_resign_customer?: boolean | undefined
        oper_resign_group?: boolean | undefined
        send_customer_msg?: boolean | undefined
        edit_welcome_msg?: boolean | undefined
        view_behavior_data?: boolean | undefined
        view_room_data?: boolean | undefined
        send_group_msg?: boolean | undefined
        room_deduplication?: boolean | undefined
        rapid_reply?: boolean | undefined
        onjob_customer_transfer?: boolean | undefined
        edit_anti_spam_rule?: boolean | undefined
        export_customer_list?: boolean | undefined
        export_customer_data?: boolean | undefined
        export_customer_group_list?: boolean | undefined
        manage_customer_tag?: boolean | undefined
      } | undefined
      range_add?: readonly {
        /** 1 | 2 */ type?: number | undefined
        userid?: string | undefined
        partyid?: number | undefined
      }[] | undefined
      range_del?: readonly {
        /** 1 | 2 */ type?: number | undefined
        userid?: string | undefined
        partyid?: number | undefined
      }[] | undefined
    }
    data: object
  }
  /** Page 94883 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94883 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/customer_strategy/get': {
    json: { strategy_id: number }
    data: {
      strategy: {
        strategy_id: number
        parent_id: number
        strategy_name: string
        create_time: number
        admin_list: string[]
        privilege: {
          view_customer_list: boolean
          view_customer_data: boolean
          view_room_list: boolean
          contact_me: boolean
          join_room: boolean
          share_customer: boolean
          oper_resign_customer: boolean
          oper_resign_group: boolean
          send_customer_msg: boolean
          edit_welcome_msg: boolean
          view_behavior_data: boolean
          view_room_data: boolean
          send_group_msg: boolean
          room_deduplication: boolean
          rapid_reply: boolean
          onjob_customer_transfer: boolean
          edit_anti_spam_rule: boolean
          export_customer_list: boolean
          export_customer_data: boolean
          export_customer_group_list: boolean
          manage_customer_tag?: boolean
        }
      }
    }
  }
  /** Page 94883 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94883 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/customer_strategy/get_range': {
    json: {
      strategy_id: number
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: {
      range: {
        /** 1 | 2 */ type: number
        userid?: string
        partyid?: number
      }[]
      next_cursor?: string
    }
  }
  /** Page 94883 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94883 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/customer_strategy/list': {
    json?: {
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: { strategy: { strategy_id: number }[]; next_cursor?: string }
  }
  /** Page 92228 of 2025-12-11: https://developer.work.weixin.qq.com/document/path/92228 */
  'POST /cgi-bin/externalcontact/del_contact_way': {
    json: { config_id: string }
    data: object
  }
  /** Page 92117 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92117 */
  'POST /cgi-bin/externalcontact/del_corp_tag': {
    json?: {
      tag_id?: readonly string[] | undefined
      group_id?: readonly string[] | undefined
      agentid?: number | undefined
    }
    data: object
  }
  /** Page 95097 of 2024-03-07: https://developer.work.weixin.qq.com/document/path/95097 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/del_intercept_rule': {
    json: { rule_id: string }
    data: object
  }
  /** Page 94882 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94882 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/del_strategy_tag': {
    json?: { tag_id?: readonly string[] | undefined; group_id?: readonly string[] | undefined }
    data: object
  }
  /** Page 95096 of 2023-12-15: https://developer.work.weixin.qq.com/document/path/95096 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/delete_product_album': {
    json: { product_id: string }
    data: object
  }
  /** Page 92117 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92117 */
  'POST /cgi-bin/externalcontact/edit_corp_tag': {
    json: {
      id: string
      name?: string | undefined
      order?: number | undefined
      agentid?: number | undefined
    }
    data: object
  }
  /** Page 94882 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94882 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/edit_strategy_tag': {
    json: { id: string; name?: string | undefined; order?: number | undefined }
    data: object
  }
  /** Page 92114 of 2025-12-19: https://developer.work.weixin.qq.com/document/path/92114 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/externalcontact/get': {
    query: { external_userid: string; cursor?: string | undefined }
    data: {
      external_contact: {
        external_userid: string
        name: string
        position?: string
        avatar?: string
        corp_name?: string
        corp_full_name?: string
        /** 1 | 2 */ type: number
        /** 0 | 1 | 2 */ gender: number
        unionid?: string
        external_profile?: {
          external_attr: {
            type: number
            name: string
            text?: { value: string }
            web?: { url: string; title: string }
            miniprogram?: { appid: string; pagepath: string; title: string }
          }[]
          external_corp_name?: string
          wechat_channels?: { nickname?: string; status?: number }
        }
        foreign_key?: string
        is_subscribe?: boolean | number
        subscriber_info?: { tag_id?: string[]; remark?: string; remark_mobiles?: string[] }
      }
      follow_user: {
        userid: string
        remark: string
        description: string
        createtime: number
        tags?: {
          group_name?: string
          tag_name?: string
          tag_id?: string
          /** 1 | 2 | 3 */ type: number
        }[]
        remark_corp_name?: string
        remark_mobiles?: string[]
        oper_userid?: string
        add_way?: number
        wechat_channels?: {
          nickname?: string
          /** 0 | 1 | 2 | 3 */ source?: number
        }
        state?: string
        tag_id?: string[]
      }[]
      next_cursor?: string
    }
  }
  /** Page 92228 of 2025-12-11: https://developer.work.weixin.qq.com/document/path/92228 */
  'POST /cgi-bin/externalcontact/get_contact_way': {
    json: { config_id: string }
    data: {
      contact_way?: {
        config_id: string
        /** 1 | 2 */ type: number
        /** 1 | 2 */ scene: number
        style?: number
        remark: string
        skip_verify: boolean
        state: string
        qr_code?: string
        user?: string[]
        party?: number[]
        is_temp: boolean
        expires_in?: number
        chat_expires_in?: number
        unionid?: string
        mark_source?: boolean
        conclusions: {
          text?: { content: string }
          image?: { pic_url: string }
          link?: { title?: string; picurl?: string; desc?: string; url: string }
          miniprogram?: { title?: string; pic_media_id?: string; appid: string; page: string }
        }
        is_exclusive?: boolean
      }
    }
  }
  /** Page 92117 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92117 */
  'POST /cgi-bin/externalcontact/get_corp_tag_list': {
    json?: { tag_id?: readonly string[] | undefined; group_id?: readonly string[] | undefined }
    data: {
      tag_group: {
        group_id: string
        group_name: string
        create_time: number
        order: number
        deleted?: boolean
        tag: { id: string; name: string; create_time: number; order: number; deleted?: boolean }[]
      }[]
    }
  }
  /** Page 92571 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92571 */
  'GET /cgi-bin/externalcontact/get_follow_user_list': {
    data: { follow_user: string[] }
  }
  /** Page 93338 of 2023-12-08: https://developer.work.weixin.qq.com/document/path/93338 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/get_groupmsg_list_v2': {
    json: {
      chat_type: string
      start_time: number
      end_time: number
      creator?: string | undefined
      /** 0 | 1 | 2 */ filter_type?: number | undefined
      /** at most 100, longer is cut */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      next_cursor?: string
      group_msg_list?: {
        msgid: string
        creator?: string
        create_time: number | string
        /** 0 | 1 */ create_type: number
        text?: { content: string }
        attachments?: {
          msgtype: string
          image?: { media_id?: string; pic_url?: string }
          link?: { title: string; picurl?: string; desc?: string; url: string }
          miniprogram?: { title: string; appid: string; page: string; pic_media_id?: string }
          video?: { media_id: string }
          file?: { media_id: string }
        }[]
      }[]
    }
  }
  /** Page 93338 of 2023-12-08: https://developer.work.weixin.qq.com/document/path/93338 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/get_groupmsg_send_result': {
    json: {
      msgid: string
      userid: string
      /** at most 1000, longer is cut */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      next_cursor?: string
      send_list?: {
        external_userid?: string
        chat_id?: string
        userid: string
        /** 0 | 1 | 2 | 3 */ status: number
        send_time?: number
      }[]
    }
  }
  /** Page 93338 of 2023-12-08: https://developer.work.weixin.qq.com/document/path/93338 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/get_groupmsg_task': {
    json: {
      msgid: string
      /** at most 1000, longer is cut */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      next_cursor?: string
      task_list?: {
        userid: string
        /** 0 | 2 */ status: number
        send_time?: number
      }[]
    }
  }
  /** Page 95097 of 2024-03-07: https://developer.work.weixin.qq.com/document/path/95097 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/get_intercept_rule': {
    json: { rule_id: string }
    data: {
      rule: {
        rule_id: number
        rule_name: string
        word_list: string[]
        semantics_list?: number[]
        /** 1 | 2 */ intercept_type: number
        applicable_range?: { user_list?: string[]; department_list?: number[] }
        extra_rule?: { semantics_list?: number[] }
        create_time?: number
      }
    }
  }
  /** Page 95097 of 2024-03-07: https://developer.work.weixin.qq.com/document/path/95097 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/externalcontact/get_intercept_rule_list': {
    data: { rule_list: { rule_id: number | string; rule_name: string; create_time: number }[] }
  }
  /** Page 93333 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93333 */
  'POST /cgi-bin/externalcontact/get_moment_comments': {
    json: { moment_id: string; userid: string }
    data: {
      comment_list: { external_userid?: string; create_time: number; userid?: string }[]
      like_list: { external_userid?: string; create_time: number; userid?: string }[]
    }
  }
  /** Page 93333 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93333 */
  'POST /cgi-bin/externalcontact/get_moment_customer_list': {
    json: {
      moment_id: string
      userid: string
      cursor?: string | undefined
      /** at most 1000, longer is cut */ limit?: number | undefined
    }
    data: { next_cursor?: string; customer_list: { userid: string; external_userid: string }[] }
  }
  /** Page 93333 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93333 */
  'POST /cgi-bin/externalcontact/get_moment_list': {
    json: {
      start_time: number
      end_time: number
      creator?: string | undefined
      /** 0 | 1 | 2 */ filter_type?: number | undefined
      cursor?: string | undefined
      /** at most 20, longer is cut */ limit?: number | undefined
    }
    data: {
      next_cursor?: string
      moment_list: {
        moment_id: string
        creator?: string
        create_time: number
        /** 0 | 1 */ create_type: number
        visible_type: number
        text?: { content: string }
        image?: { media_id: string }[]
        video?: { media_id: string; thumb_media_id?: string }
        link?: { title?: string; url: string }
        location?: { latitude: number | string; longitude: number | string; name?: string }
      }[]
    }
  }
  /** Page 93333 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93333 */
  'POST /cgi-bin/externalcontact/get_moment_send_result': {
    json: {
      moment_id: string
      userid: string
      cursor?: string | undefined
      /** at most 5000, longer is cut */ limit?: number | undefined
    }
    data: { next_cursor?: string; customer_list: { external_userid: string }[] }
  }
  /** Page 93333 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93333 */
  'POST /cgi-bin/externalcontact/get_moment_task': {
    json: {
      moment_id: string
      cursor?: string | undefined
      /** at most 1000, longer is cut */ limit?: number | undefined
    }
    data: {
      next_cursor?: string
      task_list: {
        userid: string
        /** 0 | 1 */ publish_status: number
      }[]
    }
  }
  /** Page 95094 of 2025-09-11: https://developer.work.weixin.qq.com/document/path/95094 */
  'GET /cgi-bin/externalcontact/get_moment_task_result': {
    query: {
      /** at most 64 bytes */ jobid: string
    }
    data: {
      /** 1 | 2 | 3 */ status: number
      type: string
      result: {
        errcode: number
        errmsg: string
        moment_id: string
        invalid_sender_list?: { user_list?: string[]; department_list?: number[] }
        invalid_external_contact_list?: { tag_list?: string[] }
      }
    }
  }
  /** Page 95096 of 2023-12-15: https://developer.work.weixin.qq.com/document/path/95096 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/get_product_album': {
    json: { product_id: string }
    data: {
      product: {
        product_id: string
        description: string
        price: number
        create_time: number
        product_sn?: string
        attachments?: { type: string; image?: { media_id: string } }[]
      }
    }
  }
  /** Page 95096 of 2023-12-15: https://developer.work.weixin.qq.com/document/path/95096 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/get_product_album_list': {
    json?: {
      /** at most 100, longer is cut */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      next_cursor?: string
      product_list: {
        product_id: string
        description: string
        price: number
        product_sn?: string
        attachments?: { type: string; image?: { media_id: string } }[]
      }[]
    }
  }
  /** Page 94882 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94882 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/get_strategy_tag_list': {
    json?: {
      strategy_id?: number | undefined
      tag_id?: readonly string[] | undefined
      group_id?: readonly string[] | undefined
    }
    data: {
      tag_group: {
        group_id: string
        group_name: string
        create_time: number
        order: number
        strategy_id: number
        tag: { id: string; name: string; create_time: number; order: number }[]
      }[]
    }
  }
  /** Page 92124 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92124 */
  'POST /cgi-bin/externalcontact/get_unassigned_list': {
    json?: {
      cursor?: string | undefined
      /** at most 1000 */ page_size?: number | undefined
      page_id?: number | undefined
    }
    data: {
      info: { handover_userid: string; external_userid: string; dimission_time: number }[]
      is_last: boolean
      next_cursor?: string
    }
  }
  /** Page 92132 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92132 */
  'POST /cgi-bin/externalcontact/get_user_behavior_data': {
    json: {
      /** at most 100 items */ userid?: readonly string[] | undefined
      /** at most 100 items */ partyid?: readonly number[] | undefined
      start_time: number
      end_time: number
    }
    data: {
      behavior_data: {
        stat_time: number
        chat_cnt: number
        message_cnt: number
        reply_percentage?: number
        avg_reply_time?: number
        negative_feedback_cnt?: number
        new_apply_cnt?: number
        new_contact_cnt?: number
      }[]
    }
  }
  /** Page 92366 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92366 */
  'POST /cgi-bin/externalcontact/group_welcome_template/add': {
    json?: {
      text?: {
        /** at most 3000 bytes */ content?: string | undefined
      } | undefined
      image?: { media_id?: string | undefined; pic_url?: string | undefined } | undefined
      link?: {
        /** at most 128 bytes */ title: string
        picurl?: string | undefined
        /** at most 512 bytes */ desc?: string | undefined
        url: string
      } | undefined
      miniprogram?: {
        /** at most 64 bytes */ title: string
        pic_media_id: string
        appid: string
        page: string
      } | undefined
      file?: { media_id: string } | undefined
      video?: { media_id: string } | undefined
      agentid?: number | undefined
      /** 0 | 1 */ notify?: number | undefined
    }
    data: { template_id: string }
  }
  /** Page 92366 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92366 */
  'POST /cgi-bin/externalcontact/group_welcome_template/del': {
    json: { template_id: string; agentid?: number | undefined }
    data: object
  }
  /** Page 92366 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92366 */
  'POST /cgi-bin/externalcontact/group_welcome_template/edit': {
    json: {
      template_id: string
      text?: {
        /** at most 3000 bytes */ content?: string | undefined
      } | undefined
      image?: { media_id?: string | undefined; pic_url?: string | undefined } | undefined
      link?: {
        /** at most 128 bytes */ title: string
        picurl?: string | undefined
        /** at most 512 bytes */ desc?: string | undefined
        url: string
      } | undefined
      miniprogram?: {
        /** at most 64 bytes */ title: string
        pic_media_id: string
        appid: string
        page: string
      } | undefined
      file?: { media_id: string } | undefined
      video?: { media_id: string } | undefined
      agentid?: number | undefined
    }
    data: object
  }
  /** Page 92366 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92366 */
  'POST /cgi-bin/externalcontact/group_welcome_template/get': {
    json: { template_id: string }
    data: {
      text?: { content: string }
      image?: { pic_url?: string }
      link?: { title?: string; picurl?: string; desc?: string; url?: string }
      miniprogram?: { title?: string; pic_media_id?: string; appid?: string; page?: string }
      file?: { media_id?: string }
      video?: { media_id?: string }
      agentid?: number
    }
  }
  /** Page 92229 of 2026-01-05: https://developer.work.weixin.qq.com/document/path/92229 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/groupchat/add_join_way': {
    json: {
      /** 1 | 2 */ scene: number
      remark?: string | undefined
      /** 0 | 1 */ auto_create_room?: number | undefined
      /** at most 40 characters */ room_base_name?: string | undefined
      room_base_id?: number | undefined
      /** at most 5 items */ chat_id_list: readonly string[]
      state?: string | undefined
      mark_source?: boolean | undefined
    }
    data: { config_id: string }
  }
  /** Page 92229 of 2026-01-05: https://developer.work.weixin.qq.com/document/path/92229 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/groupchat/del_join_way': {
    json: { config_id: string }
    data: object
  }
  /** Page 92122 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92122 */
  'POST /cgi-bin/externalcontact/groupchat/get': {
    json: {
      chat_id: string
      /** 0 | 1 */ need_name?: number | undefined
    }
    data: {
      group_chat: {
        chat_id: string
        name: string
        owner: string
        create_time: number
        notice: string
        member_list: {
          userid: string
          /** 1 | 2 */ type: number
          join_time: number
          /** 1 | 2 | 3 */ join_scene: number
          invitor?: { userid: string }
          group_nickname?: string
          name?: string
          unionid?: string
          state?: string
        }[]
        admin_list?: { userid: string }[]
        member_version?: string
      }
    }
  }
  /** Page 92229 of 2026-01-05: https://developer.work.weixin.qq.com/document/path/92229 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/groupchat/get_join_way': {
    json: { config_id: string }
    data: {
      join_way: {
        config_id: string
        /** 1 | 2 */ scene: number
        remark: string
        /** 0 | 1 */ auto_create_room: number
        room_base_name?: string
        room_base_id?: number
        chat_id_list: string[]
        qr_code?: string
        state?: string
        mark_source?: boolean
      }
    }
  }
  /** Page 92120 of 2025-01-13: https://developer.work.weixin.qq.com/document/path/92120 */
  'POST /cgi-bin/externalcontact/groupchat/list': {
    json: {
      /** 0 | 1 | 2 | 3 */ status_filter?: number | undefined
      owner_filter?: {
        /** at most 100 items */ userid_list?: readonly string[] | undefined
      } | undefined
      cursor?: string | undefined
      limit: number
    }
    data: {
      group_chat_list: {
        chat_id: string
        /** 0 | 1 | 2 | 3 */ status: number
      }[]
      next_cursor?: string
    }
  }
  /** Page 95703 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/95703 */
  'POST /cgi-bin/externalcontact/groupchat/onjob_transfer': {
    json: { chat_id_list: readonly string[]; new_owner: string }
    data: { failed_chat_list?: { chat_id: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92133 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92133 */
  'POST /cgi-bin/externalcontact/groupchat/statistic': {
    json: {
      day_begin_time: number
      day_end_time?: number | undefined
      owner_filter: {
        /** at most 100 items */ userid_list: readonly string[]
      }
      /** 1 | 2 | 3 | 4 */ order_by?: number | undefined
      /** 0 | 1 */ order_asc?: number | undefined
      offset?: number | undefined
      limit?: number | undefined
    }
    data: {
      total: number
      next_offset?: number
      items: {
        owner: string
        data: {
          new_chat_cnt: number
          chat_total: number
          chat_has_msg: number
          new_member_cnt: number
          member_total: number
          member_has_msg: number
          msg_total: number
          migrate_trainee_chat_cnt?: number
        }
      }[]
    }
  }
  /** Page 92133 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92133 */
  'POST /cgi-bin/externalcontact/groupchat/statistic_group_by_day': {
    json: {
      day_begin_time: number
      day_end_time?: number | undefined
      owner_filter: {
        /** at most 100 items */ userid_list: readonly string[]
      }
    }
    data: {
      items: {
        stat_time: number
        data: {
          new_chat_cnt: number
          chat_total: number
          chat_has_msg: number
          new_member_cnt: number
          member_total: number
          member_has_msg: number
          msg_total: number
          migrate_trainee_chat_cnt?: number
        }
      }[]
    }
  }
  /** Page 92127 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92127 */
  'POST /cgi-bin/externalcontact/groupchat/transfer': {
    json: { chat_id_list: readonly string[]; new_owner: string }
    data: { failed_chat_list?: { chat_id: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92229 of 2026-01-05: https://developer.work.weixin.qq.com/document/path/92229 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/groupchat/update_join_way': {
    json: {
      config_id: string
      /** 1 | 2 */ scene: number
      remark?: string | undefined
      /** 0 | 1 */ auto_create_room?: number | undefined
      /** at most 40 characters */ room_base_name?: string | undefined
      room_base_id?: number | undefined
      /** at most 5 items */ chat_id_list: readonly string[]
      state?: string | undefined
      mark_source?: boolean | undefined
    }
    data: object
  }
  /** Page 92113 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/92113 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/externalcontact/list': {
    query: { userid: string }
    data: { external_userid: string[] }
  }
  /** Page 92228 of 2025-12-11: https://developer.work.weixin.qq.com/document/path/92228 */
  'POST /cgi-bin/externalcontact/list_contact_way': {
    json?: {
      start_time?: number | undefined
      end_time?: number | undefined
      cursor?: string | undefined
      limit?: number | undefined
    }
    data: { contact_way: { config_id: string }[]; next_cursor?: string }
  }
  /** Page 92118 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92118 */
  'POST /cgi-bin/externalcontact/mark_tag': {
    json: {
      userid: string
      external_userid: string
      add_tag?: readonly string[] | undefined
      remove_tag?: readonly string[] | undefined
    }
    data: object
  }
  /** Page 94890 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94890 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/moment_strategy/create': {
    json: {
      parent_id?: number | undefined
      strategy_name: string
      /** at most 20 items */ admin_list: readonly string[]
      privilege?: {
        send_moment?: boolean | undefined
        view_moment_list?: boolean | undefined
        manage_moment_cover_and_sign?: boolean | undefined
      } | undefined
      range: readonly {
        /** 1 | 2 */ type: number
        userid?: string | undefined
        partyid?: number | undefined
      }[]
    }
    data: { strategy_id: number }
  }
  /** Page 94890 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94890 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/moment_strategy/del': {
    json: { strategy_id: number }
    data: object
  }
  /** Page 94890 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94890 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/moment_strategy/edit': {
    json: {
      strategy_id: number
      strategy_name?: string | undefined
      admin_list?: readonly string[] | undefined
      privilege?: {
        view_moment_list?: boolean | undefined
        send_moment?: boolean | undefined
        manage_moment_cover_and_sign?: boolean | undefined
      } | undefined
      range_add?: readonly {
        /** 1 | 2 */ type?: number | undefined
        userid?: string | undefined
        partyid?: number | undefined
      }[] | undefined
      range_del?: readonly {
        /** 1 | 2 */ type?: number | undefined
        userid?: string | undefined
        partyid?: number | undefined
      }[] | undefined
    }
    data: object
  }
  /** Page 94890 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94890 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/moment_strategy/get': {
    json: { strategy_id: number }
    data: {
      strategy: {
        strategy_id: number
        parent_id: number
        strategy_name: string
        create_time: number
        admin_list: string[]
        privilege: {
          view_moment_list: boolean
          send_moment: boolean
          manage_moment_cover_and_sign?: boolean
        }
      }
    }
  }
  /** Page 94890 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94890 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/moment_strategy/get_range': {
    json: {
      strategy_id: number
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: {
      range: {
        /** 1 | 2 */ type: number
        userid?: string
        partyid?: number
      }[]
      next_cursor?: string
    }
  }
  /** Page 94890 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94890 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/moment_strategy/list': {
    json?: {
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: { strategy: { strategy_id: number }[]; next_cursor?: string }
  }
  /** Page 94822 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94822 */
  'POST /cgi-bin/externalcontact/opengid_to_chatid': {
    json: { opengid: string }
    data: { chat_id: string }
  }
  /** Page 92115 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/92115 */
  'POST /cgi-bin/externalcontact/remark': {
    json: {
      userid: string
      external_userid: string
      /** at most 20 characters */ remark?: string | undefined
      /** at most 150 characters */ description?: string | undefined
      /** at most 20 characters */ remark_company?: string | undefined
      remark_mobiles?: readonly string[] | undefined
      remark_pic_mediaid?: string | undefined
    }
    data: object
  }
  /** Page 97610 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/97610 */
  'POST /cgi-bin/externalcontact/remind_groupmsg_send': {
    json: { msgid: string }
    data: object
  }
  /** Page 94081 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94081 */
  'POST /cgi-bin/externalcontact/resigned/transfer_customer': {
    json: {
      handover_userid: string
      takeover_userid: string
      /** at most 100 items */ external_userid: readonly string[]
      transfer_success_msg?: string | undefined
    }
    data: { customer: { external_userid: string; errcode: number }[] }
  }
  /** Page 94082 of 2021-03-24: https://developer.work.weixin.qq.com/document/path/94082 */
  'POST /cgi-bin/externalcontact/resigned/transfer_result': {
    json: { handover_userid: string; takeover_userid: string; cursor?: string | undefined }
    data: {
      customer: {
        external_userid: string
        /** 1 | 2 | 3 | 4 */ status: number
        takeover_time?: number
      }[]
      next_cursor?: string
    }
  }
  /** Page 92137 of 2025-11-17: https://developer.work.weixin.qq.com/document/path/92137 */
  'POST /cgi-bin/externalcontact/send_welcome_msg': {
    json: {
      welcome_code: string
      text?: {
        /** at most 4000 bytes */ content?: string | undefined
      } | undefined
      /** at most 9 items */ attachments?: readonly {
        msgtype: string
        image?: { media_id?: string | undefined; pic_url?: string | undefined } | undefined
        link?: {
          /** at most 128 bytes */ title: string
          picurl?: string | undefined
          /** at most 512 bytes */ desc?: string | undefined
          url: string
        } | undefined
        miniprogram?: {
          /** at most 64 bytes */ title: string
          pic_media_id: string
          appid: string
          page: string
        } | undefined
        video?: { media_id: string } | undefined
        file?: { media_id: string } | undefined
      }[] | undefined
    }
    data: object
  }
  /** Page 92125 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92125 */
  'POST /cgi-bin/externalcontact/transfer_customer': {
    json: {
      handover_userid: string
      takeover_userid: string
      /** at most 100 items */ external_userid: readonly string[]
      /** at most 200 characters */ transfer_success_msg?: string | undefined
    }
    data: { customer: { external_userid: string; errcode: number }[] }
  }
  /** Page 94088 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94088 */
  'POST /cgi-bin/externalcontact/transfer_result': {
    json: { handover_userid: string; takeover_userid: string; cursor?: string | undefined }
    data: {
      customer: {
        external_userid: string
        /** 1 | 2 | 3 | 4 */ status: number
        takeover_time?: number
      }[]
      next_cursor?: string
    }
  }
  /** Page 92228 of 2025-12-11: https://developer.work.weixin.qq.com/document/path/92228 */
  'POST /cgi-bin/externalcontact/update_contact_way': {
    json: {
      config_id: string
      /** at most 30 characters */ remark?: string | undefined
      skip_verify?: boolean | undefined
      style?: number | undefined
      state?: string | undefined
      user?: readonly string[] | undefined
      party?: readonly number[] | undefined
      expires_in?: number | undefined
      chat_expires_in?: number | undefined
      unionid?: string | undefined
      mark_source?: boolean | undefined
      conclusions?: {
        text?: { content: string } | undefined
        image?: { media_id: string } | undefined
        link?: {
          title?: string | undefined
          picurl?: string | undefined
          desc?: string | undefined
          url: string
        } | undefined
        miniprogram?: {
          title?: string | undefined
          pic_media_id?: string | undefined
          appid: string
          page: string
        } | undefined
      } | undefined
      is_temp?: boolean | undefined
      is_exclusive?: boolean | undefined
    }
    data: object
  }
  /** Page 95097 of 2024-03-07: https://developer.work.weixin.qq.com/document/path/95097 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/update_intercept_rule': {
    json: {
      rule_id: string
      /** at most 20 characters */ rule_name?: string | undefined
      /** at most 300 items */ word_list?: readonly string[] | undefined
      extra_rule?: { semantics_list?: readonly number[] | undefined } | undefined
      /** 1 | 2 */ intercept_type?: number | undefined
      add_applicable_range?: {
        /** at most 10000 items */ user_list?: readonly string[] | undefined
        /** at most 1000 items */ department_list?: readonly number[] | undefined
      } | undefined
      remove_applicable_range?: {
        /** at most 1000 items */ user_list?: readonly string[] | undefined
        /** at most 1000 items */ department_list?: readonly number[] | undefined
      } | undefined
    }
    data: object
  }
  /** Page 95096 of 2023-12-15: https://developer.work.weixin.qq.com/document/path/95096 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/update_product_album': {
    json: {
      product_id: string
      /** at most 300 characters */ description: string
      price: number
      /** at most 128 bytes */ product_sn?: string | undefined
      attachments?: readonly { type?: string | undefined; image?: { media_id?: string | undefined } | undefined }[] | undefined
    }
    data: object
  }
  /** Page 95098 of 2025-06-10: https://developer.work.weixin.qq.com/document/path/95098 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/media/upload_attachment': {
    query: { media_type: 'image' | 'video' | 'file' | (string & {}); attachment_type: string }
    body: RequestBody
    data: {
      type: 'image' | 'voice' | 'video' | 'file' | (string & {})
      media_id: string
      created_at: number
    }
  }
}
