/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Second verification and sensitive fields · 二次验证与敏感信息: 3 routes. */
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
  /** Page 99500 of 2024-08-19: https://developer.work.weixin.qq.com/document/path/99500 */
  'POST /cgi-bin/user/tfa_succ': {
    json: { userid: string; tfa_code: string }
    data: object
  }
}
