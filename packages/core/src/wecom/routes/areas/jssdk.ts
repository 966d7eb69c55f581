/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** JS-SDK · JS-SDK: 3 routes. */
export interface JssdkRoutes {
  /** Page 90506 of 2024-11-14: https://developer.work.weixin.qq.com/document/path/90506 */
  'GET /cgi-bin/get_jsapi_ticket': {
    data: { ticket: string; expires_in: number }
  }
  /** Page 94345 of 2021-05-10: https://developer.work.weixin.qq.com/document/path/94345 */
  'POST /cgi-bin/get_launch_code': {
    json: { operator_userid: string; single_chat: { userid: string } }
    data: { launch_code?: string }
  }
  /** Page 90493 of 2025-03-27: https://developer.work.weixin.qq.com/document/path/90493 */
  'GET /cgi-bin/ticket/get': {
    query?: { type?: string | undefined }
    data: { ticket: string; expires_in: number }
  }
}
