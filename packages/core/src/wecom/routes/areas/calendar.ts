/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Calendars and schedules · 日程: 11 routes. */
export interface CalendarRoutes {
  /** Page 93647 of 2023-04-23: https://developer.work.weixin.qq.com/document/path/93647 */
  'POST /cgi-bin/oa/calendar/add': {
    json: {
      calendar: {
        /** at most 3 items */ admins?: readonly string[] | undefined
        /** 0 | 1 */ set_as_default?: number | undefined
        /** at most 128 characters */ summary: string
        color: string
        description?: string | undefined
        /** at most 2000 items */ shares?: readonly {
          userid: string
          /** 1 | 3 */ permission?: number | undefined
        }[] | undefined
        /** 0 | 1 */ is_public?: number | undefined
        public_range?: {
          /** at most 1000 items */ userids?: readonly string[] | undefined
          /** at most 100 items */ partyids?: readonly number[] | undefined
        } | undefined
        /** 0 | 1 */ is_corp_calendar?: number | undefined
      }
      agentid?: number | undefined
    }
    data: {
      cal_id: string
      fail_result?: { shares?: { errcode?: number; errmsg?: string; userid?: string }[] }
    }
  }
  /** Page 97718 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97718 */
  'POST /cgi-bin/oa/calendar/del': {
    json: { cal_id: string }
    data: object
  }
  /** Page 97717 of 2023-04-11: https://developer.work.weixin.qq.com/document/path/97717 */
  'POST /cgi-bin/oa/calendar/get': {
    json: {
      /** at most 1000 items */ cal_id_list: readonly string[]
    }
    data: {
      calendar_list: {
        cal_id: string
        summary: string
        color: string
        description: string
        shares?: {
          userid: string
          /** 1 | 3 */ permission: number
        }[]
        /** 0 | 1 */ is_public: number
        public_range?: { userids?: string[]; partyids?: number[] }
        /** 0 | 1 */ is_corp_calendar: number
        admins?: string[]
      }[]
    }
  }
  /** Page 97716 of 2023-08-31: https://developer.work.weixin.qq.com/document/path/97716 */
  'POST /cgi-bin/oa/calendar/update': {
    json: {
      /** 0 | 1 */ skip_public_range?: number | undefined
      calendar: {
        cal_id: string
        /** at most 3 items */ admins?: readonly string[] | undefined
        /** at most 128 characters */ summary: string
        color: string
        description?: string | undefined
        /** at most 2000 items */ shares?: readonly {
          userid: string
          /** 1 | 3 */ permission?: number | undefined
        }[] | undefined
        public_range?: {
          /** at most 1000 items */ userids?: readonly string[] | undefined
          /** at most 100 items */ partyids?: readonly number[] | undefined
        } | undefined
        is_public?: boolean | number | undefined
        is_corp_calendar?: boolean | number | undefined
      }
    }
    data: { fail_result?: { shares?: { errcode?: number; errmsg?: string; userid?: string }[] } }
  }
  /** Page 93648 of 2025-11-19: https://developer.work.weixin.qq.com/document/path/93648 */
  'POST /cgi-bin/oa/schedule/add': {
    json: {
      schedule: {
        /** at most 3 items */ admins?: readonly string[] | undefined
        start_time: number
        end_time: number
        /** 0 | 1 */ is_whole_day?: number | undefined
        /** at most 1000 items */ attendees?: readonly {
          /** at most 64 bytes */ userid: string
        }[] | undefined
        summary?: string | undefined
        /** at most 1000 characters */ description?: string | undefined
        reminders?: {
          /** 0 | 1 */ is_remind?: number | undefined
          remind_before_event_secs?: number | undefined
          remind_time_diffs?: readonly number[] | undefined
          /** 0 | 1 */ is_repeat?: number | undefined
          /** 0 | 1 | 2 | 5 | 7 */ repeat_type?: number | undefined
          repeat_until?: number | undefined
          /** 0 | 1 */ is_custom_repeat?: number | undefined
          repeat_interval?: number | undefined
          repeat_day_of_week?: readonly number[] | undefined
          repeat_day_of_month?: readonly number[] | undefined
          timezone?: number | undefined
        } | undefined
        /** at most 128 characters */ location?: string | undefined
        /** at most 64 bytes */ cal_id?: string | undefined
      }
      agentid?: number | undefined
    }
    data: { schedule_id: string }
  }
  /** Page 97721 of 2023-05-16: https://developer.work.weixin.qq.com/document/path/97721 */
  'POST /cgi-bin/oa/schedule/add_attendees': {
    json: {
      schedule_id: string
      /** at most 1000 items */ attendees?: readonly {
        /** at most 64 bytes */ userid: string
      }[] | undefined
    }
    data: object
  }
  /** Page 97725 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97725 */
  'POST /cgi-bin/oa/schedule/del': {
    json: {
      schedule_id: string
      /** 0 | 1 | 2 */ op_mode?: number | undefined
      op_start_time?: number | undefined
    }
    data: object
  }
  /** Page 97722 of 2025-05-20: https://developer.work.weixin.qq.com/document/path/97722 */
  'POST /cgi-bin/oa/schedule/del_attendees': {
    json: {
      schedule_id: string
      /** at most 1000 items */ attendees?: readonly {
        /** at most 64 bytes */ userid: string
      }[] | undefined
    }
    data: object
  }
  /** Page 97724 of 2025-05-20: https://developer.work.weixin.qq.com/document/path/97724 */
  'POST /cgi-bin/oa/schedule/get': {
    json: {
      /** at most 1000 items */ schedule_id_list: readonly string[]
    }
    data: {
      schedule_list: {
        schedule_id: string
        admins: string[]
        attendees: {
          userid: string
          /** 0 | 1 | 2 | 3 | 4 */ response_status: number
        }[]
        summary: string
        description: string
        reminders: {
          /** 0 | 1 */ is_remind: number
          /** 0 | 1 */ is_repeat?: number
          remind_before_event_secs?: number
          remind_time_diffs?: number[]
          /** 0 | 1 | 2 | 5 | 7 */ repeat_type?: number
          repeat_until?: number
          /** 0 | 1 */ is_custom_repeat?: number
          repeat_interval?: number
          repeat_day_of_week?: number[]
          repeat_day_of_month?: number[]
          timezone?: number
          exclude_time_list?: { start_time: number }[]
        }
        location: string
        cal_id?: string
        start_time?: number
        end_time?: number
        /** 0 | 1 */ status: number
        /** 0 | 1 */ is_whole_day: number
      }[]
    }
  }
  /** Page 97723 of 2022-12-06: https://developer.work.weixin.qq.com/document/path/97723 */
  'POST /cgi-bin/oa/schedule/get_by_calendar': {
    json: { cal_id: string; offset?: number | undefined; limit?: number | undefined }
    data: {
      schedule_list: {
        schedule_id: string
        sequence: number | string
        admins?: string[]
        attendees: {
          userid: string
          /** 0 | 1 | 2 | 3 | 4 */ response_status: number
        }[]
        summary: string
        description: string
        reminders: {
          /** 0 | 1 */ is_remind: number
          /** 0 | 1 */ is_repeat?: number
          remind_before_event_secs?: number
          /** 0 | 1 | 2 | 5 | 7 */ repeat_type?: number
          repeat_until?: number
          /** 0 | 1 */ is_custom_repeat?: number
          repeat_interval?: number
          repeat_day_of_week?: number[]
          repeat_day_of_month?: number[]
          timezone?: number
          remind_time_diffs?: number[]
          exclude_time_list?: { start_time?: number }[]
        }
        location: string
        start_time?: number
        end_time?: number
        /** 0 | 1 */ status: number
        cal_id?: string
        is_whole_day?: boolean | number
      }[]
    }
  }
  /** Page 97720 of 2023-10-24: https://developer.work.weixin.qq.com/document/path/97720 */
  'POST /cgi-bin/oa/schedule/update': {
    json: {
      /** 0 | 1 */ skip_attendees?: number | undefined
      /** 0 | 1 | 2 */ op_mode?: number | undefined
      op_start_time?: number | undefined
      schedule: {
        /** at most 3 items */ admins?: readonly string[] | undefined
        schedule_id: string
        start_time: number
        end_time: number
        /** 0 | 1 */ is_whole_day?: number | undefined
        /** at most 1000 items */ attendees?: readonly {
          /** at most 64 bytes */ userid: string
        }[] | undefined
        summary?: string | undefined
        /** at most 1000 characters */ description?: string | undefined
        reminders?: {
          /** 0 | 1 */ is_remind?: number | undefined
          remind_before_event_secs?: number | undefined
          remind_time_diffs?: readonly number[] | undefined
          /** 0 | 1 */ is_repeat?: number | undefined
          /** 0 | 1 | 2 | 5 | 7 */ repeat_type?: number | undefined
          repeat_until?: number | undefined
          /** 0 | 1 */ is_custom_repeat?: number | undefined
          repeat_interval?: number | undefined
          repeat_day_of_week?: readonly number[] | undefined
          repeat_day_of_month?: readonly number[] | undefined
          timezone?: number | undefined
        } | undefined
        /** at most 128 characters */ location?: string | undefined
        allow_active_join?: boolean | undefined
        only_organizer_create_chat?: boolean | number | undefined
      }
    }
    data: { schedule_id?: string }
  }
}
