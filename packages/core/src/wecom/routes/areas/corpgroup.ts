/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Corp groups · 上下游: 17 routes. */
export interface CorpgroupRoutes {
  /** Page 97357 of 2023-03-30: https://developer.work.weixin.qq.com/document/path/97357 */
  'POST /cgi-bin/corpgroup/batch/external_userid_to_pending_id': {
    json: {
      chat_id?: string | undefined
      /** at most 100 items */ external_userid: readonly string[]
    }
    data: { result?: { external_userid?: string; pending_id?: string }[] }
  }
  /** Page 95820 of 2023-11-29: https://developer.work.weixin.qq.com/document/path/95820 */
  'POST /cgi-bin/corpgroup/corp/get_chain_corpinfo': {
    json: { chain_id: string; corpid?: string | undefined; pending_corpid?: string | undefined }
    data: {
      corp_name: string
      /** 1 | 2 | 3 */ qualification_status?: number
      custom_id?: string
      groupid: number
      is_joined: boolean
    }
  }
  /** Page 95820 of 2023-11-29: https://developer.work.weixin.qq.com/document/path/95820 */
  'POST /cgi-bin/corpgroup/corp/get_chain_corpinfo_list': {
    json: {
      chain_id: string
      groupid?: number | undefined
      need_pending?: boolean | undefined
      cursor?: string | undefined
      limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      group_corps: {
        groupid: number
        corpid?: string
        corp_name: string
        custom_id?: string
        invite_userid?: string
        pending_corpid?: string
        is_joined: number
      }[]
    }
  }
  /** Page 95820 of 2023-11-29: https://developer.work.weixin.qq.com/document/path/95820 */
  'POST /cgi-bin/corpgroup/corp/get_chain_group': {
    json: { chain_id: string; groupid?: number | undefined }
    data: { groups: { groupid: number; group_name: string; parentid: number; order: number }[] }
  }
  /** Page 95820 of 2023-11-29: https://developer.work.weixin.qq.com/document/path/95820 */
  'GET /cgi-bin/corpgroup/corp/get_chain_list': {
    data: { chains: { chain_id: string; chain_name: string }[] }
  }
  /** Page 97441 of 2023-11-29: https://developer.work.weixin.qq.com/document/path/97441 */
  'POST /cgi-bin/corpgroup/corp/get_chain_user_custom_id': {
    json: { chain_id: string; corpid: string; userid: string }
    data: { user_custom_id: string }
  }
  /** Page 95822 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95822 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/corpgroup/corp/remove_corp': {
    json: { chain_id: string; corpid?: string | undefined; pending_corpid?: string | undefined }
    data: object
  }
  /** Page 97442 of 2023-11-29: https://developer.work.weixin.qq.com/document/path/97442 */
  'POST /cgi-bin/corpgroup/get_corp_shared_chain_list': {
    json?: { corpid?: string | undefined }
    data: { chains?: { chain_id?: string; chain_name?: string }[] }
  }
  /** Page 95823 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95823 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/corpgroup/getresult': {
    query: {
      /** at most 64 bytes */ jobid: string
    }
    data: {
      /** 1 | 2 | 3 */ status: number
      result?: {
        chain_id: string
        /** 1 | 2 | 3 */ import_status: number
        fail_list?: {
          corp_name: string
          custom_id?: string
          errcode: number
          errmsg?: string
          contact_info_list?: { mobile?: string; errcode: number; errmsg?: string }[]
        }[]
      }
    }
  }
  /** Page 95821 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95821 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/corpgroup/import_chain_contact': {
    json: {
      chain_id: string
      contact_list: readonly {
        /** at most 32 characters */ corp_name: string
        group_path?: string | undefined
        custom_id?: string | undefined
        contact_info_list: readonly {
          /** at most 32 characters */ name: string
          /** 1 | 2 */ identity_type: number
          mobile: string
          user_custom_id?: string | undefined
        }[]
      }[]
    }
    data: { jobid: string }
  }
  /** Page 95634 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/95634 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/corpgroup/rule/add_rule': {
    json: {
      chain_id: string
      rule_info: {
        owner_corp_range: {
          departmentids?: readonly (number | string)[] | undefined
          userids?: readonly string[] | undefined
        }
        member_corp_range: {
          groupids?: readonly (number | string)[] | undefined
          corpids?: readonly string[] | undefined
        }
      }
    }
    data: { rule_id: number }
  }
  /** Page 95632 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95632 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/corpgroup/rule/delete_rule': {
    json: { chain_id: string; rule_id: number }
    data: object
  }
  /** Page 95633 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95633 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/corpgroup/rule/get_rule_info': {
    json: { chain_id: string; rule_id: number }
    data: {
      rule_info: {
        owner_corp_range: { departmentids?: (number | string)[]; userids?: string[] }
        member_corp_range: { groupids?: (number | string)[]; corpids?: string[] }
      }
    }
  }
  /** Page 95631 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95631 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/corpgroup/rule/list_ids': {
    json: { chain_id: string }
    data: { rule_ids: number[] }
  }
  /** Page 95635 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/95635 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/corpgroup/rule/modify_rule': {
    json: {
      chain_id: string
      rule_id: number
      rule_info: {
        owner_corp_range: {
          departmentids?: readonly (number | string)[] | undefined
          userids?: readonly string[] | undefined
        }
        member_corp_range: {
          groupids?: readonly (number | string)[] | undefined
          corpids?: readonly string[] | undefined
        }
      }
    }
    data: object
  }
  /** Page 95818 of 2024-03-11: https://developer.work.weixin.qq.com/document/path/95818 */
  'POST /cgi-bin/corpgroup/unionid_to_external_userid': {
    json: {
      unionid: string
      openid: string
      corpid?: string | undefined
      mass_call_ticket?: string | undefined
    }
    data: { external_userid_info: { corpid: string; external_userid: string }[] }
  }
  /** Page 97357 of 2023-03-30: https://developer.work.weixin.qq.com/document/path/97357 */
  'POST /cgi-bin/corpgroup/unionid_to_pending_id': {
    json: { unionid: string; openid: string }
    data: { pending_id?: string }
  }
}
