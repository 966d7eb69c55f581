/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Security · 安全管理: 16 routes. */
export interface SecurityRoutes {
  /** Page 100179 of 2024-09-13: https://developer.work.weixin.qq.com/document/path/100179 */
  'POST /cgi-bin/security/admin_oper_log/list': {
    json: {
      start_time: number | string
      end_time: number | string
      oper_type?: number | undefined
      userid?: string | undefined
      cursor?: string | undefined
      limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      record_list: {
        time: number | string
        userid: string
        oper_type: number
        detail_type: number
        detail_info?: string
        ip?: string
      }[]
    }
  }
  /** Page 98079 of 2025-07-03: https://developer.work.weixin.qq.com/document/path/98079 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/security/get_file_oper_record': {
    json: {
      start_time: number
      end_time: number
      /** at most 100 items */ userid_list?: readonly string[] | undefined
      operation?: { type?: number | undefined; source?: number | undefined } | undefined
      cursor?: string | undefined
      limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      record_list: {
        time: number
        userid?: string
        operation: { type: number; source?: number }
        file_info?: string
        file_size?: number
        file_md5?: string
        external_user?: {
          /** 1 | 2 */ type: number
          name: string
          corp_name?: string
        }
        applicant_name?: string
        /** 1 | 2 */ device_type?: number
        device_code?: string
      }[]
    }
  }
  /** Page 100128 of 2024-08-06: https://developer.work.weixin.qq.com/document/path/100128 */
  'POST /cgi-bin/security/get_screen_oper_record': {
    json: {
      start_time: number
      end_time: number
      /** at most 100 items */ userid_list?: readonly string[] | undefined
      /** at most 100 items */ department_id_list?: readonly number[] | undefined
      /** 1 | 2 | 3 | 4 | 5 | 6 */ screen_shot_type?: number | undefined
      cursor?: string | undefined
      limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      record_list: {
        time: number
        userid: string
        department_id?: number
        /** 1 | 2 | 3 | 4 | 5 | 6 */ screen_shot_type: number
        screen_shot_content: string
        system?: string
      }[]
    }
  }
  /** Page 100079 of 2024-07-26: https://developer.work.weixin.qq.com/document/path/100079 */
  'GET /cgi-bin/security/get_server_domain_ip': {
    data: {
      domain_list: {
        domain: string
        universal_domian?: string
        protocol: string
        port: number[]
        /** 0 | 1 */ is_necessary: number
        description: string
      }[]
      ip_list: {
        ip: string
        protocol: string
        port: number[]
        /** 0 | 1 */ is_necessary: number
        description: string
      }[]
    }
  }
  /** Page 100178 of 2025-07-10: https://developer.work.weixin.qq.com/document/path/100178 */
  'POST /cgi-bin/security/member_oper_log/list': {
    json: {
      start_time: number | string
      end_time: number | string
      /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 11 | 12 | 13 | 15 | 16 | 17 | 20 | 21 */ oper_type?: number | undefined
      userid?: string | undefined
      cursor?: string | undefined
      limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      record_list: {
        time: number | string
        userid: string
        oper_type: number
        detail_info?: string
        ip?: string
      }[]
    }
  }
  /** Page 98920 of 2024-04-25: https://developer.work.weixin.qq.com/document/path/98920 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/security/trustdevice/approve': {
    json: { device_code_list: readonly string[] }
    data: { success_list?: string[]; fail_list?: string[] }
  }
  /** Page 98920 of 2024-04-25: https://developer.work.weixin.qq.com/document/path/98920 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/security/trustdevice/delete': {
    json: {
      /** 1 | 2 | 3 */ type: number
      device_code_list: readonly string[]
    }
    data: object
  }
  /** Page 98920 of 2024-04-25: https://developer.work.weixin.qq.com/document/path/98920 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/security/trustdevice/get_by_user': {
    json: {
      last_login_userid: string
      /** 1 | 2 | 3 */ type: number
    }
    data: {
      device_list: {
        device_code: string
        system: string
        mac_addr?: string[]
        motherboard_uuid?: string
        harddisk_uuid?: string[]
        domain?: string
        pc_name?: string
        last_login_time?: number
        last_login_userid?: string
        confirm_timestamp?: number
        confirm_userid?: string
        approved_userid?: string
        /** 0 | 1 | 2 | 3 */ source: number
        /** 1 | 2 | 3 | 4 | 5 | 6 */ status: number
        seq_no?: string
      }[]
    }
  }
  /** Page 98920 of 2024-04-25: https://developer.work.weixin.qq.com/document/path/98920 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/security/trustdevice/import': {
    json: {
      device_list: readonly {
        system: string
        /** at most 100 items */ mac_addr: readonly string[]
        motherboard_uuid?: string | undefined
        /** at most 100 items */ harddisk_uuid?: readonly string[] | undefined
        domain?: string | undefined
        pc_name?: string | undefined
        seq_no?: string | undefined
      }[]
    }
    data: {
      result: {
        device_index: number
        device_code?: string
        /** 1 | 2 | 3 | 4 */ status: number
        duplicated_device_code?: string
      }[]
    }
  }
  /** Page 98920 of 2024-04-25: https://developer.work.weixin.qq.com/document/path/98920 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/security/trustdevice/list': {
    json: {
      cursor?: string | undefined
      /** at most 100 */ limit?: number | undefined
      /** 1 | 2 | 3 */ type: number
    }
    data: {
      device_list: {
        device_code: string
        system: string
        mac_addr?: string[]
        motherboard_uuid?: string
        harddisk_uuid?: string[]
        domain?: string
        pc_name?: string
        last_login_time?: number
        last_login_userid?: string
        confirm_timestamp?: number
        confirm_userid?: string
        approved_userid?: string
        /** 0 | 1 | 2 | 3 */ source: number
        /** 1 | 2 | 3 | 4 | 5 | 6 */ status: number
        seq_no?: string
      }[]
      next_cursor?: string
    }
  }
  /** Page 98920 of 2024-04-25: https://developer.work.weixin.qq.com/document/path/98920 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/security/trustdevice/reject': {
    json: { device_code_list: readonly string[] }
    data: { success_list?: string[]; fail_list?: string[] }
  }
  /** Page 99503 of 2024-01-24: https://developer.work.weixin.qq.com/document/path/99503 */
  'POST /cgi-bin/security/vip/batch_add_job_result': {
    json: { jobid: string }
    data: { job_result: { succ_userid_list?: string[]; fail_userid_list?: string[] } }
  }
  /** Page 99505 of 2024-01-24: https://developer.work.weixin.qq.com/document/path/99505 */
  'POST /cgi-bin/security/vip/batch_del_job_result': {
    json: { jobid: string }
    data: { job_result: { succ_userid_list?: string[]; fail_userid_list?: string[] } }
  }
  /** Page 99506 of 2024-01-24: https://developer.work.weixin.qq.com/document/path/99506 */
  'POST /cgi-bin/security/vip/list': {
    json?: {
      cursor?: string | undefined
      /** at most 200 */ limit?: number | undefined
    }
    data: { has_more: boolean; next_cursor?: string; userid_list: string[] }
  }
  /** Page 99503 of 2024-01-24: https://developer.work.weixin.qq.com/document/path/99503 */
  'POST /cgi-bin/security/vip/submit_batch_add_job': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { jobid: string; invalid_userid_list?: string[] }
  }
  /** Page 99505 of 2024-01-24: https://developer.work.weixin.qq.com/document/path/99505 */
  'POST /cgi-bin/security/vip/submit_batch_del_job': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { jobid: string; invalid_userid_list?: string[] }
  }
}
