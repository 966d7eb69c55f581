/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Meeting rooms · 会议室: 10 routes. */
export interface MeetingroomRoutes {
  /** Page 93619 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93619 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/add': {
    json: {
      /** at most 30 characters */ name: string
      capacity: number
      city?: string | undefined
      building?: string | undefined
      floor?: string | undefined
      equipment?: readonly number[] | undefined
      coordinate?: { latitude?: number | string | undefined; longitude?: number | string | undefined } | undefined
      range?: {
        /** at most 1000 items */ user_list?: readonly string[] | undefined
        /** at most 1000 items */ department_list?: readonly number[] | undefined
      } | undefined
    }
    data: { meetingroom_id: number }
  }
  /** Page 93620 of 2024-06-24: https://developer.work.weixin.qq.com/document/path/93620 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/book': {
    json: {
      meetingroom_id: number
      subject?: string | undefined
      start_time: number
      end_time: number
      booker: string
      attendees?: readonly string[] | undefined
    }
    data: { booking_id?: string; schedule_id?: string }
  }
  /** Page 93620 of 2024-06-24: https://developer.work.weixin.qq.com/document/path/93620 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/book_by_meeting': {
    json: { meetingroom_id: number; meetingid: string; booker: string }
    data: { booking_id: string; conflict_date?: number[] }
  }
  /** Page 93620 of 2024-06-24: https://developer.work.weixin.qq.com/document/path/93620 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/book_by_schedule': {
    json: { meetingroom_id: number; schedule_id: string; booker: string }
    data: { booking_id: string; conflict_date?: number[] }
  }
  /** Page 93620 of 2024-06-24: https://developer.work.weixin.qq.com/document/path/93620 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/bookinfo/get': {
    json: { meetingroom_id: number; booking_id: string }
    data: {
      meetingroom_id: number
      schedule: {
        booking_id: string
        master_booking_id?: string
        schedule_id?: string
        start_time: number
        end_time: number
        booker?: string
        /** 0 | 1 | 2 | 3 */ status: number
        meeting_id?: string
      }
    }
  }
  /** Page 93620 of 2024-06-24: https://developer.work.weixin.qq.com/document/path/93620 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/cancel_book': {
    json: {
      booking_id: string
      /** 0 | 1 */ keep_schedule?: number | undefined
      cancel_date?: number | undefined
      meeting_id?: string | undefined
    }
    data: object
  }
  /** Page 93619 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93619 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/del': {
    json: { meetingroom_id: number }
    data: object
  }
  /** Page 93619 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93619 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/edit': {
    json: {
      meetingroom_id: number
      /** at most 30 characters */ name?: string | undefined
      capacity?: number | undefined
      city?: string | undefined
      building?: string | undefined
      floor?: string | undefined
      equipment?: readonly number[] | undefined
      coordinate?: { latitude?: number | string | undefined; longitude?: number | string | undefined } | undefined
      range?: {
        /** at most 1000 items */ user_list?: readonly string[] | undefined
        /** at most 1000 items */ department_list?: readonly number[] | undefined
      } | undefined
    }
    data: object
  }
  /** Page 93620 of 2024-06-24: https://developer.work.weixin.qq.com/document/path/93620 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/get_booking_info': {
    json?: {
      meetingroom_id?: number | undefined
      start_time?: number | undefined
      end_time?: number | undefined
      city?: string | undefined
      building?: string | undefined
      floor?: string | undefined
    }
    data: {
      booking_list: {
        meetingroom_id: number
        schedule: {
          booking_id?: string
          schedule_id?: string
          start_time: number
          end_time: number
          booker?: string
          /** 0 | 2 | 3 */ status: number
          meeting_id?: string
        }[]
      }[]
    }
  }
  /** Page 93619 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93619 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/meetingroom/list': {
    json?: {
      city?: string | undefined
      building?: string | undefined
      floor?: string | undefined
      equipment?: readonly number[] | undefined
    }
    data: {
      meetingroom_list: {
        meetingroom_id: number
        name: string
        capacity: number
        city?: string
        building?: string
        floor?: string
        equipment?: number[]
        coordinate?: { latitude: number | string; longitude: number | string }
        /** 0 | 1 */ need_approval?: number
        range?: { user_list?: string[]; department_list?: number[] }
      }[]
    }
  }
}
