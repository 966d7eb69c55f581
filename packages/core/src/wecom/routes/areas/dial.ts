/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Company calls · 公费电话: 1 route. */
export interface DialRoutes {
  /** Page 93662 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93662 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/dial/get_dial_record': {
    json?: {
      start_time?: number | undefined
      end_time?: number | undefined
      offset?: number | undefined
      limit?: number | undefined
    }
    data: {
      record: {
        call_time: number
        total_duration: number
        /** 1 | 2 */ call_type: number
        caller: { userid: string; duration: number }
        callee: { phone?: number; duration?: number; userid?: string }[]
      }[]
    }
  }
}
