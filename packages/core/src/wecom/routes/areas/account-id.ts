/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Account ids · 帐号 ID 转换: 3 routes. */
export interface AccountIdRoutes {
  /** Page 95884 of 2024-07-18: https://developer.work.weixin.qq.com/document/path/95884 */
  'POST /cgi-bin/batch/openuserid_to_userid': {
    json: {
      /** at most 1000 items */ open_userid_list: readonly string[]
      source_agentid: number
    }
    data: {
      userid_list?: { open_userid?: string; userid?: string }[]
      invalid_open_userid_list?: string[]
    }
  }
  /** Page 95884 of 2024-07-18: https://developer.work.weixin.qq.com/document/path/95884 */
  'POST /cgi-bin/externalcontact/from_service_external_userid': {
    json: { external_userid: string; source_agentid: number }
    data: { external_userid?: string }
  }
  /** Page 98729 of 2025-07-01: https://developer.work.weixin.qq.com/document/path/98729 */
  'POST /cgi-bin/idconvert/convert_tmp_external_userid': {
    json: {
      /** 1 | 2 | 3 */ business_type: number
      /** 1 | 2 | 3 | 4 */ user_type: number
      /** at most 100 items */ tmp_external_userid_list: readonly string[]
    }
    data: {
      results: {
        tmp_external_userid: string
        external_userid?: string
        corpid?: string
        userid?: string
      }[]
      invalid_tmp_external_userid_list?: string[]
    }
  }
}
