/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Check-in · 打卡: 15 routes. */
export interface CheckinRoutes {
  /** Page 98041 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/98041 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/add_checkin_option': {
    json?: {
      effective_now?: boolean | undefined
      group?: {
        /** 1 | 2 | 3 */ grouptype: number
        groupname: string
        checkindate?: readonly {
          workdays?: readonly number[] | undefined
          checkintime?: readonly {
            time_id?: number | undefined
            work_sec?: number | undefined
            off_work_sec?: number | undefined
            remind_work_sec?: number | undefined
            remind_off_work_sec?: number | undefined
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
            rest_times?: { rest_begin_time?: number | undefined; rest_end_time?: number | undefined } | undefined
          }[] | undefined
          flex_on_duty_time?: number | undefined
          flex_off_duty_time?: number | undefined
          flex_time?: number | undefined
          allow_flex?: boolean | undefined
          max_allow_arrive_early?: number | undefined
          max_allow_arrive_late?: number | undefined
          late_rule?: {
            offwork_after_time?: number | undefined
            onwork_flex_time?: number | undefined
            allow_offwork_after_time?: boolean | undefined
            timerules?: {
              /** at most 36000 */ offwork_after_time?: number | undefined
              /** at most 36000 */ onwork_flex_time?: number | undefined
            } | undefined
          } | undefined
          biweekly?: {
            enable_weekday_recurrence?: boolean | undefined
            odd_workdays?: readonly number[] | undefined
            even_workdays?: readonly number[] | undefined
          } | undefined
        }[] | undefined
        sync_holidays?: boolean | undefined
        need_photo?: boolean | undefined
        note_can_use_local_pic?: boolean | undefined
        wifimac_infos?: readonly { wifiname?: string | undefined; wifimac?: string | undefined }[] | undefined
        allow_checkin_offworkday?: boolean | undefined
        allow_apply_offworkday?: boolean | undefined
        loc_infos?: readonly {
          lat?: number | undefined
          lng?: number | undefined
          loc_title?: string | undefined
          loc_detail?: string | undefined
          distance?: number | undefined
        }[] | undefined
        range: {
          party_id?: readonly string[] | undefined
          userid?: readonly string[] | undefined
          tagid?: readonly number[] | undefined
          partyid?: readonly number[] | undefined
        }
        white_users?: readonly string[] | undefined
        type?: number | undefined
        reporterinfo?: {
          reporters?: readonly { userid?: string | undefined; tagid?: number | undefined }[] | undefined
        } | undefined
        ot_info_v2?: {
          workdayconf?: {
            allow_ot?: boolean | undefined
            /** 0 | 1 | 2 */ type?: number | undefined
            apply?: {
              restinfo?: {
                /** 0 | 1 | 2 */ type?: number | undefined
                fix_time_rule_list?: {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                } | undefined
                cal_ottime_rule?: {
                  items?: { ot_time?: number | undefined; rest_time?: number | undefined } | undefined
                } | undefined
              } | undefined
            } | undefined
            checkin?: {
              /** at most 43200 */ ot_time_start?: number | undefined
              /** at most 43200 */ ot_time_min?: number | undefined
              /** at most 43200 */ ot_time_max?: number | undefined
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            applycheckin?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            ot_trans_enable?: boolean | undefined
            /** 1 | 2 */ ot_trans_type?: number | undefined
            vacation?: {
              /** at most 1 */ trans_ratio?: number | undefined
              sync_vacation?: boolean | undefined
            } | undefined
            ot_time_range?: number | undefined
          } | undefined
          restdayconf?: {
            allow_ot?: boolean | undefined
            type?: number | undefined
            apply?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            checkin?: {
              ot_time_start?: number | undefined
              ot_time_min?: number | undefined
              ot_time_max?: number | undefined
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            applycheckin?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            ot_trans_enable?: boolean | undefined
            ot_trans_type?: number | undefined
            vacation?: { trans_ratio?: number | undefined; sync_vacation?: boolean | undefined } | undefined
          } | undefined
          holidayconf?: {
            allow_ot?: boolean | undefined
            type?: number | undefined
            apply?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            checkin?: {
              ot_time_start?: number | undefined
              ot_time_min?: number | undefined
              ot_time_max?: number | undefined
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            applycheckin?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            ot_trans_enable?: boolean | undefined
            ot_trans_type?: number | undefined
            vacation?: { trans_ratio?: number | undefined; sync_vacation?: boolean | undefined } | undefined
          } | undefined
          time_unit_config?: {
            ot_time_unit?: number | undefined
            perday_duration_secs?: number | undefined
            /** 1 | 2 | 3 */ rounding_method?: number | undefined
            /** 0 | 1 */ rounding_precision?: number | undefined
            step_size?: number | undefined
          } | undefined
        } | undefined
        allow_apply_bk_cnt?: number | undefined
        option_out_range?: number | undefined
        use_face_detect?: boolean | undefined
        /** at most 180 */ allow_apply_bk_day_limit?: number | undefined
        open_face_live_detect?: boolean | undefined
        buka_limit_next_month?: number | undefined
        sync_out_checkin?: boolean | undefined
        buka_remind?: {
          open_remind?: boolean | undefined
          /** at most 30 */ buka_remind_day?: number | undefined
          buka_remind_month?: number | undefined
        } | undefined
        buka_restriction?: number | undefined
        /** 0 | 1 | 2 */ checkin_method_type?: number | undefined
        groupid?: number | undefined
        spe_workdays?: {
          timestamp?: number | undefined
          notes: string
          checkintime: {
            time_id: number
            work_sec: number
            off_work_sec: number
            remind_work_sec: number
            remind_off_work_sec: number
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            rest_times?: readonly { rest_begin_time?: number | undefined; rest_end_time?: number | undefined }[] | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
          }
          /** 0 | 1 | 2 | 3 */ type?: number | undefined
          endtime?: number | undefined
          begintime?: number | undefined
        } | undefined
        spe_offdays?: {
          timestamp?: number | undefined
          notes?: string | undefined
          /** 0 | 1 | 2 */ type?: number | undefined
          endtime?: number | undefined
          begintime?: number | undefined
          checkintime?: readonly {
            time_id?: number | undefined
            work_sec?: number | undefined
            off_work_sec?: number | undefined
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            remind_work_sec?: number | undefined
            remind_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            rest_times?: readonly { rest_begin_time?: number | undefined; rest_end_time?: number | undefined }[] | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
          }[] | undefined
        } | undefined
        schedulelist?: {
          schedule_id?: number | undefined
          schedule_name?: string | undefined
          time_section?: {
            time_id?: number | undefined
            work_sec?: number | undefined
            off_work_sec?: number | undefined
            remind_work_sec?: number | undefined
            remind_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
            rest_times?: { rest_begin_time?: number | undefined; rest_end_time?: number | undefined } | undefined
          } | undefined
          allow_flex?: boolean | undefined
          /** at most 21600 */ flex_on_duty_time?: number | undefined
          /** at most 21600 */ flex_off_duty_time?: number | undefined
          late_rule?: {
            /** at most 36000 */ offwork_after_time?: number | undefined
            /** at most 36000 */ onwork_flex_time?: number | undefined
            allow_offwork_after_time?: boolean | undefined
            timerules?: {
              /** at most 36000 */ offwork_after_time?: number | undefined
              /** at most 36000 */ onwork_flex_time?: number | undefined
            } | undefined
          } | undefined
          max_allow_arrive_early?: number | undefined
          max_allow_arrive_late?: number | undefined
        } | undefined
        offwork_interval_time?: number | undefined
        span_day_time?: number | undefined
        /** at most 86400 */ standard_work_duration?: number | undefined
        open_sp_checkin?: boolean | undefined
      } | undefined
    }
    data: object
  }
  /** Page 99647 of 2024-07-25: https://developer.work.weixin.qq.com/document/path/99647 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/add_checkin_record': {
    json: {
      /** at most 200 items */ records: readonly {
        userid: string
        checkin_time: number
        location_title: string
        location_detail: string
        /** at most 1 items */ mediaids?: readonly string[] | undefined
        notes?: string | undefined
        /** 1 | 2 | 3 */ device_type: number
        lat?: number | undefined
        lng?: number | undefined
        device_detail: string
        wifiname?: string | undefined
        wifimac?: string | undefined
      }[]
    }
    data: object
  }
  /** Page 93378 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93378 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/addcheckinuserface': {
    json?: { userid?: string | undefined; userface?: string | undefined }
    data: object
  }
  /** Page 98041 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/98041 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/clear_checkin_option_array_field': {
    json: { groupid: number; clear_field: readonly number[]; effective_now?: boolean | undefined }
    data: object
  }
  /** Page 98041 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/98041 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/del_checkin_option': {
    json: { groupid: number; effective_now?: boolean | undefined }
    data: object
  }
  /** Page 93374 of 2024-09-11: https://developer.work.weixin.qq.com/document/path/93374 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/getcheckin_daydata': {
    json: { starttime: number; endtime: number; useridlist: readonly string[] }
    data: {
      datas: {
        base_info: {
          date: number
          /** 1 | 2 | 3 | 4 | 5 | 7 */ record_type: number
          name: string
          name_ex: string
          departs_name: string
          acctid: string
          rule_info: {
            groupid: number
            groupname: string
            scheduleid?: number
            schedulename?: string
            checkintime?: { work_sec: number; off_work_sec: number }[]
          }
          /** 0 | 1 */ day_type: number
        }
        summary_info: {
          checkin_count: number
          regular_work_sec: number
          standard_work_sec: number
          earliest_time: number
          lastest_time: number
        }
        holiday_infos?: {
          sp_description: { data: { lang: string; text: string }[] }
          sp_number: string
          sp_title: { data: { lang: string; text: string }[] }
        }[]
        exception_infos?: {
          count: number
          duration?: number
          /** 1 | 2 | 3 | 4 | 5 | 6 */ exception: number
        }[]
        ot_info?: {
          /** 0 | 1 | 2 */ ot_status: number
          ot_duration: number
          exception_duration?: number[]
          workday_over_as_money?: number
          workday_over_as_vacation?: number
          restday_over_as_vacation?: number
          restday_over_as_money?: number
          holiday_over_as_vacation?: number
          holiday_over_as_money?: number
        }
        sp_items?: {
          count: number
          duration: number
          /** 0 | 1 */ time_type: number
          /** 1 | 2 | 3 | 4 | 15 | 100 */ type: number
          vacation_id?: number
          name: string
        }[]
      }[]
    }
  }
  /** Page 93387 of 2025-03-24: https://developer.work.weixin.qq.com/document/path/93387 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/getcheckin_monthdata': {
    json: { starttime: number; endtime: number; useridlist: readonly string[] }
    data: {
      datas: {
        base_info: {
          /** 1 | 2 | 3 | 4 | 5 | 7 */ record_type: number
          name: string
          name_ex: string
          departs_name: string
          rule_info: { groupid: number; groupname: string }
          acctid: string
        }
        summary_info: {
          except_days: number
          regular_work_sec: number
          standard_work_sec: number
          work_days: number
          rest_days?: number
          regular_days?: number
        }
        exception_infos?: {
          count: number
          duration?: number
          /** 1 | 2 | 3 | 4 | 5 | 6 */ exception: number
        }[]
        sp_items?: {
          count: number
          duration: number
          /** 0 | 1 */ time_type: number
          /** 1 | 2 | 3 | 4 | 15 | 100 */ type: number
          vacation_id?: number
          name: string
        }[]
        overwork_info?: {
          workday_over_sec: number
          restdays_over_sec?: number
          workdays_over_as_vacation?: number
          workdays_over_as_money?: number
          restdays_over_as_vacation?: number
          restdays_over_as_money?: number
          holidays_over_as_vacation?: number
          holidays_over_as_money?: number
          holidays_over_sec?: number
        }
      }[]
    }
  }
  /** Page 90262 of 2024-12-16: https://developer.work.weixin.qq.com/document/path/90262 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/getcheckindata': {
    json: {
      /** 1 | 2 | 3 */ opencheckindatatype: number
      starttime: number
      endtime: number
      useridlist: readonly string[]
    }
    data: {
      checkindata: {
        userid: string
        groupname: string
        checkin_type: string
        exception_type: string
        checkin_time: number
        location_title?: string
        location_detail?: string
        wifiname?: string
        notes?: string
        wifimac?: string
        mediaids?: string[]
        sch_checkin_time?: number
        groupid?: number
        schedule_id?: number
        timeline_id?: number
        lat?: number
        lng?: number
        deviceid?: string
      }[]
    }
  }
  /** Page 90263 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/90263 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/getcheckinoption': {
    json: { datetime: number; useridlist: readonly string[] }
    data: {
      info: {
        userid: string
        group: {
          /** 1 | 2 | 3 */ grouptype: number
          groupid: number
          open_sp_checkin?: boolean
          checkindate: {
            workdays: number[]
            checkintime: {
              work_sec?: number
              off_work_sec?: number
              remind_work_sec?: number
              remind_off_work_sec?: number
              time_id?: number
              earliest_work_sec?: number
              latest_work_sec?: number
              earliest_off_work_sec?: number
              latest_off_work_sec?: number
              allow_rest?: boolean
              rest_begin_time?: number
              rest_end_time?: number
              rest_times?: { rest_begin_time?: number; rest_end_time?: number }[]
              no_need_checkon?: boolean
              no_need_checkoff?: boolean
            }[]
            flex_time?: number
            noneed_offwork: boolean
            limit_aheadtime?: number
            flex_on_duty_time?: number
            flex_off_duty_time?: number
            biweekly?: {
              enable_weekday_recurrence?: boolean
              odd_workdays?: number[]
              even_workdays?: number[]
            }
          }[]
          spe_workdays?: {
            timestamp: number
            notes: string
            checkintime: {
              work_sec?: number
              off_work_sec?: number
              remind_work_sec?: number
              remind_off_work_sec?: number
              time_id?: number
              earliest_work_sec?: number
              latest_work_sec?: number
              earliest_off_work_sec?: number
              latest_off_work_sec?: number
              allow_rest?: boolean
              rest_begin_time?: number
              rest_end_time?: number
              rest_times?: { rest_begin_time?: number; rest_end_time?: number }[]
              no_need_checkon?: boolean
              no_need_checkoff?: boolean
            }[]
          }[]
          spe_offdays?: {
            timestamp: number
            notes: string
            checkintime: {
              time_id?: number
              work_sec?: number
              off_work_sec?: number
              earliest_work_sec?: number
              latest_work_sec?: number
              earliest_off_work_sec?: number
              latest_off_work_sec?: number
              remind_work_sec?: number
              remind_off_work_sec?: number
              allow_rest?: boolean
              rest_begin_time?: number
              rest_end_time?: number
              rest_times?: { rest_begin_time?: number; rest_end_time?: number }[]
              no_need_checkon?: boolean
              no_need_checkoff?: boolean
            }[]
          }[]
          sync_holidays: boolean
          groupname: string
          need_photo: boolean
          wifimac_infos?: { wifiname: string; wifimac: string }[]
          note_can_use_local_pic: boolean
          allow_checkin_offworkday: boolean
          allow_apply_offworkday: boolean
          loc_infos?: {
            lat: number | string
            lng: number | string
            loc_title: string
            loc_detail: string
            distance: number
          }[]
          schedulelist?: {
            schedule_id: number
            schedule_name: string
            time_section: {
              time_id?: number
              work_sec?: number
              off_work_sec?: number
              remind_work_sec?: number
              remind_off_work_sec?: number
              rest_begin_time?: number
              rest_end_time?: number
              allow_rest: boolean
              rest_times?: { rest_begin_time: number; rest_end_time: number }[]
              earliest_work_sec?: number
              latest_work_sec?: number
              earliest_off_work_sec?: number
              latest_off_work_sec?: number
              no_need_checkon?: boolean
              no_need_checkoff?: boolean
            }[]
            limit_aheadtime: number
            noneed_offwork: boolean
            limit_offtime: number
            flex_on_duty_time?: number
            flex_off_duty_time?: number
            allow_flex: boolean
            late_rule?: {
              allow_offwork_after_time: boolean
              timerules: { offwork_after_time: number; onwork_flex_time: number }[]
            }
            max_allow_arrive_early?: number
            max_allow_arrive_late?: number
            biweekly?: {
              enable_weekday_recurrence?: boolean
              odd_workdays?: number[]
              even_workdays?: number[]
            }
          }[]
          offwork_interval_time?: number
          buka_restriction?: number | string
          span_day_time?: number
          standard_work_duration?: number
          /** 0 | 1 | 2 */ checkin_method_type?: number
          allow_apply_bk_cnt?: number
          allow_apply_bk_day_limit?: number
          buka_limit_next_month?: number
        }
      }[]
    }
  }
  /** Page 93380 of 2023-12-18: https://developer.work.weixin.qq.com/document/path/93380 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/getcheckinschedulist': {
    json: {
      starttime: number
      endtime: number
      /** at most 100 items */ useridlist: readonly string[]
    }
    data: {
      schedule_list: {
        userid: string
        yearmonth: number
        groupid: number
        groupname: string
        schedule: {
          scheduleList: {
            day: number
            schedule_info: {
              schedule_id: number
              schedule_name: string
              time_section: {
                id: number
                work_sec: number
                off_work_sec: number
                remind_work_sec: number
                remind_off_work_sec: number
              }[]
            }
          }[]
        }
      }[]
    }
  }
  /** Page 93384 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/93384 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/getcorpcheckinoption': {
    json?: Record<string, never>
    data: {
      group: {
        /** 1 | 2 | 3 */ grouptype: number
        groupid: number
        open_sp_checkin?: boolean
        checkindate: {
          workdays: number[]
          checkintime: {
            work_sec?: number
            off_work_sec?: number
            remind_work_sec?: number
            remind_off_work_sec?: number
            time_id?: number
            earliest_work_sec?: number
            latest_work_sec?: number
            earliest_off_work_sec?: number
            latest_off_work_sec?: number
            allow_rest?: boolean
            rest_begin_time?: number
            rest_end_time?: number
            rest_times?: { rest_begin_time?: number; rest_end_time?: number }[]
            no_need_checkon?: boolean
            no_need_checkoff?: boolean
          }[]
          noneed_offwork: boolean
          limit_aheadtime?: number
          flex_on_duty_time?: number
          flex_off_duty_time?: number
          biweekly?: {
            enable_weekday_recurrence?: boolean
            odd_workdays?: number[]
            even_workdays?: number[]
          }
          flex_time?: number
        }[]
        spe_workdays?: {
          timestamp: number
          notes: string
          checkintime: {
            work_sec?: number
            off_work_sec?: number
            remind_work_sec?: number
            remind_off_work_sec?: number
            time_id?: number
            earliest_work_sec?: number
            latest_work_sec?: number
            earliest_off_work_sec?: number
            latest_off_work_sec?: number
            allow_rest?: boolean
            rest_begin_time?: number
            rest_end_time?: number
            rest_times?: { rest_begin_time?: number; rest_end_time?: number }[]
            no_need_checkon?: boolean
            no_need_checkoff?: boolean
          }[]
        }[]
        spe_offdays?: {
          timestamp: number
          notes: string
          checkintime: {
            time_id?: number
            work_sec?: number
            off_work_sec?: number
            earliest_work_sec?: number
            latest_work_sec?: number
            earliest_off_work_sec?: number
            latest_off_work_sec?: number
            remind_work_sec?: number
            remind_off_work_sec?: number
            allow_rest?: boolean
            rest_begin_time?: number
            rest_end_time?: number
            rest_times?: { rest_begin_time?: number; rest_end_time?: number }[]
            no_need_checkon?: boolean
            no_need_checkoff?: boolean
          }[]
        }[]
        sync_holidays: boolean
        groupname: string
        need_photo: boolean
        wifimac_infos?: { wifiname: string; wifimac: string }[]
        note_can_use_local_pic: boolean
        allow_checkin_offworkday: boolean
        allow_apply_offworkday: boolean
        loc_infos?: {
          lat: number | string
          lng: number | string
          loc_title: string
          loc_detail: string
          distance: number
        }[]
        range: { party_id?: string[]; userid?: string[]; tagid?: number[]; partyid?: number[] }
        create_time: number
        white_users?: string[]
        /** 0 | 2 | 3 */ type: number
        reporterinfo?: { reporters?: { userid?: string; tagid?: number }[]; updatetime?: number }
        ot_info?: {
          /** 0 | 1 | 2 */ type: number
          allow_ot_workingday: boolean
          allow_ot_nonworkingday: boolean
          otcheckinfo?: {
            ot_workingday_time_start: number
            ot_workingday_time_min: number
            ot_workingday_time_max: number
            ot_nonworkingday_time_min: number
            ot_nonworkingday_time_max: number
            ot_workingday_restinfo?: {
              /** 0 | 1 | 2 */ type: number
              fix_time_rule?: { fix_time_begin_sec: number; fix_time_end_sec: number }
              cal_ottime_rule?: { items: { ot_time: number; rest_time: number }[] }
            }
            ot_nonworkingday_restinfo?: {
              type: number
              fix_time_rule?: { fix_time_begin_sec: number; fix_time_end_sec: number }
              cal_ottime_rule?: { items: { ot_time: number; rest_time: number }[] }
            }
            ot_nonworkingday_spanday_time: number
          }
          uptime: number
          otapplyinfo?: {
            allow_ot_workingday: boolean
            allow_ot_nonworkingday: boolean
            uptime: number
            ot_workingday_restinfo?: {
              type: number
              fix_time_rule?: { fix_time_begin_sec: number; fix_time_end_sec: number }
              cal_ottime_rule?: { items: { ot_time: number; rest_time: number }[] }
            }
            ot_nonworkingday_restinfo?: {
              type: number
              fix_time_rule?: { fix_time_begin_sec: number; fix_time_end_sec: number }
              cal_ottime_rule?: { items: { ot_time: number; rest_time: number }[] }
            }
            ot_nonworkingday_spanday_time: number
          }
        }
        allow_apply_bk_cnt?: number
        /** 0 | 1 | 2 */ option_out_range: number
        create_userid: string
        use_face_detect: boolean
        allow_apply_bk_day_limit?: number
        update_userid: string
        schedulelist?: {
          schedule_id: number
          schedule_name: string
          time_section: {
            time_id?: number
            work_sec?: number
            off_work_sec?: number
            remind_work_sec?: number
            remind_off_work_sec?: number
            rest_begin_time?: number
            rest_end_time?: number
            allow_rest: boolean
            rest_times?: { rest_begin_time: number; rest_end_time: number }[]
            earliest_work_sec?: number
            latest_work_sec?: number
            earliest_off_work_sec?: number
            latest_off_work_sec?: number
            no_need_checkon?: boolean
            no_need_checkoff?: boolean
          }[]
          limit_aheadtime: number
          noneed_offwork: boolean
          limit_offtime: number
          flex_on_duty_time?: number
          flex_off_duty_time?: number
          allow_flex: boolean
          late_rule?: {
            allow_offwork_after_time: boolean
            timerules: { offwork_after_time: number; onwork_flex_time: number }[]
          }
          max_allow_arrive_early?: number
          max_allow_arrive_late?: number
          biweekly?: {
            enable_weekday_recurrence?: boolean
            odd_workdays?: number[]
            even_workdays?: number[]
          }
        }[]
        offwork_interval_time: number
        /** 0 | 1 | 2 */ checkin_method_type?: number
        buka_restriction?: number | string
        span_day_time?: number
        standard_work_duration?: number
        buka_limit_next_month?: number
        open_face_live_detect?: boolean
      }[]
    }
  }
  /** Page 95803 of 2024-07-25: https://developer.work.weixin.qq.com/document/path/95803 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/punch_correction': {
    json: {
      userid: string
      schedule_date_time: number
      schedule_checkin_time?: number | undefined
      checkin_time: number
      /** at most 512 bytes */ remark?: string | undefined
    }
    data: object
  }
  /** Page 93385 of 2023-12-18: https://developer.work.weixin.qq.com/document/path/93385 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/setcheckinschedulist': {
    json: {
      groupid: number
      items: readonly { userid: string; day: number; schedule_id: number }[]
      yearmonth: number
    }
    data: object
  }
  /** Page 98041 of 2025-08-29: https://developer.work.weixin.qq.com/document/path/98041 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/checkin/update_checkin_option': {
    json?: {
      effective_now?: boolean | undefined
      group?: {
        groupid?: number | undefined
        /** 1 | 2 | 3 */ grouptype: number
        groupname: string
        checkindate?: readonly {
          workdays?: readonly number[] | undefined
          checkintime?: readonly {
            time_id?: number | undefined
            work_sec?: number | undefined
            off_work_sec?: number | undefined
            remind_work_sec?: number | undefined
            remind_off_work_sec?: number | undefined
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
            rest_times?: { rest_begin_time?: number | undefined; rest_end_time?: number | undefined } | undefined
          }[] | undefined
          flex_on_duty_time?: number | undefined
          flex_off_duty_time?: number | undefined
          flex_time?: number | undefined
          allow_flex?: boolean | undefined
          max_allow_arrive_early?: number | undefined
          max_allow_arrive_late?: number | undefined
          late_rule?: {
            offwork_after_time?: number | undefined
            onwork_flex_time?: number | undefined
            allow_offwork_after_time?: boolean | undefined
            timerules?: {
              /** at most 36000 */ offwork_after_time?: number | undefined
              /** at most 36000 */ onwork_flex_time?: number | undefined
            } | undefined
          } | undefined
          biweekly?: {
            enable_weekday_recurrence?: boolean | undefined
            odd_workdays?: readonly number[] | undefined
            even_workdays?: readonly number[] | undefined
          } | undefined
        }[] | undefined
        sync_holidays?: boolean | undefined
        need_photo?: boolean | undefined
        note_can_use_local_pic?: boolean | undefined
        wifimac_infos?: readonly { wifiname?: string | undefined; wifimac?: string | undefined }[] | undefined
        allow_checkin_offworkday?: boolean | undefined
        allow_apply_offworkday?: boolean | undefined
        loc_infos?: readonly {
          lat?: number | undefined
          lng?: number | undefined
          loc_title?: string | undefined
          loc_detail?: string | undefined
          distance?: number | undefined
        }[] | undefined
        range: {
          party_id?: readonly string[] | undefined
          userid?: readonly string[] | undefined
          tagid?: readonly number[] | undefined
          partyid?: readonly number[] | undefined
        }
        white_users?: readonly string[] | undefined
        type?: number | undefined
        reporterinfo?: {
          reporters?: readonly { userid?: string | undefined; tagid?: number | undefined }[] | undefined
        } | undefined
        ot_info_v2?: {
          workdayconf?: {
            allow_ot?: boolean | undefined
            /** 0 | 1 | 2 */ type?: number | undefined
            apply?: {
              restinfo?: {
                /** 0 | 1 | 2 */ type?: number | undefined
                fix_time_rule_list?: {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                } | undefined
                cal_ottime_rule?: {
                  items?: { ot_time?: number | undefined; rest_time?: number | undefined } | undefined
                } | undefined
              } | undefined
            } | undefined
            checkin?: {
              /** at most 43200 */ ot_time_start?: number | undefined
              /** at most 43200 */ ot_time_min?: number | undefined
              /** at most 43200 */ ot_time_max?: number | undefined
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            applycheckin?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            ot_trans_enable?: boolean | undefined
            /** 1 | 2 */ ot_trans_type?: number | undefined
            vacation?: {
              /** at most 1 */ trans_ratio?: number | undefined
              sync_vacation?: boolean | undefined
            } | undefined
            ot_time_range?: number | undefined
          } | undefined
          restdayconf?: {
            allow_ot?: boolean | undefined
            type?: number | undefined
            apply?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            checkin?: {
              ot_time_start?: number | undefined
              ot_time_min?: number | undefined
              ot_time_max?: number | undefined
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            applycheckin?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            ot_trans_enable?: boolean | undefined
            ot_trans_type?: number | undefined
            vacation?: { trans_ratio?: number | undefined; sync_vacation?: boolean | undefined } | undefined
          } | undefined
          holidayconf?: {
            allow_ot?: boolean | undefined
            type?: number | undefined
            apply?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            checkin?: {
              ot_time_start?: number | undefined
              ot_time_min?: number | undefined
              ot_time_max?: number | undefined
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            applycheckin?: {
              restinfo?: {
                type?: number | undefined
                fix_time_rule_list?: readonly {
                  fix_time_begin_sec?: number | undefined
                  fix_time_end_sec?: number | undefined
                }[] | undefined
                cal_ottime_rule?: {
                  items?: readonly { ot_time?: number | undefined; rest_time?: number | undefined }[] | undefined
                } | undefined
              } | undefined
            } | undefined
            ot_trans_enable?: boolean | undefined
            ot_trans_type?: number | undefined
            vacation?: { trans_ratio?: number | undefined; sync_vacation?: boolean | undefined } | undefined
          } | undefined
          time_unit_config?: {
            ot_time_unit?: number | undefined
            perday_duration_secs?: number | undefined
            /** 1 | 2 | 3 */ rounding_method?: number | undefined
            /** 0 | 1 */ rounding_precision?: number | undefined
            step_size?: number | undefined
          } | undefined
        } | undefined
        allow_apply_bk_cnt?: number | undefined
        option_out_range?: number | undefined
        use_face_detect?: boolean | undefined
        /** at most 180 */ allow_apply_bk_day_limit?: number | undefined
        open_face_live_detect?: boolean | undefined
        buka_limit_next_month?: number | undefined
        sync_out_checkin?: boolean | undefined
        buka_remind?: {
          open_remind?: boolean | undefined
          /** at most 30 */ buka_remind_day?: number | undefined
          buka_remind_month?: number | undefined
        } | undefined
        spe_workdays?: {
          timestamp?: number | undefined
          notes: string
          checkintime: {
            time_id: number
            work_sec: number
            off_work_sec: number
            remind_work_sec: number
            remind_off_work_sec: number
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            rest_times?: readonly { rest_begin_time?: number | undefined; rest_end_time?: number | undefined }[] | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
          }
          /** 0 | 1 | 2 | 3 */ type?: number | undefined
          endtime?: number | undefined
          begintime?: number | undefined
        } | undefined
        spe_offdays?: {
          timestamp?: number | undefined
          notes?: string | undefined
          /** 0 | 1 | 2 */ type?: number | undefined
          endtime?: number | undefined
          begintime?: number | undefined
          checkintime?: readonly {
            time_id?: number | undefined
            work_sec?: number | undefined
            off_work_sec?: number | undefined
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            remind_work_sec?: number | undefined
            remind_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            rest_times?: readonly { rest_begin_time?: number | undefined; rest_end_time?: number | undefined }[] | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
          }[] | undefined
        } | undefined
        schedulelist?: {
          schedule_id?: number | undefined
          schedule_name?: string | undefined
          time_section?: {
            time_id?: number | undefined
            work_sec?: number | undefined
            off_work_sec?: number | undefined
            remind_work_sec?: number | undefined
            remind_off_work_sec?: number | undefined
            allow_rest?: boolean | undefined
            rest_begin_time?: number | undefined
            rest_end_time?: number | undefined
            earliest_work_sec?: number | undefined
            latest_work_sec?: number | undefined
            earliest_off_work_sec?: number | undefined
            latest_off_work_sec?: number | undefined
            no_need_checkon?: boolean | undefined
            no_need_checkoff?: boolean | undefined
            rest_times?: { rest_begin_time?: number | undefined; rest_end_time?: number | undefined } | undefined
          } | undefined
          allow_flex?: boolean | undefined
          /** at most 21600 */ flex_on_duty_time?: number | undefined
          /** at most 21600 */ flex_off_duty_time?: number | undefined
          late_rule?: {
            /** at most 36000 */ offwork_after_time?: number | undefined
            /** at most 36000 */ onwork_flex_time?: number | undefined
            allow_offwork_after_time?: boolean | undefined
            timerules?: {
              /** at most 36000 */ offwork_after_time?: number | undefined
              /** at most 36000 */ onwork_flex_time?: number | undefined
            } | undefined
          } | undefined
          max_allow_arrive_early?: number | undefined
          max_allow_arrive_late?: number | undefined
        } | undefined
        offwork_interval_time?: number | undefined
        buka_restriction?: number | undefined
        span_day_time?: number | undefined
        /** at most 86400 */ standard_work_duration?: number | undefined
        open_sp_checkin?: boolean | undefined
        /** 0 | 1 | 2 */ checkin_method_type?: number | undefined
      } | undefined
    }
    data: object
  }
  /** Page 94126 of 2024-10-31: https://developer.work.weixin.qq.com/document/path/94126 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/hardware/get_hardware_checkin_data': {
    json: {
      /** 1 | 2 */ filter_type?: number | undefined
      starttime: number
      endtime: number
      useridlist: readonly string[]
    }
    data: {
      checkindata: { userid: string; checkin_time: number; device_sn: string; device_name: string }[]
    }
  }
}
