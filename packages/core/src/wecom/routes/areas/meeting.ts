/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Meetings · 会议: 105 routes. */
export interface MeetingRoutes {
  /** Page 98861 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98861 */
  'POST /cgi-bin/meeting/advanced_layout/add': {
    json: {
      meetingid: string
      layout_list: readonly {
        layout_name?: string | undefined
        page_list: readonly {
          layout_template_id: string
          enable_polling?: boolean | undefined
          polling_setting?: {
            polling_interval_unit: number
            polling_interval: number
            ignore_user_novideo: boolean
            ignore_user_absence: boolean
          } | undefined
          user_seat_list: readonly {
            grid_id: string
            grid_type: number
            video_type?: number | undefined
            user_list?: readonly {
              userid?: string | undefined
              tmp_openid?: string | undefined
              nick_name?: string | undefined
            }[] | undefined
          }[]
        }[]
      }[]
    }
    data: {
      layout_list: {
        layout_id: string
        layout_name: string
        page_list: {
          layout_template_id: string
          enable_polling: boolean
          polling_setting?: {
            /** 1 | 2 */ polling_interval_unit: number
            polling_interval: number
            ignore_user_absence: boolean
            ignore_user_novideo: boolean
          }
          user_seat_list: {
            grid_id: string
            /** 1 | 2 */ grid_type: number
            /** 1 | 2 | 3 */ video_type: number
            user_list: { userid?: string; tmp_openid?: string; nick_name?: string }[]
          }[]
        }[]
      }[]
    }
  }
  /** Page 98869 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98869 */
  'POST /cgi-bin/meeting/advanced_layout/apply': {
    json: {
      meetingid: string
      layout_id: string
      /** at most 20 items */ user_list?: readonly { tmp_openid: string }[] | undefined
    }
    data: object
  }
  /** Page 98866 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98866 */
  'POST /cgi-bin/meeting/advanced_layout/batch_delete': {
    json: {
      meetingid: string
      /** at most 20 items */ layout_id_list: readonly string[]
    }
    data: object
  }
  /** Page 98865 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98865 */
  'POST /cgi-bin/meeting/advanced_layout/get_user_layout': {
    json: {
      meetingid: string
      tmp_openid: string
      /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 */ instance_id: number
    }
    data: {
      selected_layout_id: string
      layout_name: string
      /** 0 | 2 | 3 */ layout_type: number
      page_list?: {
        layout_template_id: string
        enable_polling: boolean
        polling_setting?: {
          /** 1 | 2 */ polling_interval_unit: number
          polling_interval: number
          ignore_user_absence: boolean
          ignore_user_novideo: boolean
        }
        user_seat_list: {
          grid_id: string
          /** 1 | 2 */ grid_type: number
          /** 1 | 2 | 3 */ video_type: number
          user_list: { tmp_openid?: string; userid?: string; nick_name?: string }[]
        }[]
      }[]
    }
  }
  /** Page 98862 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98862 */
  'POST /cgi-bin/meeting/advanced_layout/list': {
    json: { meetingid: string }
    data: {
      selected_layout_id: string
      layout_list: {
        layout_id: string
        layout_name: string
        page_list: {
          layout_template_id: string
          enable_polling: boolean
          polling_setting?: {
            /** 1 | 2 */ polling_interval_unit: number
            polling_interval: number
            ignore_user_absence: boolean
            ignore_user_novideo: boolean
          }
          user_seat_list: {
            grid_id: string
            /** 1 | 2 */ grid_type: number
            /** 1 | 2 | 3 */ video_type: number
            user_list: { userid?: string; tmp_openid?: string; nick_name?: string }[]
          }[]
        }[]
      }[]
    }
  }
  /** Page 98868 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98868 */
  'POST /cgi-bin/meeting/advanced_layout/update': {
    json: {
      meetingid: string
      layout_id: string
      layout_name?: string | undefined
      page_list: readonly {
        layout_template_id: string
        enable_polling: boolean
        polling_setting?: {
          /** 1 | 2 */ polling_interval_unit: number
          polling_interval: number
          ignore_user_novideo: boolean
          ignore_user_absence: boolean
        } | undefined
        user_seat_list?: readonly {
          grid_id: string
          /** 1 | 2 */ grid_type: number
          /** 1 | 2 | 3 */ video_type?: number | undefined
          user_list?: readonly {
            userid?: string | undefined
            tmp_openid?: string | undefined
            nick_name?: string | undefined
          }[] | undefined
        }[] | undefined
      }[]
    }
    data: object
  }
  /** Page 98153 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98153 */
  'POST /cgi-bin/meeting/cancel': {
    json: { meetingid: string; sub_meetingid?: string | undefined }
    data: object
  }
  /** Page 98165 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98165 */
  'POST /cgi-bin/meeting/check_device_in_meeting': {
    json: {
      userid: string
      instance_id_list?: readonly number[] | undefined
      meetingid_list: readonly string[]
    }
    data: { result_list: { meetingid: string; instance_id: number }[] }
  }
  /** Page 99104 of 2025-12-15: https://developer.work.weixin.qq.com/document/path/99104 */
  'POST /cgi-bin/meeting/create': {
    json: {
      admin_userid: string
      /** at most 40 bytes */ title: string
      meeting_start?: number | undefined
      /** at most 86399 */ meeting_duration?: number | undefined
      /** at most 500 bytes */ description?: string | undefined
      /** at most 18 characters */ location?: string | undefined
      agentid?: number | undefined
      invitees?: { userid?: readonly string[] | undefined; device_sn?: readonly string[] | undefined } | undefined
      settings?: {
        /** 1 | 2 | 3 | 4 */ remind_scope?: number | undefined
        password?: string | undefined
        enable_waiting_room?: boolean | undefined
        allow_enter_before_host?: boolean | undefined
        /** 0 | 1 | 2 */ enable_enter_mute?: number | undefined
        enable_screen_watermark?: boolean | undefined
        hosts?: { userid?: readonly string[] | undefined } | undefined
        ring_users?: { userid?: readonly string[] | undefined } | undefined
        allow_unmute_self?: boolean | undefined
        mute_all?: boolean | undefined
        allow_external_user?: boolean | undefined
        /** 0 | 1 */ watermark_type?: number | undefined
        auto_record_type?: 'none' | 'local' | 'cloud' | (string & {}) | undefined
        attendee_join_auto_record?: boolean | undefined
        enable_host_pause_auto_record?: boolean | undefined
        enable_interpreter?: boolean | undefined
        enable_enroll?: boolean | undefined
        enable_host_key?: boolean | undefined
        host_key?: string | undefined
        enable_doc_upload_permission?: boolean | undefined
      } | undefined
      /** at most 64 bytes */ cal_id?: string | undefined
      reminders?: {
        /** 0 | 1 */ is_repeat?: number | undefined
        /** 0 | 1 | 2 | 7 */ repeat_type?: number | undefined
        repeat_until?: number | undefined
        /** at most 2 */ repeat_interval?: number | undefined
        remind_before?: readonly number[] | undefined
        /** 0 | 1 */ is_custom_repeat?: number | undefined
        /** 0 | 1 */ repeat_until_type?: number | undefined
        /** at most 50 */ repeat_until_count?: number | undefined
        repeat_day_of_week?: readonly number[] | undefined
        repeat_day_of_month?: readonly number[] | undefined
      } | undefined
      guests?: readonly { area: string; phone_number: string; guest_name?: string | undefined }[] | undefined
    }
    data: { meetingid: string; excess_users?: string[]; meeting_code?: string; meeting_link?: string }
  }
  /** Page 98818 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98818 */
  'POST /cgi-bin/meeting/create_customer_short_url': {
    json: {
      meetingid: string
      /** at most 256 bytes */ customer_data: string
    }
    data: { meeting_short_url_customer_data: { customer_data?: string; meeting_short_url?: string } }
  }
  /** Page 98807 of 2023-05-08: https://developer.work.weixin.qq.com/document/path/98807 */
  'POST /cgi-bin/meeting/enroll/approve': {
    json: {
      meetingid: string
      /** 1 | 2 | 3 */ action: number
      enroll_id_list: readonly string[]
    }
    data: { handled_count: number }
  }
  /** Page 98817 of 2023-05-08: https://developer.work.weixin.qq.com/document/path/98817 */
  'POST /cgi-bin/meeting/enroll/delete': {
    json: { meetingid: string; enroll_id_list: readonly { enroll_id: string }[] }
    data: { total_count: number }
  }
  /** Page 98800 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98800 */
  'POST /cgi-bin/meeting/enroll/get_config': {
    json: { meetingid: string }
    data: {
      /** 1 | 2 */ approve_type: number
      /** 1 | 2 */ is_collect_question: number
      no_registration_needed_for_staff: boolean
      question_list: {
        /** 1 | 2 */ is_required: number
        /** 1 | 2 | 3 */ question_type: number
        question_title?: string
        /** 1 | 2 | 3 | 4 | 5 */ special_type: number
        option_list?: { content?: string }[]
      }[]
    }
  }
  /** Page 98816 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98816 */
  'POST /cgi-bin/meeting/enroll/import': {
    json: {
      meetingid: string
      enroll_list: readonly {
        userid?: string | undefined
        area?: string | undefined
        phone_number?: string | undefined
        nick_name?: string | undefined
      }[]
    }
    data: {
      total_count: number
      enroll_list: {
        enroll_id: string
        userid?: string
        area?: string
        phone_number?: string
        nick_name?: string
        enroll_code?: string
      }[]
    }
  }
  /** Page 98810 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98810 */
  'POST /cgi-bin/meeting/enroll/list': {
    json: {
      meetingid: string
      /** 0 | 1 | 2 | 3 */ status?: number | undefined
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      enroll_list: {
        enroll_id: string
        enroll_time: string
        /** 1 | 2 */ enroll_source_type: number
        nick_name?: string
        /** 1 | 2 | 3 */ status: number
        userid?: string
        tmp_openid?: string
        enroll_code?: string
        answer_list?: {
          answer_content: string[]
          /** 1 | 2 */ is_required: number
          question_num: number
          question_title?: string
          /** 1 | 2 | 3 */ question_type: number
          /** 1 | 2 | 3 | 4 | 5 */ special_type: number
        }[]
      }[]
    }
  }
  /** Page 98794 of 2024-07-18: https://developer.work.weixin.qq.com/document/path/98794 */
  'POST /cgi-bin/meeting/enroll/query_by_tmp_openid': {
    json: {
      meetingid: string
      /** 1 | 2 */ sorting_rules?: number | undefined
      /** at most 500 items */ tmp_openid_list: readonly string[]
    }
    data: { enroll_id_list?: { tmp_openid: string; enroll_id: string }[] }
  }
  /** Page 98797 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98797 */
  'POST /cgi-bin/meeting/enroll/set_config': {
    json: {
      meetingid: string
      /** 1 | 2 */ approve_type?: number | undefined
      /** 1 | 2 */ is_collect_question?: number | undefined
      no_registration_needed_for_staff?: boolean | undefined
      question_list?: readonly {
        /** 1 | 2 */ is_required: number
        /** 1 | 2 | 3 */ question_type?: number | undefined
        question_title?: string | undefined
        /** 1 | 2 | 3 | 4 | 5 */ special_type?: number | undefined
        /** at most 8 items */ option_list?: readonly { content?: string | undefined }[] | undefined
      }[] | undefined
    }
    data: { question_count: number }
  }
  /** Page 98156 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98156 */
  'POST /cgi-bin/meeting/get_attendee_list': {
    json: {
      meetingid: string
      sub_meetingid?: string | undefined
      start_time?: number | undefined
      end_time?: number | undefined
      cursor?: string | undefined
      /** at most 100 */ limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      attendees: {
        tmp_openid?: string
        userid: string
        join_time: string
        quit_time?: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 */ role: number
        /** 0 | 1 | 2 | 3 | 4 */ webinar_role?: number
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 */ join_type: number
        net?: string
        audio_state: boolean
        screen_shared_state: boolean
        customer_data?: string
        video_state?: boolean
      }[]
    }
  }
  /** Page 98819 of 2023-04-24: https://developer.work.weixin.qq.com/document/path/98819 */
  'POST /cgi-bin/meeting/get_customer_short_url': {
    json: { meetingid: string }
    data: {
      meeting_short_url_customer_data_list: { customer_data: string; meeting_short_url: string }[]
    }
  }
  /** Page 99039 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/99039 */
  'POST /cgi-bin/meeting/get_guests': {
    json: { meetingid: string }
    data: {
      meetingid: string
      meeting_code: string
      title: string
      guests: { area: string; phone_number: string; guest_name?: string }[]
    }
  }
  /** Page 99049 of 2025-07-28: https://developer.work.weixin.qq.com/document/path/99049 */
  'POST /cgi-bin/meeting/get_info': {
    json?: {
      meetingid?: string | undefined
      meeting_code?: string | undefined
      sub_meetingid?: string | undefined
    }
    data: {
      admin_userid: string
      title: string
      meeting_start: number
      meeting_duration: number
      description: string
      location?: string
      main_department?: number
      /** 1 | 2 | 3 | 4 | 5 */ status: number
      agentid?: number
      attendees: {
        member?: {
          userid: string
          /** 1 | 2 */ status: number
          first_join_time?: number
          last_quit_time?: number
          total_join_count: number
          cumulative_time: number
        }[]
        tmp_external_user?: {
          tmp_external_userid: string
          status: number
          first_join_time?: number
          last_quit_time?: number
          total_join_count: number
          cumulative_time: number
        }[]
        device?: { device_sn?: string; status?: number }[]
      }
      settings: {
        /** 1 | 2 | 3 | 4 */ remind_scope?: number
        password?: string
        enable_waiting_room: boolean
        allow_enter_before_host: boolean
        /** 0 | 1 | 2 */ enable_enter_mute: number
        enable_screen_watermark: boolean
        hosts?: { userid?: string[] }
        ring_users?: { userid?: string[] }
        need_password?: boolean
        enable_enter_mute_type?: number
        allow_unmute_self?: boolean
        allow_external_user?: boolean
        /** 0 | 1 */ watermark_type?: number
        auto_record_type?: 'none' | 'local' | 'cloud' | (string & {})
        attendee_join_auto_record?: boolean
        enable_host_pause_auto_record?: boolean
        enable_doc_upload_permission?: boolean
        enable_enroll?: boolean
        enable_host_key?: boolean
        host_key?: string
        current_hosts?: { userid?: string[] }
        co_hosts?: { userid?: string[] }
        mute_all?: boolean
        enable_interpreter?: boolean
      }
      cal_id?: string
      reminders?: {
        /** 0 | 1 */ is_repeat: number
        /** 0 | 1 | 2 | 7 */ repeat_type?: number
        repeat_until?: number
        repeat_interval?: number
        remind_before?: number[]
        /** 0 | 1 */ repeat_until_type?: number
        repeat_until_count?: number
        /** 0 | 1 */ is_custom_repeat?: number
        repeat_day_of_week?: number[]
        repeat_day_of_month?: number[]
      }
      meeting_code: string
      meeting_link: string
      /** 0 | 1 | 2 | 3 | 5 | 6 */ meeting_type?: number
      has_vote?: boolean
      /** 0 | 1 */ has_more_sub_meeting?: number
      remain_sub_meetings?: number
      current_sub_meetingid?: string
      sub_meetings?: {
        sub_meetingid: string
        /** 0 | 1 */ status: number
        start_time: number
        end_time: number
        title: string
        repeat_id?: string
      }[]
      guests?: { area: string; phone_number: string; guest_name?: string }[]
      sub_repeat_list?: {
        repeat_id: string
        /** 0 | 1 | 2 | 7 */ repeat_type: number
        /** 0 | 1 */ repeat_until_type: number
        repeat_until_count?: number
        repeat_until?: number
        repeat_interval: number
        /** 0 | 1 */ is_custom_repeat: number
        repeat_day_of_week?: number[]
        repeat_day_of_month?: number[]
      }[]
      meetingid?: string
    }
  }
  /** Page 98160 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98160 */
  'POST /cgi-bin/meeting/get_invitees': {
    json: { meetingid: string; cursor?: string | undefined }
    data: { has_more: boolean; next_cursor?: string; invitees: { userid: string }[] }
  }
  /** Page 98821 of 2023-05-12: https://developer.work.weixin.qq.com/document/path/98821 */
  'POST /cgi-bin/meeting/get_quality': {
    json: {
      meetingid: string
      sub_meetingid?: string | undefined
      start_time: number
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      /** 0 | 1 | 2 */ quality: number
      /** 0 | 1 | 2 | 3 | 4 */ audio_quality: number
      /** 0 | 1 | 2 | 3 | 4 */ video_quality: number
      /** 0 | 1 | 2 | 3 | 4 */ screen_share_quality: number
      /** 0 | 1 | 2 | 3 | 4 */ network_quality: number
      problems?: string[]
      attendees: {
        userid: string
        tmp_openid?: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 */ instance_id: number
        /** 0 | 1 | 2 */ quality: number
        /** 0 | 1 | 2 | 3 | 4 */ audio_quality: number
        /** 0 | 1 | 2 | 3 | 4 */ video_quality: number
        /** 0 | 1 | 2 | 3 | 4 */ screen_share_quality: number
        /** 0 | 1 | 2 | 3 | 4 */ network_quality: number
        problems?: string[]
      }[]
      next_cursor?: string
      has_more: boolean
    }
  }
  /** Page 98157 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98157 */
  'POST /cgi-bin/meeting/get_realtime_attendee_list': {
    json: {
      meetingid: string
      sub_meetingid?: string | undefined
      /** at most 50 */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      status?: string
      has_more: boolean
      next_cursor?: string
      attendees: {
        userid: string
        tmp_openid?: string
        join_time: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 */ role: number
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 */ join_type: number
        audio_state: boolean
        video_state: boolean
        screen_shared_state: boolean
      }[]
    }
  }
  /** Page 99050 of 2025-04-14: https://developer.work.weixin.qq.com/document/path/99050 */
  'POST /cgi-bin/meeting/get_user_meetingid': {
    json: {
      userid: string
      cursor?: string | undefined
      begin_time?: number | undefined
      end_time?: number | undefined
      /** at most 100 */ limit?: number | undefined
    }
    data: { next_cursor?: string; meetingid_list: string[] }
  }
  /** Page 98845 of 2025-02-07: https://developer.work.weixin.qq.com/document/path/98845 */
  'POST /cgi-bin/meeting/layout/add': {
    json: {
      meetingid: string
      layout_list: readonly {
        page_list: readonly {
          layout_template_id: string
          user_seat_list?: readonly {
            grid_id: string
            grid_type: number
            userid?: string | undefined
            tmp_openid?: string | undefined
            nick_name?: string | undefined
            tool_sdkid?: string | undefined
          }[] | undefined
        }[]
      }[]
      default_layout_order?: number | undefined
    }
    data: {
      selected_layout_id: string
      layout_list: {
        layout_id: string
        page_list: {
          layout_template_id: string
          user_seat_list: {
            grid_id: string
            /** 1 | 2 | 3 */ grid_type: number
            userid?: string
            tmp_openid?: string
            nick_name?: string
            tool_sdkid?: string
          }[]
        }[]
      }[]
    }
  }
  /** Page 98851 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98851 */
  'POST /cgi-bin/meeting/layout/add_background': {
    json: {
      meetingid: string
      image_list: readonly { image_md5: string; image_url: string }[]
      default_image_order?: number | undefined
    }
    data: {
      selected_background_id: string
      background_list: { background_id: string; image_md5: string }[]
    }
  }
  /** Page 98854 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98854 */
  'POST /cgi-bin/meeting/layout/batch_delete_background': {
    json: { meetingid: string; background_id_list: readonly string[] }
    data: object
  }
  /** Page 98853 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98853 */
  'POST /cgi-bin/meeting/layout/delete_background': {
    json: { meetingid: string; background_id: string }
    data: object
  }
  /** Page 98856 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98856 */
  'POST /cgi-bin/meeting/layout/list_background': {
    json: { meetingid: string }
    data: {
      selected_background_id: string
      background_list: { background_id: string; image_md5: string }[]
    }
  }
  /** Page 98844 of 2023-10-09: https://developer.work.weixin.qq.com/document/path/98844 */
  'GET /cgi-bin/meeting/layout/list_template': {
    data: {
      layout_template_list: {
        layout_template_id: string
        thumbnail_url: string
        picture_url: string
        render_rule: string
      }[]
    }
  }
  /** Page 98847 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98847 */
  'POST /cgi-bin/meeting/layout/set_default': {
    json: { meetingid: string; selected_layout_id: string }
    data: object
  }
  /** Page 98852 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98852 */
  'POST /cgi-bin/meeting/layout/set_default_background': {
    json: { meetingid: string; selected_background_id: string }
    data: object
  }
  /** Page 98846 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98846 */
  'POST /cgi-bin/meeting/layout/update': {
    json: {
      meetingid: string
      layout_id: string
      page_list: readonly {
        layout_template_id: string
        user_seat_list?: readonly {
          grid_id: string
          /** 1 | 2 | 3 */ grid_type: number
          userid?: string | undefined
          tmp_openid?: string | undefined
          nick_name?: string | undefined
          tool_sdkid?: string | undefined
        }[] | undefined
      }[]
      enable_set_default?: boolean | undefined
    }
    data: object
  }
  /** Page 98789 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98789 */
  'POST /cgi-bin/meeting/mra/hangup': {
    json: { meetingid: string; mra: { tmp_openid: string } }
    data: object
  }
  /** Page 98786 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98786 */
  'POST /cgi-bin/meeting/mra/query_status': {
    json: { meetingid: string; tmp_openid: string }
    data: {
      tmp_openid: string
      instance_id: number
      /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 */ user_role: number
      /** 0 | 1 | 2 | 3 | 4 */ webinar_member_role?: number
      ip?: string
      name?: string
      audio_state: boolean
      video_state: boolean
      screen_shared_state: boolean
      /** 1 | 2 | 3 */ default_layout: number
      raise_hands_state: boolean
    }
  }
  /** Page 98787 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98787 */
  'POST /cgi-bin/meeting/mra/set_default_layout': {
    json: {
      meetingid: string
      /** 1 | 2 | 3 */ default_layout: number
      /** 1 | 2 */ default_novideo_user: number
      mra: { tmp_openid: string }
    }
    data: object
  }
  /** Page 98788 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98788 */
  'POST /cgi-bin/meeting/mra/set_raise_hand': {
    json: { meetingid: string; raise_hand: boolean; mra: { tmp_openid: string } }
    data: object
  }
  /** Page 98823 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98823 */
  'POST /cgi-bin/meeting/phone/callout': {
    json: {
      meetingid: string
      phone_numbers: readonly { area: number; phone: string; extension_number?: string | undefined }[]
    }
    data: {
      phone_numbers: { area: number; phone: string; extension_number?: string; status?: string }[]
      invalid_phone_numbers: { area: number; phone: string; extension_number?: string; status?: string }[]
    }
  }
  /** Page 98824 of 2023-04-27: https://developer.work.weixin.qq.com/document/path/98824 */
  'POST /cgi-bin/meeting/phone/get_callout_status': {
    json: {
      meetingid: string
      cursor?: string | undefined
      /** at most 100 */ limit?: number | undefined
    }
    data: {
      phone_numbers: {
        area: number
        phone: string
        extension_number?: string
        status: string
        tmp_openid: string
      }[]
      next_cursor?: string
      has_more: boolean
    }
  }
  /** Page 98825 of 2023-04-27: https://developer.work.weixin.qq.com/document/path/98825 */
  'POST /cgi-bin/meeting/phone/get_tmp_openid': {
    json: {
      meetingid: string
      /** at most 20 items */ phone_numbers: readonly { area: number; phone: string; extension_number?: string | undefined }[]
    }
    data: {
      tmp_openid_list: { area: number; phone: string; extension_number?: string; tmp_openid: string }[]
    }
  }
  /** Page 98834 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98834 */
  'POST /cgi-bin/meeting/poll/create_theme': {
    json: {
      operator_userid: string
      instance_id: number
      meetingid: string
      /** at most 50 characters */ poll_topic: string
      /** at most 100 characters */ poll_desc: string
      /** 0 | 1 */ is_anony?: number | undefined
      poll_questions: readonly {
        /** 0 | 1 */ question_type: number
        /** at most 50 characters */ question_desc: string
        /** at most 36 items */ poll_option: readonly string[]
      }[]
    }
    data: { poll_theme_id: string }
  }
  /** Page 98839 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98839 */
  'POST /cgi-bin/meeting/poll/delete': {
    json: {
      operator_userid: string
      instance_id: number
      meetingid: string
      poll_theme_id?: string | undefined
      poll_id?: string | undefined
    }
    data: object
  }
  /** Page 98841 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/98841 */
  'POST /cgi-bin/meeting/poll/finish': {
    json: {
      operator_userid: string
      instance_id: number
      meetingid: string
      poll_theme_id: string
      poll_id: string
    }
    data: object
  }
  /** Page 98838 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98838 */
  'POST /cgi-bin/meeting/poll/get_poll_detail': {
    json: { operator_userid: string; instance_id: number; meetingid: string; poll_id: string }
    data: {
      poll_theme_id: string
      poll_topic: string
      poll_desc: string
      /** 0 | 1 */ is_anony: number
      /** 1 | 2 */ status: number
      is_shared: number
      vote_total_num: number
      poll_question_data: {
        question_desc: string
        /** 0 | 1 */ question_type: number
        question_id: string
        option_info: {
          option_id: number
          option_desc: string
          option_num: number
          rate: number
          option_user?: { userid?: string; tmp_openid?: string }[]
        }[]
      }[]
    }
  }
  /** Page 98836 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98836 */
  'POST /cgi-bin/meeting/poll/get_poll_list': {
    json: { operator_userid: string; instance_id: number; meetingid: string }
    data: {
      polls_theme_info: {
        poll_theme_id: string
        polls_info: {
          poll_id: string
          poll_topic: string
          /** 0 | 1 | 2 */ status: number
          /** 0 | 1 */ is_shared: number
          /** 0 | 1 */ is_anony: number
        }[]
      }[]
    }
  }
  /** Page 98837 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98837 */
  'POST /cgi-bin/meeting/poll/get_theme_info': {
    json: {
      operator_userid: string
      instance_id: number
      meetingid?: string | undefined
      poll_theme_id: string
    }
    data: {
      poll_topic: string
      poll_desc: string
      /** 0 | 1 */ is_anony: number
      poll_question_data: {
        question_desc: string
        /** 0 | 1 */ question_type: number
        option_info: { option_desc: string }[]
      }[]
      poll_theme_id?: string
    }
  }
  /** Page 98840 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98840 */
  'POST /cgi-bin/meeting/poll/start': {
    json: { operator_userid: string; instance_id: number; meetingid: string; poll_theme_id: string }
    data: { poll_id: string }
  }
  /** Page 98835 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98835 */
  'POST /cgi-bin/meeting/poll/update_theme': {
    json: {
      operator_userid: string
      instance_id: number
      meetingid: string
      poll_theme_id: string
      /** at most 50 characters */ poll_topic: string
      /** at most 100 characters */ poll_desc: string
      /** 0 | 1 */ is_anony?: number | undefined
      poll_questions: readonly {
        /** 0 | 1 */ question_type: number
        /** at most 50 characters */ question_desc: string
        /** at most 36 items */ poll_option: readonly string[]
      }[]
    }
    data: object
  }
  /** Page 98185 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98185 */
  'POST /cgi-bin/meeting/realcontrol/close_screen_share': {
    json: { meetingid: string; operated_user: { tmp_openid: string; instance_id: number } }
    data: object
  }
  /** Page 98187 of 2023-04-24: https://developer.work.weixin.qq.com/document/path/98187 */
  'POST /cgi-bin/meeting/realcontrol/dismiss': {
    json: {
      meetingid: string
      /** 0 | 1 */ force_dismiss?: number | undefined
      /** 0 | 1 */ retrieve_code?: number | undefined
    }
    data: object
  }
  /** Page 98181 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98181 */
  'POST /cgi-bin/meeting/realcontrol/kickout_users': {
    json: {
      meetingid: string
      allow_rejoin: boolean
      operated_users: readonly {
        tmp_openid: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
      }[]
    }
    data: object
  }
  /** Page 98186 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98186 */
  'POST /cgi-bin/meeting/realcontrol/manage_waiting_room_users': {
    json: {
      meetingid: string
      /** 1 | 2 | 3 */ operate_type: number
      allow_rejoin?: boolean | undefined
      operated_users: readonly {
        tmp_openid: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
      }[]
    }
    data: object
  }
  /** Page 98184 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98184 */
  'POST /cgi-bin/meeting/realcontrol/mute_user': {
    json: {
      meetingid: string
      option: boolean
      operated_user: {
        tmp_openid: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 */ instance_id: number
      }
    }
    data: object
  }
  /** Page 98175 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98175 */
  'POST /cgi-bin/meeting/realcontrol/set': {
    json: {
      meetingid: string
      mute_all?: boolean | undefined
      allow_unmute_self?: boolean | undefined
      /** 0 | 1 | 2 */ enable_enter_mute?: number | undefined
      meeting_locked?: boolean | undefined
      hide_meeting_code_password?: boolean | undefined
      /** 0 | 1 | 2 */ allow_chat?: number | undefined
      allow_share_screen?: boolean | undefined
      allow_external_user?: boolean | undefined
      play_ivr_on_join?: boolean | undefined
      enable_waiting_room?: boolean | undefined
    }
    data: object
  }
  /** Page 98180 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98180 */
  'POST /cgi-bin/meeting/realcontrol/set_cohost': {
    json: {
      meetingid: string
      action: boolean
      operated_user: {
        tmp_openid: string
        /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 9 | 81 | 82 | 83 | 84 */ instance_id: number
      }
    }
    data: object
  }
  /** Page 98188 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98188 */
  'POST /cgi-bin/meeting/realcontrol/set_nicknames': {
    json: {
      meetingid: string
      operated_users: readonly {
        tmp_openid: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
        nickname?: string | undefined
      }[]
    }
    data: object
  }
  /** Page 98189 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98189 */
  'POST /cgi-bin/meeting/realcontrol/switch_user_video': {
    json: {
      meetingid: string
      video?: boolean | undefined
      operated_user: {
        tmp_openid: string
        /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
      }
    }
    data: object
  }
  /** Page 98206 of 2023-04-24: https://developer.work.weixin.qq.com/document/path/98206 */
  'POST /cgi-bin/meeting/record/delete': {
    json: { meeting_record_id: string; meetingid: string }
    data: object
  }
  /** Page 98207 of 2023-04-24: https://developer.work.weixin.qq.com/document/path/98207 */
  'POST /cgi-bin/meeting/record/delete_file': {
    json: { record_file_id: string; meetingid: string }
    data: object
  }
  /** Page 98205 of 2025-09-15: https://developer.work.weixin.qq.com/document/path/98205 */
  'POST /cgi-bin/meeting/record/get_file': {
    json: { record_file_id: string; meetingid: string }
    data: {
      record_file_id?: string
      meetingid?: string
      meeting_code?: string
      view_address?: string
      download_address?: string
      download_address_file_type?: string
      audio_address?: string
      audio_address_file_type?: string
      meeting_summary?: { download_address?: string; file_type?: string }
      ai_meeting_transcripts?: { download_address?: string; file_type?: string }[]
      record_name?: string
      start_time?: number | string
      end_time?: number | string
      meeting_record_name?: string
    }
  }
  /** Page 98196 of 2025-04-11: https://developer.work.weixin.qq.com/document/path/98196 */
  'POST /cgi-bin/meeting/record/get_file_list': {
    json: { meeting_record_id: string; meetingid: string }
    data: {
      meeting_record_id?: string
      meetingid?: string
      meeting_code?: string
      title?: string
      record_files?: {
        record_file_id?: string
        view_address?: string
        download_address?: string
        download_address_file_type?: string
        audio_address?: string
        audio_address_file_type?: string
        meeting_summary?: { download_address?: string; file_type?: string }[]
      }[]
    }
  }
  /** Page 98209 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98209 */
  'POST /cgi-bin/meeting/record/get_statistics': {
    json: {
      meeting_record_id: string
      meetingid: string
      start_time?: number | undefined
      end_time?: number | undefined
    }
    data: { summaries: { date: string; view_count: number; download_count: number }[] }
  }
  /** Page 98192 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98192 */
  'POST /cgi-bin/meeting/record/list': {
    json: {
      meetingid?: string | undefined
      meeting_code?: string | undefined
      start_time: number
      end_time: number
      userid?: string | undefined
      cursor?: string | undefined
      /** at most 20 */ limit?: number | undefined
    }
    data: {
      record_meetings: {
        meeting_record_id: string
        meetingid: string
        meeting_code: string
        host_user_id: string
        meeting_start_time: number | string
        title: string
        /** 1 | 3 */ state: number
        record_files?: {
          record_file_id: string
          record_start_time: number | string
          record_end_time: number | string
          record_size: number
          /** 0 | 1 */ sharing_state: number
          sharing_url?: string
          required_same_corp?: boolean
          required_attendee?: boolean
          password?: string
          sharing_expire?: number | string
          allow_download?: boolean
        }[]
        record_file_list?: {
          record_file_id?: string
          record_start_time?: number | string
          record_end_time?: number | string
          record_size?: number
          /** 0 | 1 */ sharing_state?: number
          sharing_url?: string
          required_same_corp?: boolean
          required_attendee?: boolean
          password?: string
          sharing_expire?: number | string
          allow_download?: boolean
        }[]
      }[]
      has_more?: boolean
      next_cursor?: string
    }
  }
  /** Page 98211 of 2025-04-14: https://developer.work.weixin.qq.com/document/path/98211 */
  'POST /cgi-bin/meeting/record/transcript/get_detail': {
    json: {
      record_file_id: string
      meetingid: string
      pid?: string | undefined
      limit?: number | undefined
    }
    data: {
      has_more?: boolean
      transcripts?: {
        paragraphs?: {
          pid?: string
          start_time?: number | string
          end_time?: number | string
          speaker_info?: { userid?: string }
          sentences?: {
            sid?: string
            start_time?: number | string
            end_time?: number | string
            words?: {
              wid?: string
              start_time?: number | string
              end_time?: number | string
              text?: string
            }[]
          }[]
        }[]
        keywords?: string[]
        /** 0 | 1 */ audio_detect?: number
      }
    }
  }
  /** Page 98212 of 2025-04-14: https://developer.work.weixin.qq.com/document/path/98212 */
  'POST /cgi-bin/meeting/record/transcript/get_paragraph_list': {
    json: { record_file_id: string; meetingid: string }
    data: {
      /** 0 | 1 */ audio_detect?: number
      paragraphs?: { pid?: string; start_time?: number | string; end_time?: number | string }[]
    }
  }
  /** Page 98213 of 2025-04-14: https://developer.work.weixin.qq.com/document/path/98213 */
  'POST /cgi-bin/meeting/record/transcript/search': {
    json: { record_file_id: string; meetingid: string; text: string }
    data: {
      hits?: { pid?: string; sid?: string; offset?: number; length?: number }[]
      timelines?: { pid?: string; sid?: string; start_time?: number | string }[]
    }
  }
  /** Page 98208 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98208 */
  'POST /cgi-bin/meeting/record/update_sharing_config': {
    json: {
      meeting_record_id: string
      meetingid: string
      sharing_config?: {
        enable_sharing?: boolean | undefined
        /** 0 | 1 | 2 | 3 | 4 | 5 */ sharing_auth_type?: number | undefined
        enable_password?: boolean | undefined
        password?: string | undefined
        enable_sharing_expire?: boolean | undefined
        sharing_expire?: number | string | undefined
        allow_download?: boolean | undefined
      } | undefined
    }
    data: object
  }
  /** Page 98791 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98791 */
  'POST /cgi-bin/meeting/rooms/book': {
    json: {
      meetingid: string
      meeting_room_id_list: readonly string[]
      subject_visible?: boolean | undefined
    }
    data: {
      meeting_room_list: { meeting_room_id: string; meeting_room_name: string; meeting_room_location: string }[]
    }
  }
  /** Page 98804 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98804 */
  'POST /cgi-bin/meeting/rooms/call': {
    json: {
      meetingid: string
      meeting_room_id?: string | undefined
      mra_address?: {
        /** 1 | 2 */ protocol: number
        dial_string: string
      } | undefined
    }
    data: { invite_id: string }
  }
  /** Page 98805 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98805 */
  'POST /cgi-bin/meeting/rooms/cancel_call': {
    json: {
      meetingid: string
      invite_id: string
      meeting_room_id?: string | undefined
      mra_address?: {
        /** 1 | 2 */ protocol: number
        dial_string: string
      } | undefined
    }
    data: object
  }
  /** Page 98802 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98802 */
  'POST /cgi-bin/meeting/rooms/get_config': {
    json: { meeting_room_id: string }
    data: {
      meeting_settings: {
        /** 0 | 1 | 2 */ water_mark: number
        /** 1 | 2 */ auto_response: number
        caption: boolean
        room_pmi: boolean
        room_notification: boolean
      }
      record_settings: {
        /** 0 | 1 | 2 | 3 | 4 */ share_record: number
        download_record: boolean
      }
    }
  }
  /** Page 98793 of 2024-07-22: https://developer.work.weixin.qq.com/document/path/98793 */
  'POST /cgi-bin/meeting/rooms/get_info': {
    json: { meeting_room_id: string }
    data: {
      basic_info: {
        rooms_id_list: string[]
        meeting_room_name: string
        city: string
        building: string
        floor: string
        participant_number: number
        device?: string
        desc?: string
        password?: string
      }
      account_info: {
        /** 0 | 1 | 2 */ account_type: number
        valid_period: string
      }
      hardware_info: {
        factory: string
        device_model: string
        sn: string
        ip: string
        mac: string
        rooms_version: string
        firmware_version: string
        health_status: string
        system_type: string
        /** 0 | 1 | 2 | 3 | 4 */ meeting_room_status: number
        active_time: string
        cpu_info: string
        cpu_usage: string
        gpu_info: string
        net_type: string
        memory_info: string
        monitor_frequency: number | string
        camera_model: string
        enable_video_mirror: boolean
        microphone_info: string
        speaker_info: string
      }
      pmi_info: { pmi_code: string; pmi_pwd: string }
      /** 0 | 1 */ monitor_status: number
      is_allow_call: boolean
      /** 0 | 1 */ scheduled_status: number
    }
  }
  /** Page 98809 of 2023-05-31: https://developer.work.weixin.qq.com/document/path/98809 */
  'POST /cgi-bin/meeting/rooms/get_inventory': {
    json?: Record<string, never>
    data: {
      normal_count: number
      special_count: number
      normal_used_count: number
      special_used_count: number
      normal_expired_count: number
      special_expired_count: number
    }
  }
  /** Page 98806 of 2024-07-22: https://developer.work.weixin.qq.com/document/path/98806 */
  'POST /cgi-bin/meeting/rooms/get_response_status': {
    json: {
      meetingid: string
      meeting_room_id?: string | undefined
      mra_address?: {
        /** 1 | 2 */ protocol?: number | undefined
        dial_string?: string | undefined
      } | undefined
    }
    data: {
      /** 0 | 1 | 2 | 3 | 4 | 5 | 6 */ status: number
      response_time: string
    }
  }
  /** Page 98795 of 2024-07-22: https://developer.work.weixin.qq.com/document/path/98795 */
  'POST /cgi-bin/meeting/rooms/list': {
    json?: {
      meeting_room_name?: string | undefined
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      meeting_room_list: {
        meeting_room_id: string
        meeting_room_name: string
        meeting_room_location: string
        /** 0 | 1 | 2 */ account_type: number
        active_code: string
        participant_number: number
        /** 0 | 1 | 2 | 3 | 4 */ meeting_room_status: number
        /** 0 | 1 */ scheduled_status: number
        is_allow_call: boolean
      }[]
    }
  }
  /** Page 98799 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98799 */
  'POST /cgi-bin/meeting/rooms/list_controllers': {
    json?: {
      controller_name?: string | undefined
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      controller_info_list: {
        rooms_id: string
        meeting_room_name: string
        meeting_room_location: string
        controller_name: string
        manufacture_name: string
        controller_model: string
        app_version: string
        status: string
        framework_version: string
        ip_address: string
        mac_address: string
        cpu_type: string
        cpu_usage: string
        network_type: string
        mem_usage: string
      }[]
    }
  }
  /** Page 98798 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98798 */
  'POST /cgi-bin/meeting/rooms/list_devices': {
    json?: {
      meeting_room_name?: string | undefined
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      device_info_list: {
        meeting_room_id: string
        rooms_id: string
        meeting_room_name: string
        meeting_room_location: string
        device_model: string
        app_version: string
        /** 0 | 1 | 2 | 3 | 4 */ meeting_room_status: number
        device_monitor_info: { camera_status: boolean; microphone_status: boolean; speaker_status: boolean }
      }[]
    }
  }
  /** Page 98796 of 2024-07-22: https://developer.work.weixin.qq.com/document/path/98796 */
  'POST /cgi-bin/meeting/rooms/list_meetings': {
    json?: {
      meeting_room_id?: string | undefined
      rooms_id?: string | undefined
      start_time?: number | undefined
      end_time?: number | undefined
      cursor?: string | undefined
      /** at most 20 */ limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      meeting_info_list: {
        meetingid: string
        meeting_code: string
        subject: string
        status: 'MEETING_STATE_INVALID' | 'MEETING_STATE_INIT' | 'MEETING_STATE_CANCELLED' | 'MEETING_STATE_STARTED' | 'MEETING_STATE_ENDED' | 'MEETING_STATE_NULL' | 'MEETING_STATE_RECYCLED' | (string & {})
        /** 0 | 1 | 2 | 4 | 5 | 6 */ meeting_type: number
        start_time: number
        end_time: number
      }[]
    }
  }
  /** Page 98792 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98792 */
  'POST /cgi-bin/meeting/rooms/release': {
    json: { meetingid: string; meeting_room_id_list: readonly string[] }
    data: object
  }
  /** Page 99040 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/99040 */
  'POST /cgi-bin/meeting/set_guests': {
    json: {
      meetingid: string
      guests: readonly {
        area: string
        phone_number: string
        /** at most 16 characters */ guest_name?: string | undefined
      }[]
    }
    data: object
  }
  /** Page 98162 of 2023-04-24: https://developer.work.weixin.qq.com/document/path/98162 */
  'POST /cgi-bin/meeting/set_invitees': {
    json: {
      meetingid: string
      /** at most 2000 items */ invitees?: readonly { userid?: string | undefined }[] | undefined
    }
    data: object
  }
  /** Page 99651 of 2024-04-01: https://developer.work.weixin.qq.com/document/path/99651 */
  'POST /cgi-bin/meeting/statistics/get_start_list': {
    json: {
      /** 1 | 2 */ type: number
      begin_time: number
      end_time: number
      /** at most 1000 */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      next_cursor?: string
      meeting_list: { userid: string; start_time: number }[]
      has_more?: boolean
    }
  }
  /** Page 99047 of 2025-11-18: https://developer.work.weixin.qq.com/document/path/99047 */
  'POST /cgi-bin/meeting/update': {
    json: {
      meetingid: string
      /** at most 40 bytes */ title?: string | undefined
      meeting_start?: number | undefined
      /** at most 86399 */ meeting_duration?: number | undefined
      /** at most 500 bytes */ description?: string | undefined
      /** at most 18 characters */ location?: string | undefined
      invitees?: { userid?: readonly string[] | undefined; device_sn?: readonly string[] | undefined } | undefined
      settings?: {
        /** 1 | 2 | 3 | 4 */ remind_scope?: number | undefined
        password?: string | undefined
        enable_waiting_room?: boolean | undefined
        allow_enter_before_host?: boolean | undefined
        /** 0 | 1 | 2 */ enable_enter_mute?: number | undefined
        enable_screen_watermark?: boolean | undefined
        hosts?: { userid?: readonly string[] | undefined } | undefined
        ring_users?: { userid?: readonly string[] | undefined } | undefined
        allow_unmute_self?: boolean | undefined
        mute_all?: boolean | undefined
        allow_external_user?: boolean | undefined
        /** 0 | 1 */ watermark_type?: number | undefined
        auto_record_type?: 'none' | 'local' | 'cloud' | (string & {}) | undefined
        attendee_join_auto_record?: boolean | undefined
        enable_host_pause_auto_record?: boolean | undefined
        enable_enroll?: boolean | undefined
        enable_host_key?: boolean | undefined
        host_key?: string | undefined
        enable_interpreter?: boolean | undefined
        enable_doc_upload_permission?: boolean | undefined
      } | undefined
      /** at most 64 bytes */ cal_id?: string | undefined
      reminders?: {
        /** 0 | 1 */ is_repeat?: number | undefined
        /** 0 | 1 | 2 | 7 */ repeat_type?: number | undefined
        repeat_until?: number | undefined
        /** at most 2 */ repeat_interval?: number | undefined
        remind_before?: readonly number[] | undefined
        /** 0 | 1 */ is_custom_repeat?: number | undefined
        /** 0 | 1 */ repeat_until_type?: number | undefined
        /** at most 50 */ repeat_until_count?: number | undefined
        repeat_day_of_week?: readonly number[] | undefined
        repeat_day_of_month?: readonly number[] | undefined
      } | undefined
      remind_time?: number | undefined
      agentid?: number | undefined
      guests?: readonly {
        area?: string | undefined
        phone_number?: string | undefined
        guest_name?: string | undefined
      }[] | undefined
    }
    data: { excess_users?: string[] }
  }
  /** Page 99508 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99508 */
  'POST /cgi-bin/meeting/vip/batch_add_job_result': {
    json: { jobid: string }
    data: { job_result: { succ_userid_list?: string[]; fail_userid_list?: string[] } }
  }
  /** Page 99509 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99509 */
  'POST /cgi-bin/meeting/vip/batch_del_job_result': {
    json: { jobid: string }
    data: { job_result: { succ_userid_list?: string[]; fail_userid_list?: string[] } }
  }
  /** Page 99510 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99510 */
  'POST /cgi-bin/meeting/vip/list': {
    json?: {
      cursor?: string | undefined
      /** at most 200 */ limit?: number | undefined
    }
    data: { has_more: boolean; next_cursor?: string; userid_list: string[] }
  }
  /** Page 99508 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99508 */
  'POST /cgi-bin/meeting/vip/submit_batch_add_job': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { jobid: string; invalid_userid_list?: string[] }
  }
  /** Page 99509 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99509 */
  'POST /cgi-bin/meeting/vip/submit_batch_del_job': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { jobid: string; invalid_userid_list?: string[] }
  }
  /** Page 98163 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98163 */
  'POST /cgi-bin/meeting/waitingroom/get_current_user_list': {
    json: {
      meetingid: string
      /** at most 50 */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      user_list: {
        userid: string
        /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
        customer_data?: string
        tmp_openid?: string
      }[]
    }
  }
  /** Page 98164 of 2025-03-06: https://developer.work.weixin.qq.com/document/path/98164 */
  'POST /cgi-bin/meeting/waitingroom/get_user_list': {
    json: {
      meetingid: string
      /** at most 50 */ limit?: number | undefined
      cursor?: string | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      user_list: {
        userid: string
        tmp_openid?: string
        /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 30 | 32 | 33 | 81 | 82 | 83 | 84 */ instance_id: number
        join_time: number | string
        quit_time?: number | string
      }[]
    }
  }
  /** Page 98870 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98870 */
  'POST /cgi-bin/meeting/webinar/cancel': {
    json: { meetingid: string }
    data: object
  }
  /** Page 98842 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98842 */
  'POST /cgi-bin/meeting/webinar/create': {
    json: {
      admin_userid: string
      title: string
      sponsor?: string | undefined
      start_time: string
      end_time: string
      /** 0 | 1 | 2 */ admission_type: number
      hosts?: readonly { userid: string }[] | undefined
      password?: string | undefined
      cover_url?: string | undefined
      description?: string | undefined
      enable_guest_invite_link?: boolean | undefined
      media_setting?: {
        enable_enter_mute?: boolean | undefined
        allow_unmute_self?: boolean | undefined
        allow_enter_before_host?: boolean | undefined
        enable_screen_watermark?: boolean | undefined
        /** 0 | 1 */ watermark_type?: number | undefined
        allow_external_user?: boolean | undefined
        auto_record_type?: 'none' | 'local' | 'cloud' | (string & {}) | undefined
        attendee_join_auto_record?: boolean | undefined
        enable_host_pause_auto_record?: boolean | undefined
      } | undefined
      enable_qa?: boolean | undefined
      /** at most 50 items */ sensitive_words?: readonly string[] | undefined
      enable_manual_check?: boolean | undefined
      activity_page?: boolean | undefined
      /** 0 | 1 */ display_number_of_attendees?: number | undefined
      playback_for_audience: boolean
      preparation_mode?: boolean | undefined
    }
    data: {
      title: string
      meetingid: string
      meeting_code: string
      start_time: string
      end_time: string
      /** 0 | 1 | 2 */ admission_type: number
      password?: string
      audience_join_link?: string
      guest_join_link?: string
      manual_check_link?: string
      manual_check_password?: string
    }
  }
  /** Page 98877 of 2023-05-09: https://developer.work.weixin.qq.com/document/path/98877 */
  'POST /cgi-bin/meeting/webinar/enroll/approve': {
    json: {
      meetingid: string
      enroll_id_list: readonly string[]
      /** 1 | 2 | 3 */ action: number
    }
    data: { handled_count: number }
  }
  /** Page 98881 of 2023-05-08: https://developer.work.weixin.qq.com/document/path/98881 */
  'POST /cgi-bin/meeting/webinar/enroll/delete': {
    json: { meetingid: string; enroll_id_list: readonly { enroll_id: string }[] }
    data: { total_count: number }
  }
  /** Page 98874 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98874 */
  'POST /cgi-bin/meeting/webinar/enroll/get_config': {
    json: { meetingid: string }
    data: {
      /** 1 | 2 */ approve_type: number
      /** 1 | 2 */ is_collect_question: number
      no_registration_needed_for_staff: boolean
      question_list: {
        /** 1 | 2 */ is_required: number
        /** 1 | 2 | 3 */ question_type: number
        question_title?: string
        /** 1 | 2 | 3 | 4 | 5 */ special_type: number
        option_list?: { content?: string }[]
      }[]
    }
  }
  /** Page 98880 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98880 */
  'POST /cgi-bin/meeting/webinar/enroll/import': {
    json: {
      meetingid: string
      enroll_list: readonly {
        userid?: string | undefined
        area?: string | undefined
        phone_number?: string | undefined
        nick_name?: string | undefined
      }[]
    }
    data: {
      total_count: number
      enroll_list: {
        enroll_id: string
        userid?: string
        area?: string
        phone_number?: string
        nick_name?: string
        enroll_code?: string
      }[]
    }
  }
  /** Page 98876 of 2023-05-10: https://developer.work.weixin.qq.com/document/path/98876 */
  'POST /cgi-bin/meeting/webinar/enroll/list': {
    json: {
      meetingid: string
      /** 0 | 1 | 2 | 3 */ status?: number | undefined
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      has_more: boolean
      next_cursor?: string
      enroll_list: {
        enroll_id: number | string
        enroll_time: string
        /** 1 | 2 */ enroll_source_type: number
        nick_name?: string
        /** 1 | 2 | 3 */ status: number
        userid?: string
        tmp_openid?: string
        enroll_code?: string
        answer_list?: {
          answer_content: string[]
          /** 1 | 2 */ is_required: number
          question_num: number
          question_title?: string
          /** 1 | 2 | 3 */ question_type: number
          /** 1 | 2 | 3 | 4 | 5 */ special_type: number
        }[]
      }[]
    }
  }
  /** Page 98873 of 2023-05-30: https://developer.work.weixin.qq.com/document/path/98873 */
  'POST /cgi-bin/meeting/webinar/enroll/query_by_tmp_openid': {
    json: {
      meetingid: string
      /** 1 | 2 */ sorting_rules?: number | undefined
      /** at most 500 items */ tmp_openid_list: readonly string[]
    }
    data: { enroll_id_list?: { tmp_openid: string; enroll_id: string }[] }
  }
  /** Page 98875 of 2025-04-09: https://developer.work.weixin.qq.com/document/path/98875 */
  'POST /cgi-bin/meeting/webinar/enroll/set_config': {
    json: {
      meetingid: string
      /** 1 | 2 */ approve_type?: number | undefined
      /** 1 | 2 */ is_collect_question?: number | undefined
      no_registration_needed_for_staff?: boolean | undefined
      question_list?: readonly {
        /** 1 | 2 */ is_required: number
        /** 1 | 2 | 3 */ question_type?: number | undefined
        question_title?: string | undefined
        /** 1 | 2 | 3 | 4 | 5 | 6 */ special_type?: number | undefined
        /** at most 8 items */ option_list?: readonly { content?: string | undefined }[] | undefined
      }[] | undefined
    }
    data: { question_count: number }
  }
  /** Page 98860 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98860 */
  'POST /cgi-bin/meeting/webinar/get': {
    json?: { meetingid?: string | undefined; meeting_code?: string | undefined }
    data: {
      meetingid: string
      title: string
      sponsor: string
      start_time: string
      end_time: string
      /** 0 | 1 | 2 */ admission_type: number
      hosts?: { userid: string }[]
      password?: string
      cover_url?: string
      description?: string
      enable_guest_invite_link: boolean
      audience_join_link?: string
      guest_join_link?: string
      media_setting: {
        mute_enable_join?: boolean
        allow_unmute_self: boolean
        allow_enter_before_host: boolean
        enable_screen_watermark: boolean
        /** 0 | 1 */ watermark_type: number
        allow_external_user: boolean
        auto_record_type: 'none' | 'local' | 'cloud' | (string & {})
        attendee_join_auto_record: boolean
        enable_host_pause_auto_record: boolean
        enable_enter_mute?: boolean
      }
      enable_qa: boolean
      manual_check_link?: string
      manual_check_password?: string
      activity_page: boolean
      /** 0 | 1 */ display_number_of_attendees: number
      playback_for_audience: boolean
      playback_url?: string
      preparation_mode: boolean
      warm_up_picture?: string
      warm_up_video?: string
      allow_attendees_invite_others: boolean
      subject?: string
      meeting_code?: string
      status?: 'MEETING_STATE_INVALID' | 'MEETING_STATE_INIT' | 'MEETING_STATE_CANCELLED' | 'MEETING_STATE_STARTED' | 'MEETING_STATE_ENDED' | 'MEETING_STATE_ABOUT_TO_START' | 'MEETING_STATE_RECYCLED' | (string & {})
    }
  }
  /** Page 98871 of 2024-07-22: https://developer.work.weixin.qq.com/document/path/98871 */
  'POST /cgi-bin/meeting/webinar/list_guest': {
    json?: { meetingid?: string | undefined; meeting_code?: string | undefined }
    data: {
      guests: {
        /** 1 | 2 | 3 */ guest_type: number
        userid?: string
        area?: string
        phone_number?: string
        guest_name?: string
        email?: string
      }[]
    }
  }
  /** Page 98843 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98843 */
  'POST /cgi-bin/meeting/webinar/update': {
    json: {
      meetingid: string
      title: string
      sponsor?: string | undefined
      start_time: string
      end_time: string
      /** 0 | 1 | 2 */ admission_type: number
      hosts?: readonly { userid: string }[] | undefined
      password?: string | undefined
      cover_url?: string | undefined
      description?: string | undefined
      enable_guest_invite_link?: boolean | undefined
      media_setting?: {
        enable_enter_mute?: boolean | undefined
        allow_unmute_self?: boolean | undefined
        allow_enter_before_host?: boolean | undefined
        enable_screen_watermark?: boolean | undefined
        /** 0 | 1 */ watermark_type?: number | undefined
        allow_external_user?: boolean | undefined
        auto_record_type?: 'none' | 'local' | 'cloud' | (string & {}) | undefined
        attendee_join_auto_record?: boolean | undefined
        enable_host_pause_auto_record?: boolean | undefined
      } | undefined
      enable_qa?: boolean | undefined
      /** at most 50 items */ sensitive_words?: readonly string[] | undefined
      enable_manual_check?: boolean | undefined
      activity_page?: boolean | undefined
      /** 0 | 1 */ display_number_of_attendees?: number | undefined
      playback_for_audience: boolean
      preparation_mode?: boolean | undefined
    }
    data: object
  }
  /** Page 98872 of 2023-04-26: https://developer.work.weixin.qq.com/document/path/98872 */
  'POST /cgi-bin/meeting/webinar/update_guest_list': {
    json: {
      meetingid: string
      guests: readonly {
        /** 1 | 2 */ guest_type: number
        userid?: string | undefined
        area?: number | string | undefined
        phone_number?: string | undefined
        guest_name?: string | undefined
        email?: string | undefined
      }[]
    }
    data: object
  }
  /** Page 98882 of 2023-04-25: https://developer.work.weixin.qq.com/document/path/98882 */
  'POST /cgi-bin/meeting/webinar/update_warm_up': {
    json: {
      meetingid: string
      warm_up_picture?: string | undefined
      warm_up_video?: string | undefined
      allow_attendees_invite_others?: boolean | undefined
    }
    data: object
  }
}
