/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Mail · 邮件: 24 routes. */
export interface MailRoutes {
  /** Page 95512 of 2022-11-30: https://developer.work.weixin.qq.com/document/path/95512 */
  'POST /cgi-bin/exmail/account/act_email': {
    json: {
      userid: string
      publicemail_id: number
      /** 1 | 2 */ type: number
    }
    data: object
  }
  /** Page 97855 of 2025-01-16: https://developer.work.weixin.qq.com/document/path/97855 */
  'POST /cgi-bin/exmail/app/compose_send': {
    json: {
      to: { emails?: readonly string[] | undefined; userids?: readonly string[] | undefined }
      subject: string
      content: string
      schedule?: {
        method?: 'request' | 'cancel' | (string & {}) | undefined
        location?: string | undefined
        start_time: number
        end_time: number
        reminders?: {
          /** 0 | 1 */ is_remind?: number | undefined
          remind_before_event_mins?: number | undefined
          /** 0 | 1 */ is_repeat?: number | undefined
          /** 0 | 1 */ is_custom_repeat?: number | undefined
          timezone?: number | undefined
          repeat_interval?: number | undefined
          /** 0 | 1 | 2 | 5 */ repeat_type?: number | undefined
          repeat_day_of_week?: readonly number[] | undefined
          repeat_day_of_month?: readonly number[] | undefined
          repeat_week_of_month?: readonly number[] | undefined
          repeat_month_of_year?: readonly number[] | undefined
          repeat_until?: number | undefined
          remind_before_event_secs?: number | undefined
          remind_time_diffs?: readonly number[] | undefined
        } | undefined
        schedule_id?: string | undefined
        schedule_admins?: Record<string, unknown> | undefined
      } | undefined
      meeting?: {
        option?: {
          password?: string | undefined
          /** 0 | 1 | 2 */ auto_record?: number | undefined
          enable_waiting_room?: boolean | undefined
          allow_enter_before_host?: boolean | undefined
          /** 0 | 2 */ enter_restraint?: number | undefined
          enable_screen_watermark?: boolean | undefined
          /** 0 | 1 | 2 */ enable_enter_mute?: number | undefined
          /** 1 | 2 | 3 */ remind_scope?: number | undefined
          /** 0 | 1 */ water_mark_type?: number | undefined
        } | undefined
        hosts?: { userids?: readonly string[] | undefined } | undefined
        meeting_admins: { userids?: readonly string[] | undefined }
      } | undefined
      /** 0 | 1 */ enable_id_trans?: number | undefined
      cc?: { emails?: readonly string[] | undefined; userids?: readonly string[] | undefined } | undefined
      bcc?: { emails?: readonly string[] | undefined; userids?: readonly string[] | undefined } | undefined
      attachment_list?: readonly { file_name: string; content: string }[] | undefined
      content_type?: string | undefined
    }
    data: object
  }
  /** Page 97991 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97991 */
  'POST /cgi-bin/exmail/app/get_email_alias': {
    json?: Record<string, never>
    data: { email: string; alias_list: string[] }
  }
  /** Page 97369 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97369 */
  'POST /cgi-bin/exmail/app/get_mail_list': {
    json: {
      begin_time: number
      end_time: number
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: {
      next_cursor?: string
      /** 0 | 1 */ has_more: number
      mail_list: { mail_id: string }[]
    }
  }
  /** Page 97979 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97979 */
  'POST /cgi-bin/exmail/app/read_mail': {
    json: { mail_id: string }
    data: { mail_data: string }
  }
  /** Page 97373 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97373 */
  'POST /cgi-bin/exmail/app/update_email_alias': {
    json: { new_email: string }
    data: object
  }
  /** Page 95510 of 2025-12-04: https://developer.work.weixin.qq.com/document/path/95510 */
  'POST /cgi-bin/exmail/group/create': {
    json: {
      groupid: string
      /** at most 200 bytes */ groupname: string
      email_list?: { list: readonly string[] } | undefined
      tag_list?: { list: readonly number[] } | undefined
      department_list?: { list: readonly number[] } | undefined
      group_list?: { list: readonly string[] } | undefined
      /** 0 | 1 | 2 | 3 */ allow_type?: number | undefined
      allow_emaillist?: { list: readonly string[] } | undefined
      allow_departmentlist?: { list: readonly number[] } | undefined
      allow_taglist?: { list: readonly number[] } | undefined
    }
    data: object
  }
  /** Page 97996 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97996 */
  'POST /cgi-bin/exmail/group/delete': {
    json: { groupid: string }
    data: object
  }
  /** Page 97997 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97997 */
  'GET /cgi-bin/exmail/group/get': {
    query: { groupid: string }
    data: {
      groupid: string
      groupname: string
      email_list?: { list: string[] }
      tag_list?: { list: number[] }
      department_list?: { list: number[] }
      group_list?: { list: string[] }
      /** 0 | 1 | 2 | 3 */ allow_type: number
      allow_emaillist?: { list: string[] }
      allow_departmentlist?: { list: number[] }
      allow_taglist?: { list: number[] }
    }
  }
  /** Page 97998 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97998 */
  'GET /cgi-bin/exmail/group/search': {
    query: {
      /** 0 | 1 */ fuzzy: number
      groupid?: string | undefined
    }
    data: { count?: number | string; groups: { groupid: string; groupname: string }[] }
  }
  /** Page 97995 of 2025-12-04: https://developer.work.weixin.qq.com/document/path/97995 */
  'POST /cgi-bin/exmail/group/update': {
    json: {
      groupid: string
      /** at most 200 bytes */ groupname?: string | undefined
      email_list?: { list: readonly string[] } | undefined
      tag_list?: { list: readonly number[] } | undefined
      department_list?: { list: readonly number[] } | undefined
      group_list?: { list: readonly string[] } | undefined
      /** 0 | 1 | 2 | 3 */ allow_type?: number | undefined
      allow_emaillist?: { list: readonly string[] } | undefined
      allow_departmentlist?: { list: readonly number[] } | undefined
      allow_taglist?: { list: readonly number[] } | undefined
    }
    data: object
  }
  /** Page 95514 of 2022-11-30: https://developer.work.weixin.qq.com/document/path/95514 */
  'POST /cgi-bin/exmail/mail/get_newcount': {
    json: { userid: string }
    data: { count: number }
  }
  /** Page 95511 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/95511 */
  'POST /cgi-bin/exmail/publicmail/create': {
    json: {
      email: string
      /** at most 64 characters */ name: string
      userid_list?: { list: readonly string[] } | undefined
      department_list?: { list: readonly number[] } | undefined
      tag_list?: { list: readonly number[] } | undefined
      /** 0 | 1 */ create_auth_code?: number | undefined
      auth_code_info?: {
        /** at most 128 bytes */ remark?: string | undefined
      } | undefined
    }
    data: { id: number; auth_code_id?: number; auth_code?: string }
  }
  /** Page 98001 of 2024-08-28: https://developer.work.weixin.qq.com/document/path/98001 */
  'POST /cgi-bin/exmail/publicmail/delete': {
    json: { id: number }
    data: object
  }
  /** Page 100184 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/100184 */
  'POST /cgi-bin/exmail/publicmail/delete_auth_code': {
    json: { id: number; auth_code_id: number }
    data: object
  }
  /** Page 98002 of 2025-03-03: https://developer.work.weixin.qq.com/document/path/98002 */
  'POST /cgi-bin/exmail/publicmail/get': {
    json: { id_list: readonly number[] }
    data: {
      list: {
        id: number
        email: string
        name: string
        userid_list?: { list: string[] }
        department_list?: { list: number[] }
        tag_list?: { list: number[] }
        alias_list?: { list: string[] }
      }[]
    }
  }
  /** Page 100183 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/100183 */
  'POST /cgi-bin/exmail/publicmail/get_auth_code_list': {
    json: { id: number }
    data: {
      auth_code_list: { auth_code_id: number; create_time: number; last_use_time: number; remark: string }[]
    }
  }
  /** Page 98003 of 2024-08-28: https://developer.work.weixin.qq.com/document/path/98003 */
  'GET /cgi-bin/exmail/publicmail/search': {
    query: {
      /** 0 | 1 */ fuzzy: number
      email?: string | undefined
    }
    data: { list: { id: number; email: string; name: string }[] }
  }
  /** Page 98000 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98000 */
  'POST /cgi-bin/exmail/publicmail/update': {
    json: {
      id: number
      /** at most 64 characters */ name?: string | undefined
      userid_list?: { list: readonly string[] } | undefined
      department_list?: { list: readonly number[] } | undefined
      tag_list?: { list: readonly number[] } | undefined
      alias_list?: { list: readonly string[] } | undefined
      /** 0 | 1 */ create_auth_code?: number | undefined
      auth_code_info?: {
        /** at most 128 bytes */ remark?: string | undefined
      } | undefined
    }
    data: { auth_code_id?: number; auth_code?: string }
  }
  /** Page 95513 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/95513 */
  'POST /cgi-bin/exmail/useroption/get': {
    json: { userid: string; type: readonly number[] }
    data: {
      option: {
        list: {
          /** 1 | 2 | 3 | 4 */ type: number
          value: string
        }[]
      }
    }
  }
  /** Page 98008 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/98008 */
  'POST /cgi-bin/exmail/useroption/update': {
    json: {
      userid: string
      option: {
        list: readonly {
          /** 1 | 2 | 3 | 4 */ type: number
          value: string
        }[]
      }
    }
    data: object
  }
  /** Page 99316 of 2023-07-11: https://developer.work.weixin.qq.com/document/path/99316 */
  'POST /cgi-bin/exmail/vip/batch_add': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { succ_userid_list?: string[]; fail_userid_list?: string[] }
  }
  /** Page 99317 of 2023-07-11: https://developer.work.weixin.qq.com/document/path/99317 */
  'POST /cgi-bin/exmail/vip/batch_del': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { succ_userid_list?: string[]; fail_userid_list?: string[] }
  }
  /** Page 99318 of 2023-07-20: https://developer.work.weixin.qq.com/document/path/99318 */
  'POST /cgi-bin/exmail/vip/list': {
    json?: {
      cursor?: string | undefined
      /** at most 200 */ limit?: number | undefined
    }
    data: { has_more?: boolean; next_cursor?: string; userid_list?: string[] }
  }
}
