/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { RequestBody } from '../request-body.ts'

/** Chat data and AI · 数据与智能专区: 14 routes. */
export interface ChatdataRoutes {
  /** Page 99966 of 2024-06-11: https://developer.work.weixin.qq.com/document/path/99966 */
  'POST /cgi-bin/chatdata/async_program_result': {
    json: { jobid: string }
    data: { response_errcode: number; response_data?: string }
  }
  /** Page 99966 of 2024-06-11: https://developer.work.weixin.qq.com/document/path/99966 */
  'POST /cgi-bin/chatdata/async_program_task': {
    json: { program_id: string; ability_id: string; request_data: string }
    data: { jobid: string }
  }
  /** Page 100113 of 2024-08-05: https://developer.work.weixin.qq.com/document/path/100113 */
  'POST /cgi-bin/chatdata/check_debug_mode': {
    json: { program_id: string }
    data: {
      /** 1 | 2 */ debug_mode_status: number
    }
  }
  /** Page 100088 of 2024-08-05: https://developer.work.weixin.qq.com/document/path/100088 */
  'POST /cgi-bin/chatdata/close_debug_mode': {
    json: { program_id: string }
    data: object
  }
  /** Page 99962 of 2025-04-18: https://developer.work.weixin.qq.com/document/path/99962 */
  'POST /cgi-bin/chatdata/get_auth_user_list': {
    json?: {
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: {
      auth_user_list: { userid?: string; edition_list: number[]; open_userid?: string }[]
      next_cursor?: string
      has_more: boolean | number
    }
  }
  /** Page 100139 of 2025-03-05: https://developer.work.weixin.qq.com/document/path/100139 */
  'POST /cgi-bin/chatdata/get_hide_sensitiveinfo_config': {
    json: { userid: string; open_userid?: string | undefined }
    data: { config: { hide_mobile: boolean; hide_idcard: boolean; hide_bankno: boolean } }
  }
  /** Page 100108 of 2024-07-25: https://developer.work.weixin.qq.com/document/path/100108 */
  'POST /cgi-bin/chatdata/get_log_level': {
    json: { program_id: string }
    data: { log_level?: number }
  }
  /** Page 100087 of 2024-09-30: https://developer.work.weixin.qq.com/document/path/100087 */
  'POST /cgi-bin/chatdata/open_debug_mode': {
    json: { program_id: string; debug_token: string }
    data: object
  }
  /** Page 100139 of 2025-03-05: https://developer.work.weixin.qq.com/document/path/100139 */
  'POST /cgi-bin/chatdata/set_hide_sensitiveinfo_config': {
    json: {
      userid: string
      config: {
        hide_mobile?: boolean | undefined
        hide_idcard?: boolean | undefined
        hide_bankno?: boolean | undefined
      }
      open_userid?: string | undefined
    }
    data: object
  }
  /** Page 100108 of 2024-07-25: https://developer.work.weixin.qq.com/document/path/100108 */
  'POST /cgi-bin/chatdata/set_log_level': {
    json: {
      program_id: string
      /** 1 | 2 | 3 */ log_level: number
    }
    data: object
  }
  /** Page 99961 of 2024-08-16: https://developer.work.weixin.qq.com/document/path/99961 */
  'POST /cgi-bin/chatdata/set_public_key': {
    json: { public_key: string; public_key_ver: number }
    data: object
  }
  /** Page 99963 of 2024-08-02: https://developer.work.weixin.qq.com/document/path/99963 */
  'POST /cgi-bin/chatdata/set_receive_callback': {
    json: { program_id: string }
    data: object
  }
  /** Page 99965 of 2024-07-25: https://developer.work.weixin.qq.com/document/path/99965 */
  'POST /cgi-bin/chatdata/sync_call_program': {
    json: {
      program_id: string
      ability_id: string
      notify_id?: string | undefined
      request_data: string
    }
    data: { response_data?: string }
  }
  /** Page 100174 of 2025-03-24: https://developer.work.weixin.qq.com/document/path/100174 */
  'POST /cgi-bin/chatdata/upload_media': {
    query: { type: string }
    body: RequestBody
    data: { type?: string; media_id?: string; created_at?: string }
  }
}
