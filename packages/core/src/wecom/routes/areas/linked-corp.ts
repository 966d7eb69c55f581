/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Linked corps · 企业互联: 3 routes. */
export interface LinkedCorpRoutes {
  /** Page 93359 of 2025-08-15: https://developer.work.weixin.qq.com/document/path/93359 */
  'POST /cgi-bin/corpgroup/corp/gettoken': {
    json: {
      corpid: string
      /** 0 | 1 */ business_type?: number | undefined
      agentid: number
    }
    data: { access_token: string; expires_in: number }
  }
  /** Page 93403 of 2022-08-25: https://developer.work.weixin.qq.com/document/path/93403 */
  'POST /cgi-bin/corpgroup/corp/list_app_share_info': {
    json: {
      agentid: number
      /** 0 | 1 */ business_type?: number | undefined
      corpid?: string | undefined
      limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      /** 0 | 1 */ ending: number
      corp_list: { corpid: string; corp_name: string; agentid: number }[]
      next_cursor?: string
    }
  }
  /** Page 93355 of 2023-01-11: https://developer.work.weixin.qq.com/document/path/93355 */
  'POST /cgi-bin/miniprogram/transfer_session': {
    json: {
      /** at most 64 bytes */ userid: string
      /** at most 64 bytes */ session_key: string
    }
    data: { userid: string; session_key: string }
  }
}
