/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Mini programs · 小程序登录: 1 route. */
export interface MiniprogramRoutes {
  /** Page 91507 of 2023-04-10: https://developer.work.weixin.qq.com/document/path/91507 */
  'GET /cgi-bin/miniprogram/jscode2session': {
    query: { js_code: string; grant_type: string }
    data: { corpid?: string; userid?: string; session_key?: string }
  }
}
