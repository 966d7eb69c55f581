/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** School apps · 家校应用: 13 routes. */
export interface SchoolAppRoutes {
  /** Page 93676 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93676 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/health/get_health_report_stat': {
    json: { date: string }
    data: { pv: number; uv: number }
  }
  /** Page 93679 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93679 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/health/get_report_answer': {
    json: {
      jobid: string
      date: string
      offset?: number | undefined
      /** at most 100 */ limit?: number | undefined
    }
    data: {
      answers: {
        /** 1 | 2 */ id_type: number
        userid?: string
        report_time: number
        report_values: {
          question_id: number
          single_choice?: number
          text?: string
          multi_choice?: number[]
          fileid?: string[]
          url?: string
          /** 0 | 1 | 2 | 3 | 4 | 5 */ itinerary_card_type?: number
          high_risk_area?: string
        }[]
        student_userid?: string
        parent_userid?: string
      }[]
      creator?: string
    }
  }
  /** Page 93678 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93678 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/health/get_report_job_info': {
    json: { jobid: string; date: string }
    data: {
      job_info: {
        title: string
        creator: string
        /** 1 | 2 */ type: number
        apply_range: { userids?: string[]; partyids?: number[] }
        report_to: { userids?: string[] }
        /** 1 | 2 */ report_type: number
        /** 0 | 1 */ skip_weekend: number
        finish_cnt: number
        question_templates: {
          question_id: number
          title: string
          /** 1 | 2 | 3 | 4 | 5 | 6 */ question_type: number
          /** 0 | 1 */ is_required: number
          option_list?: { option_id: number; option_text: string }[]
        }[]
      }
    }
  }
  /** Page 93677 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93677 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/health/get_report_jobids': {
    json?: { offset?: number | undefined; limit?: number | undefined }
    data: {
      /** 0 | 1 */ ending: number
      jobids: string[]
    }
  }
  /** Page 93743 of 2023-12-08: https://developer.work.weixin.qq.com/document/path/93743 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/living/delete_replay_data': {
    json: { livingid: string }
    data: object
  }
  /** Page 93739 of 2023-12-08: https://developer.work.weixin.qq.com/document/path/93739 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/living/get_user_all_livingid': {
    json: {
      userid: string
      cursor?: string | undefined
      /** at most 100 */ limit?: number | undefined
    }
    data: { next_cursor?: string; livingid_list: string[] }
  }
  /** Page 94470 of 2021-06-24: https://developer.work.weixin.qq.com/document/path/94470 */
  'POST /cgi-bin/school/get_payment_result': {
    json: { payment_id: string }
    data: {
      project_name: string
      amount: number
      payment_result: {
        student_userid: string
        /** 0 | 1 */ trade_state: number
        trade_no: string
        payer_parent_userid?: string
      }[]
    }
  }
  /** Page 94471 of 2021-05-24: https://developer.work.weixin.qq.com/document/path/94471 */
  'POST /cgi-bin/school/get_trade': {
    json: { payment_id: string; trade_no: string }
    data: { transaction_id: string; pay_time: number }
  }
  /** Page 93740 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/93740 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/living/get_living_info': {
    query: { livingid: string }
    data: {
      living_info: {
        theme: string
        living_start: number
        living_duration: number
        anchor_userid: string
        living_range: { partyids?: number[]; group_names?: string[] }
        viewer_num: number
        comment_num: number
        /** 0 | 1 */ open_replay: number
        push_stream_url?: string
        online_count?: number
        subscribe_count?: number
      }
    }
  }
  /** Page 93742 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/93742 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/living/get_unwatch_stat': {
    json: { livingid: string; next_key?: string | undefined }
    data: {
      /** 0 | 1 */ ending: number
      next_key?: string
      stat_info: { students: { student_userid?: string; parent_userid?: string; partyids: number[] }[] }
    }
  }
  /** Page 95795 of 2023-12-08: https://developer.work.weixin.qq.com/document/path/95795 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/living/get_unwatch_stat_v2': {
    json: { livingid: string; next_cursor?: string | undefined }
    data: {
      /** 0 | 1 */ has_more: number
      next_cursor?: string
      stat_info: {
        students: { student_userid: string; partyids: number[] }[]
        parents: { parent_userid: string; student_userid: string; partyids: number[] }[]
      }
    }
  }
  /** Page 93741 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/93741 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/living/get_watch_stat': {
    json: { livingid: string; next_key?: string | undefined }
    data: {
      /** 0 | 1 */ ending: number
      next_key?: string
      stat_infoes: {
        students: {
          student_userid?: string
          parent_userid?: string
          partyids: number[]
          watch_time: number
          enter_time: number
          leave_time: number
          /** 0 | 1 */ is_comment: number
        }[]
        visitors: {
          nickname?: string
          watch_time: number
          enter_time: number
          leave_time: number
          /** 0 | 1 */ is_comment: number
        }[]
      }
    }
  }
  /** Page 95793 of 2023-12-08: https://developer.work.weixin.qq.com/document/path/95793 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/living/get_watch_stat_v2': {
    json: { livingid: string; next_cursor?: string | undefined }
    data: {
      /** 0 | 1 */ has_more: number
      next_cursor?: string
      stat_info: {
        students: {
          student_userid: string
          partyids: number[]
          watch_time: number
          enter_time: number
          leave_time: number
          /** 0 | 1 */ is_comment: number
        }[]
        parents: {
          parent_userid: string
          student_userid: string
          partyids: number[]
          watch_time: number
          enter_time: number
          leave_time: number
          /** 0 | 1 */ is_comment: number
        }[]
        visitors: {
          nickname?: string
          watch_time: number
          enter_time: number
          leave_time: number
          /** 0 | 1 */ is_comment: number
        }[]
      }
    }
  }
}
