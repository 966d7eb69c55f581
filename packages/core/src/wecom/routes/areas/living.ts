/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Live streams · 直播: 7 routes. */
export interface LivingRoutes {
  /** Page 93638 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93638 */
  'POST /cgi-bin/living/cancel': {
    json: { livingid: string }
    data: object
  }
  /** Page 93637 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93637 */
  'POST /cgi-bin/living/create': {
    json: {
      anchor_userid: string
      /** at most 20 characters */ theme: string
      living_start: number
      living_duration: number
      /** at most 100 characters */ description?: string | undefined
      /** 0 | 1 | 2 | 3 | 4 */ type?: number | undefined
      agentid?: number | undefined
      remind_time?: number | undefined
      activity_cover_mediaid?: string | undefined
      activity_share_mediaid?: string | undefined
      activity_detail?: {
        description?: string | undefined
        /** at most 5 items */ image_list?: readonly string[] | undefined
      } | undefined
    }
    data: { livingid: string }
  }
  /** Page 93641 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93641 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/living/get_living_code': {
    json: { livingid: string; openid: string }
    data: { living_code: string }
  }
  /** Page 93635 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93635 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/living/get_living_info': {
    query: { livingid: string }
    data: {
      living_info: {
        theme: string
        living_start: number
        living_duration: number
        /** 0 | 1 | 2 | 3 | 4 */ status: number
        reserve_start: number
        reserve_living_duration: number
        description: string
        anchor_userid: string
        main_department?: number
        viewer_num: number
        comment_num: number
        mic_num: number
        /** 0 | 1 */ open_replay: number
        /** 0 | 1 | 2 | 3 */ replay_status?: number
        /** 0 | 1 | 2 | 3 | 4 */ type: number
        push_stream_url?: string
        online_count: number
        subscribe_count: number
        livingid?: string
      }
    }
  }
  /** Page 94442 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94442 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/living/get_living_share_info': {
    json: { ww_share_code: string }
    data: {
      livingid: string
      viewer_userid?: string
      viewer_external_userid?: string
      invitor_userid?: string
      invitor_external_userid?: string
    }
  }
  /** Page 93636 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/93636 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/living/get_watch_stat': {
    json: { livingid: string; next_key?: string | undefined }
    data: {
      /** 0 | 1 */ ending: number
      next_key?: string
      stat_info: {
        users: {
          userid: string
          watch_time: number
          /** 0 | 1 */ is_comment: number
          /** 0 | 1 */ is_mic: number
          invitor_userid?: string
          invitor_external_userid?: string
        }[]
        external_users: {
          external_userid: string
          /** 1 | 2 */ type: number
          name?: string
          watch_time: number
          /** 0 | 1 */ is_comment: number
          /** 0 | 1 */ is_mic: number
          invitor_userid?: string
          invitor_external_userid?: string
        }[]
      }
    }
  }
  /** Page 93640 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93640 */
  'POST /cgi-bin/living/modify': {
    json: {
      livingid: string
      /** at most 60 bytes */ theme?: string | undefined
      living_start?: number | undefined
      living_duration?: number | undefined
      /** at most 300 bytes */ description?: string | undefined
      /** 0 | 1 | 2 | 3 | 4 */ type?: number | undefined
      remind_time?: number | undefined
      title?: string | undefined
    }
    data: object
  }
}
