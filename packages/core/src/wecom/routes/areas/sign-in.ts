/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Sign-in · 身份验证: 5 routes. */
export interface SignInRoutes {
  /** Page 99499 of 2024-08-19: https://developer.work.weixin.qq.com/document/path/99499 */
  'POST /cgi-bin/auth/get_tfa_info': {
    json: { code: string }
    data: { userid?: string; tfa_code?: string }
  }
  /** Page 95833 of 2023-03-14: https://developer.work.weixin.qq.com/document/path/95833 */
  'POST /cgi-bin/auth/getuserdetail': {
    json: { user_ticket: string }
    data: {
      userid: string
      gender: string
      avatar?: string
      qr_code?: string
      mobile?: string
      email?: string
      biz_mail?: string
      address?: string
    }
  }
  /** Page 91707 of 2023-01-12: https://developer.work.weixin.qq.com/document/path/91707 */
  'GET /cgi-bin/auth/getuserinfo': {
    query: {
      /** at most 512 bytes */ code: string
    }
    data: {
      userid?: string
      external_userid?: string
      parent_userid?: string
      openid?: string
      user_ticket?: string
      user_doc_ticket?: string
    }
  }
  /** Page 91193 of 2024-11-25: https://developer.work.weixin.qq.com/document/path/91193 */
  'GET /cgi-bin/user/getuserinfo': {
    query: { code: string }
    data: {
      UserId?: string
      OpenId?: string
      external_userid?: string
      DeviceId?: string
      parents?: { corpid?: string; parent_userid?: string }[]
    }
  }
  /** Page 99500 of 2024-08-19: https://developer.work.weixin.qq.com/document/path/99500 */
  'POST /cgi-bin/user/tfa_succ': {
    json: { userid: string; tfa_code: string }
    data: object
  }
}
