/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Basics · 基础接口: 3 routes. */
export interface BasicsRoutes {
  /** Page 92520 of 2023-04-24: https://developer.work.weixin.qq.com/document/path/92520 */
  'GET /cgi-bin/get_api_domain_ip': {
    data: { ip_list: string[] }
  }
  /** Page 90930 of 2024-12-13: https://developer.work.weixin.qq.com/document/path/90930 */
  'GET /cgi-bin/getcallbackip': {
    data: { ip_list: string[] }
  }
  /** Page 91039 of 2024-03-26: https://developer.work.weixin.qq.com/document/path/91039 */
  'GET /cgi-bin/gettoken': {
    query: { corpid: string; corpsecret: string }
    data: { access_token: string; expires_in: number }
  }
}
