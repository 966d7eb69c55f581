/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { RequestBody } from '../request-body.ts'

/** Media · 素材管理: 6 routes. */
export interface MediaRoutes {
  /** Page 90254 of 2026-01-09: https://developer.work.weixin.qq.com/document/path/90254 */
  'GET /cgi-bin/media/get': {
    query: { media_id: string }
    data: Uint8Array
  }
  /** Page 90255 of 2025-09-01: https://developer.work.weixin.qq.com/document/path/90255 */
  'GET /cgi-bin/media/get/jssdk': {
    query: { media_id: string }
    data: Uint8Array
  }
  /** Page 96219 of 2022-12-14: https://developer.work.weixin.qq.com/document/path/96219 */
  'POST /cgi-bin/media/get_upload_by_url_result': {
    json: {
      /** at most 128 bytes */ jobid: string
    }
    data: {
      /** 1 | 2 | 3 */ status: number
      detail: { errcode: number; errmsg?: string; media_id?: string; created_at?: string }
    }
  }
  /** Page 90253 of 2024-07-22: https://developer.work.weixin.qq.com/document/path/90253 */
  'POST /cgi-bin/media/upload': {
    query: { type: 'image' | 'voice' | 'video' | 'file' | (string & {}) }
    body: RequestBody
    data: {
      type: 'image' | 'voice' | 'video' | 'file' | (string & {})
      media_id: string
      created_at: number | string
    }
  }
  /** Page 96219 of 2022-12-14: https://developer.work.weixin.qq.com/document/path/96219 */
  'POST /cgi-bin/media/upload_by_url': {
    json: {
      scene: number
      type: 'video' | 'file' | (string & {})
      /** at most 128 bytes */ filename: string
      /** at most 1024 bytes */ url: string
      /** at most 32 bytes */ md5: string
    }
    data: { jobid: string }
  }
  /** Page 90256 of 2022-01-20: https://developer.work.weixin.qq.com/document/path/90256 */
  'POST /cgi-bin/media/uploadimg': {
    body: RequestBody
    data: { url: string }
  }
}
