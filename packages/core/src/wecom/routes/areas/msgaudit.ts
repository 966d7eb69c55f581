/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Message archive · 会话内容存档: 5 routes. */
export interface MsgauditRoutes {
  /** Page 91782 of 2025-05-08: https://developer.work.weixin.qq.com/document/path/91782 */
  'POST /cgi-bin/msgaudit/check_room_agree': {
    json: { roomid: string }
    data: {
      agreeinfo: { status_change_time: number; exteranalopenid: string; agree_status: string }[]
    }
  }
  /** Page 91782 of 2025-05-08: https://developer.work.weixin.qq.com/document/path/91782 */
  'POST /cgi-bin/msgaudit/check_single_agree': {
    json: { info: readonly { userid: string; exteranalopenid: string }[] }
    data: {
      agreeinfo: {
        status_change_time: number
        userid: string
        exteranalopenid: string
        agree_status: string
      }[]
    }
  }
  /** Page 91614 of 2025-05-08: https://developer.work.weixin.qq.com/document/path/91614 */
  'POST /cgi-bin/msgaudit/get_permit_user_list': {
    json?: {
      /** 1 | 2 | 3 */ type?: number | undefined
    }
    data: { ids: string[] }
  }
  /** Page 91774 of 2025-05-08: https://developer.work.weixin.qq.com/document/path/91774 */
  'GET /cgi-bin/msgaudit/get_robot_info': {
    query: { robot_id: string }
    data: { data: { robot_id: string; name: string; creator_userid: string } }
  }
  /** Page 92951 of 2025-05-08: https://developer.work.weixin.qq.com/document/path/92951 */
  'POST /cgi-bin/msgaudit/groupchat/get': {
    json: { roomid: string }
    data: {
      roomname: string
      creator: string
      room_create_time: number
      notice: string
      members: { memberid: string; jointime: number }[]
    }
  }
}
