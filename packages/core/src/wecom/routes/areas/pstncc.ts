/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Emergency calls · 紧急通知: 2 routes. */
export interface PstnccRoutes {
  /** Page 91627 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/91627 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/pstncc/call': {
    json: { callee_userid: readonly string[] }
    data: { states: { code: number; callid: string; userid: string }[] }
  }
  /** Page 91628 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/91628 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/pstncc/getstates': {
    json: { callee_userid: string; callid: string }
    data: {
      /** 0 | 1 */ istalked: number
      calltime: number
      talktime: number
      reason: number
    }
  }
}
