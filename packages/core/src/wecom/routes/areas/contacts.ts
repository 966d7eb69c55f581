/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Contacts · 通讯录管理: 37 routes. */
export interface ContactsRoutes {
  /** Page 90983 of 2018-10-24: https://developer.work.weixin.qq.com/document/path/90983 */
  'GET /cgi-bin/batch/getresult': {
    query: {
      /** at most 64 bytes */ jobid: string
    }
    data: {
      /** 1 | 2 | 3 */ status: number
      type: string
      total: number
      percentage: number
      result: { userid?: string; action?: number; partyid?: number; errcode?: number; errmsg?: string }[]
    }
  }
  /** Page 90975 of 2025-10-28: https://developer.work.weixin.qq.com/document/path/90975 */
  'POST /cgi-bin/batch/invite': {
    json?: {
      /** at most 1000 items */ user?: readonly string[] | undefined
      /** at most 100 items */ party?: readonly number[] | undefined
      /** at most 100 items */ tag?: readonly number[] | undefined
    }
    data: { invaliduser?: string[]; invalidparty?: number[]; invalidtag?: number[] }
  }
  /** Page 90982 of 2018-10-24: https://developer.work.weixin.qq.com/document/path/90982 */
  'POST /cgi-bin/batch/replaceparty': {
    json: {
      media_id: string
      callback?: {
        url?: string | undefined
        token?: string | undefined
        encodingaeskey?: string | undefined
      } | undefined
    }
    data: { jobid: string }
  }
  /** Page 90981 of 2024-05-15: https://developer.work.weixin.qq.com/document/path/90981 */
  'POST /cgi-bin/batch/replaceuser': {
    json: {
      media_id: string
      to_invite?: boolean | undefined
      callback?: {
        url?: string | undefined
        token?: string | undefined
        encodingaeskey?: string | undefined
      } | undefined
    }
    data: { jobid: string }
  }
  /** Page 90980 of 2024-05-15: https://developer.work.weixin.qq.com/document/path/90980 */
  'POST /cgi-bin/batch/syncuser': {
    json: {
      media_id: string
      to_invite?: boolean | undefined
      callback?: {
        url?: string | undefined
        token?: string | undefined
        encodingaeskey?: string | undefined
      } | undefined
    }
    data: { jobid: string }
  }
  /** Page 91714 of 2019-11-30: https://developer.work.weixin.qq.com/document/path/91714 Contacts-sync secret only. */
  'GET /cgi-bin/corp/get_join_qrcode': {
    query?: { size_type?: number | undefined }
    data: { join_qrcode: string }
  }
  /** Page 90205 of 2023-08-15: https://developer.work.weixin.qq.com/document/path/90205 */
  'POST /cgi-bin/department/create': {
    json: {
      name: string
      /** at most 64 characters */ name_en?: string | undefined
      parentid: number
      order?: number | undefined
      id?: number | undefined
    }
    data: { id: number }
  }
  /** Page 90207 of 2020-03-30: https://developer.work.weixin.qq.com/document/path/90207 */
  'GET /cgi-bin/department/delete': {
    query: { id: number }
    data: object
  }
  /** Page 95351 of 2023-09-06: https://developer.work.weixin.qq.com/document/path/95351 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'GET /cgi-bin/department/get': {
    query: { id: number }
    data: {
      department: {
        id: number
        name?: string
        name_en?: string
        department_leader?: string[]
        parentid: number
        order: number
      }
    }
  }
  /** Page 90208 of 2022-08-05: https://developer.work.weixin.qq.com/document/path/90208 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'GET /cgi-bin/department/list': {
    query?: { id?: number | undefined }
    data: {
      department: {
        id: number
        name?: string
        name_en?: string
        department_leader?: string[]
        parentid: number
        order?: number
      }[]
    }
  }
  /** Page 95350 of 2023-09-06: https://developer.work.weixin.qq.com/document/path/95350 */
  'GET /cgi-bin/department/simplelist': {
    query?: { id?: number | undefined }
    data: { department_id: { id: number; parentid: number; order: number }[] }
  }
  /** Page 90206 of 2023-08-15: https://developer.work.weixin.qq.com/document/path/90206 */
  'POST /cgi-bin/department/update': {
    json: {
      id: number
      name?: string | undefined
      /** at most 64 characters */ name_en?: string | undefined
      parentid?: number | undefined
      order?: number | undefined
    }
    data: object
  }
  /** Page 94852 of 2022-08-22: https://developer.work.weixin.qq.com/document/path/94852 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'POST /cgi-bin/export/department': {
    json: { encoding_aeskey: string; block_size?: number | undefined }
    data: { jobid: string }
  }
  /** Page 94854 of 2021-08-11: https://developer.work.weixin.qq.com/document/path/94854 */
  'GET /cgi-bin/export/get_result': {
    query: { jobid: string }
    data: {
      /** 0 | 1 | 2 | 3 */ status: number
      data_list: { url: string; size: number; md5: string }[]
    }
  }
  /** Page 94849 of 2022-08-22: https://developer.work.weixin.qq.com/document/path/94849 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'POST /cgi-bin/export/simple_user': {
    json: { encoding_aeskey: string; block_size?: number | undefined }
    data: { jobid: string }
  }
  /** Page 94853 of 2022-08-17: https://developer.work.weixin.qq.com/document/path/94853 */
  'POST /cgi-bin/export/taguser': {
    json: { tagid: number; encoding_aeskey: string; block_size?: number | undefined }
    data: { jobid: string }
  }
  /** Page 94851 of 2022-08-22: https://developer.work.weixin.qq.com/document/path/94851 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'POST /cgi-bin/export/user': {
    json: { encoding_aeskey: string; block_size?: number | undefined }
    data: { jobid: string }
  }
  /** Page 90214 of 2020-12-07: https://developer.work.weixin.qq.com/document/path/90214 */
  'POST /cgi-bin/tag/addtagusers': {
    json: {
      tagid: number
      /** at most 1000 items */ userlist?: readonly string[] | undefined
      /** at most 100 items */ partylist?: readonly number[] | undefined
    }
    data: { invalidlist?: string; invalidparty?: number[] }
  }
  /** Page 90210 of 2020-06-08: https://developer.work.weixin.qq.com/document/path/90210 */
  'POST /cgi-bin/tag/create': {
    json: {
      /** at most 32 characters */ tagname: string
      tagid?: number | undefined
    }
    data: { tagid: number }
  }
  /** Page 90212 of 2020-04-02: https://developer.work.weixin.qq.com/document/path/90212 */
  'GET /cgi-bin/tag/delete': {
    query: { tagid: number }
    data: object
  }
  /** Page 90215 of 2020-04-02: https://developer.work.weixin.qq.com/document/path/90215 */
  'POST /cgi-bin/tag/deltagusers': {
    json: {
      tagid: number
      /** at most 1000 items */ userlist?: readonly string[] | undefined
      /** at most 100 items */ partylist?: readonly number[] | undefined
    }
    data: { invalidlist?: string; invalidparty?: number[] }
  }
  /** Page 90213 of 2021-08-11: https://developer.work.weixin.qq.com/document/path/90213 */
  'GET /cgi-bin/tag/get': {
    query: { tagid: number }
    data: { tagname?: string; userlist: { userid: string; name?: string }[]; partylist: number[] }
  }
  /** Page 90216 of 2018-03-13: https://developer.work.weixin.qq.com/document/path/90216 */
  'GET /cgi-bin/tag/list': {
    data: { taglist: { tagid: number; tagname: string }[] }
  }
  /** Page 90211 of 2020-04-02: https://developer.work.weixin.qq.com/document/path/90211 */
  'POST /cgi-bin/tag/update': {
    json: {
      tagid: number
      /** at most 32 characters */ tagname: string
    }
    data: object
  }
  /** Page 90203 of 2023-11-15: https://developer.work.weixin.qq.com/document/path/90203 */
  'GET /cgi-bin/user/authsucc': {
    query: { userid: string }
    data: object
  }
  /** Page 90199 of 2019-06-13: https://developer.work.weixin.qq.com/document/path/90199 Contacts-sync secret only. */
  'POST /cgi-bin/user/batchdelete': {
    json: {
      /** at most 200 items */ useridlist: readonly string[]
    }
    data: object
  }
  /** Page 90202 of 2022-01-20: https://developer.work.weixin.qq.com/document/path/90202 */
  'POST /cgi-bin/user/convert_to_openid': {
    json: { userid: string }
    data: { openid: string }
  }
  /** Page 90202 of 2022-01-20: https://developer.work.weixin.qq.com/document/path/90202 */
  'POST /cgi-bin/user/convert_to_userid': {
    json: { openid: string }
    data: { userid: string }
  }
  /** Page 90195 of 2025-07-25: https://developer.work.weixin.qq.com/document/path/90195 Contacts-sync secret only. */
  'POST /cgi-bin/user/create': {
    json: {
      /** at most 64 bytes */ userid: string
      /** at most 64 characters */ name: string
      /** at most 64 characters */ alias?: string | undefined
      mobile?: string | undefined
      /** at most 100 items */ department?: readonly number[] | undefined
      order?: readonly number[] | undefined
      position?: string | undefined
      gender?: number | string | undefined
      email?: string | undefined
      biz_mail?: string | undefined
      is_leader_in_dept?: readonly number[] | undefined
      /** at most 1 items */ direct_leader?: readonly string[] | undefined
      /** 0 | 1 */ enable?: number | undefined
      avatar_mediaid?: string | undefined
      telephone?: string | undefined
      /** at most 128 characters */ address?: string | undefined
      main_department?: number | undefined
      extattr?: {
        attrs?: readonly {
          type: number
          name: string
          text?: { value: string } | undefined
          web?: { url: string; title: string } | undefined
        }[] | undefined
      } | undefined
      to_invite?: boolean | undefined
      /** at most 12 characters */ external_position?: string | undefined
      external_profile?: {
        external_corp_name?: string | undefined
        wechat_channels?: { nickname?: string | undefined } | undefined
        external_attr?: readonly {
          type: number
          name: string
          text?: { value: string } | undefined
          web?: { url: string; title: string } | undefined
          miniprogram?: { appid: string; pagepath: string; title: string } | undefined
        }[] | undefined
      } | undefined
    }
    data: { created_department_list?: { department_info?: { name?: string; id?: number }[] } }
  }
  /** Page 90198 of 2021-08-08: https://developer.work.weixin.qq.com/document/path/90198 Contacts-sync secret only. */
  'GET /cgi-bin/user/delete': {
    query: { userid: string }
    data: object
  }
  /** Page 90196 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/90196 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'GET /cgi-bin/user/get': {
    query: {
      /** at most 64 bytes */ userid: string
    }
    data: {
      userid: string
      name?: string
      department: number[]
      order?: number[]
      position?: string
      mobile?: string
      gender?: string
      email?: string
      biz_mail?: string
      is_leader_in_dept?: number[]
      direct_leader?: string[]
      avatar?: string
      thumb_avatar?: string
      telephone?: string
      alias?: string
      address?: string
      open_userid?: string
      main_department?: number
      extattr?: {
        attrs: {
          type: number
          name: string
          text?: { value: string }
          web?: { url: string; title: string }
        }[]
      }
      /** 1 | 2 | 4 | 5 */ status: number
      qr_code?: string
      external_position?: string
      external_profile?: {
        external_corp_name: string
        wechat_channels?: { nickname?: string; status?: number }
        external_attr: {
          type: number
          name: string
          text?: { value: string }
          web?: { url: string; title: string }
          miniprogram?: { appid: string; pagepath: string; title: string }
        }[]
      }
      english_name?: string
    }
  }
  /** Page 95895 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/95895 */
  'POST /cgi-bin/user/get_userid_by_email': {
    json: {
      email: string
      /** 1 | 2 */ email_type?: number | undefined
    }
    data: { userid: string }
  }
  /** Page 95402 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/95402 */
  'POST /cgi-bin/user/getuserid': {
    json: { mobile: string }
    data: { userid: string }
  }
  /** Page 90201 of 2024-07-24: https://developer.work.weixin.qq.com/document/path/90201 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'GET /cgi-bin/user/list': {
    query: { department_id: number; fetch_child?: boolean | undefined }
    data: {
      userlist: {
        userid: string
        name?: string
        department: number[]
        order: number[]
        position?: string
        mobile?: string
        gender?: string
        email?: string
        biz_mail?: string
        is_leader_in_dept?: number[]
        direct_leader?: string[]
        avatar?: string
        thumb_avatar?: string
        telephone?: string
        alias?: string
        /** 1 | 2 | 4 | 5 */ status: number
        address?: string
        english_name?: string
        open_userid?: string
        main_department?: number
        extattr?: {
          attrs: {
            type: number
            name: string
            text?: { value: string }
            web?: { url: string; title: string }
          }[]
        }
        qr_code?: string
        external_position?: string
        external_profile?: {
          external_corp_name: string
          wechat_channels?: { nickname?: string; status?: number }
          external_attr: {
            type: number
            name: string
            text?: { value: string }
            web?: { url: string; title: string }
            miniprogram?: { appid: string; pagepath: string; title: string }
          }[]
        }
      }[]
    }
  }
  /** Page 96067 of 2024-07-23: https://developer.work.weixin.qq.com/document/path/96067 Contacts-sync secret only. */
  'POST /cgi-bin/user/list_id': {
    json?: { cursor?: string | undefined; limit?: number | undefined }
    data: { next_cursor?: string; dept_user: { userid: string; department: number }[] }
  }
  /** Page 90200 of 2022-08-22: https://developer.work.weixin.qq.com/document/path/90200 Closed to the contacts-sync secret from IP addresses new since 2022-08-15. */
  'GET /cgi-bin/user/simplelist': {
    query: { department_id: number; fetch_child?: boolean | undefined }
    data: {
      userlist: { userid: string; name?: string; department?: number[]; open_userid?: string }[]
    }
  }
  /** Page 90197 of 2025-07-25: https://developer.work.weixin.qq.com/document/path/90197 Contacts-sync secret only. */
  'POST /cgi-bin/user/update': {
    json: {
      /** at most 64 bytes */ userid: string
      /** at most 64 characters */ name?: string | undefined
      /** at most 100 items */ department?: readonly number[] | undefined
      order?: readonly number[] | undefined
      position?: string | undefined
      mobile?: string | undefined
      gender?: number | string | undefined
      email?: string | undefined
      biz_mail?: string | undefined
      biz_mail_alias?: { item: readonly string[] } | undefined
      is_leader_in_dept?: readonly number[] | undefined
      /** at most 1 items */ direct_leader?: readonly string[] | undefined
      /** 0 | 1 */ enable?: number | undefined
      avatar_mediaid?: string | undefined
      telephone?: string | undefined
      /** at most 64 characters */ alias?: string | undefined
      /** at most 128 characters */ address?: string | undefined
      main_department?: number | undefined
      extattr?: {
        attrs?: readonly {
          type: number
          name: string
          text?: { value: string } | undefined
          web?: { url: string; title: string } | undefined
        }[] | undefined
      } | undefined
      /** at most 12 characters */ external_position?: string | undefined
      external_profile?: {
        external_corp_name?: string | undefined
        wechat_channels?: { nickname?: string | undefined } | undefined
        external_attr?: readonly {
          type: number
          name: string
          text?: { value: string } | undefined
          web?: { url: string; title: string } | undefined
          miniprogram?: { appid: string; pagepath: string; title: string } | undefined
        }[] | undefined
      } | undefined
      new_userid?: string | undefined
      to_invite?: boolean | undefined
    }
    data: object
  }
}
