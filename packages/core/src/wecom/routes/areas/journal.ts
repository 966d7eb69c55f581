/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Journals · 汇报: 4 routes. */
export interface JournalRoutes {
  /** Page 98021 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/98021 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/journal/download_wedrive_file': {
    json: { journaluuid: string; fileid: string }
    data: { download_url?: string; cookie_name?: string; cookie_value?: string }
  }
  /** Page 93394 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93394 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/journal/get_record_detail': {
    json: {
      /** at most 256 bytes */ journaluuid: string
    }
    data: {
      info: {
        journal_uuid: string
        template_name: string
        report_time: number
        submitter: { userid: string }
        receivers: { userid: string }[]
        readed_receivers: { userid: string }[]
        apply_data: {
          contents: {
            control: 'Text' | 'Textarea' | 'Number' | 'Money' | 'Date' | 'Selector' | 'Contact' | 'Tips' | 'File' | 'Table' | 'DateRange' | 'Doc' | 'WedriveFile' | (string & {})
            id: string
            title: { text: string; lang?: string }[]
            value: {
              text?: string
              tips?: unknown[]
              members?: { userid: string; name?: string }[]
              departments?: { openapi_id: number | string; name?: string }[]
              files?: { file_id: string }[]
              children?: {
                list: {
                  control: string
                  id: string
                  title: { text: string; lang?: string }[]
                  value: {
                    text?: string
                    new_number?: string
                    new_money?: string
                    date?: {
                      type?: string
                      s_timestamp?: string
                      timezone_info?: { zone_offset?: number; zone_desc?: string }
                    }
                    selector?: {
                      type?: string
                      options?: { key?: string; value?: { lang?: string; text?: string }[] }[]
                    }
                    members?: { userid?: string; name?: string }[]
                    departments?: { openapi_id?: number; name?: string }[]
                    tips?: {
                      tips_content?: {
                        lang?: string
                        text?: {
                          sub_text?: {
                            type?: number
                            content?: {
                              plain_text?: { content?: string }
                              link?: { title?: string; url?: string }
                            }
                          }[]
                        }
                      }[]
                    }[]
                    files?: { file_id?: string }[]
                    children?: { list?: Record<string, unknown>[] }[]
                    vacation?: {
                      selector?: {
                        type?: string
                        options?: { key?: string; value?: { lang?: string; text?: string }[] }[]
                      }
                      attendance?: {
                        type?: number
                        date_range?: {
                          type?: string
                          new_begin?: number
                          new_end?: number
                          new_duration?: number
                          timezone_info?: { zone_offset?: number; zone_desc?: string }
                        }
                        slice_info?: {
                          state?: number
                          day_items?: { daytime?: number; duration?: number }[]
                          duration?: number
                        }
                      }
                    }
                    attendance?: {
                      type?: number
                      date_range?: {
                        type?: string
                        new_begin?: number
                        new_end?: number
                        new_duration?: number
                        timezone_info?: { zone_offset?: number; zone_desc?: string }
                      }
                      slice_info?: {
                        state?: number
                        day_items?: { daytime?: number; duration?: number }[]
                        duration?: number
                      }
                    }
                    punch_correction?: { state?: string; version?: number; time?: string; daymonthyear?: string }
                    date_range?: {
                      type?: string
                      new_begin?: number
                      new_end?: number
                      new_duration?: number
                      timezone_info?: { zone_offset?: number; zone_desc?: string }
                    }
                    location?: {
                      longitude?: number
                      latitude?: number
                      title?: string
                      address?: string
                      time?: string
                    }
                    related_approval?: {
                      template_names?: { lang?: string; text?: string }[]
                      sp_no?: string
                      name?: string
                      sp_status?: number
                      create_time?: number
                    }[]
                    formula?: { value?: string }
                    bank_account?: {
                      account_type?: number
                      account_name?: string
                      account_number?: string
                      remark?: string
                      bank?: {
                        bank_alias?: string
                        bank_alias_code?: string
                        bank_branch_id?: string
                        bank_branch_name?: string
                        province?: string
                        province_code?: number
                        city?: string
                        city_code?: number
                      }
                    }
                  }
                  require?: boolean | number
                }[]
              }[]
              stat_field?: unknown[]
              sum_field?: unknown[]
              related_approval?: {
                template_names?: { lang?: string; text?: string }[]
                sp_no?: string
                name?: string
                sp_status?: number
                create_time?: number
              }[]
              students?: { name: string }[]
              classes?: { name: string }[]
              new_number?: string
              new_money?: string
              date?: {
                type: 'day' | 'hour' | 'month' | 'minute' | (string & {})
                s_timestamp?: string
                timezone_info?: { zone_offset?: number; zone_desc?: string }
              }
              selector?: {
                type: 'single' | 'multi' | (string & {})
                options: { key: string; value: { text: string; lang?: string }[] }[]
              }
              date_range?: {
                type: 'halfday' | 'hour' | (string & {})
                new_begin: number
                new_end: number
                new_duration: number
                timezone_info?: { zone_offset?: number; zone_desc?: string }
              }
              location?: {
                latitude: number | string
                longitude: number | string
                title: string
                address?: string
                time?: number | string
              }
              formula?: { value: string }
              docs?: { docid: string; doc_url?: string }[]
              wedrive_files?: { fileid: string }[]
              attendance?: {
                type?: number
                date_range?: {
                  type?: string
                  new_begin?: number
                  new_end?: number
                  new_duration?: number
                  timezone_info?: { zone_offset?: number; zone_desc?: string }
                }
                slice_info?: {
                  state?: number
                  day_items?: { daytime?: number; duration?: number }[]
                  duration?: number
                }
              }
              vacation?: {
                selector?: {
                  type?: string
                  options?: { key?: string; value?: { lang?: string; text?: string }[] }[]
                }
                attendance?: {
                  type?: number
                  date_range?: {
                    type?: string
                    new_begin?: number
                    new_end?: number
                    new_duration?: number
                    timezone_info?: { zone_offset?: number; zone_desc?: string }
                  }
                  slice_info?: {
                    state?: number
                    day_items?: { daytime?: number; duration?: number }[]
                    duration?: number
                  }
                }
              }
              punch_correction?: { state?: string; version?: number; time?: string; daymonthyear?: string }
            }
          }[]
        }
        comments: {
          commentid: number | string
          tocommentid?: number | string
          comment_userinfo: { userid: string }
          content: string
          comment_time: number
        }[]
        template_id?: string
        sys_journal_data?: string
      }
    }
  }
  /** Page 93393 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93393 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/journal/get_record_list': {
    json: {
      starttime: number
      endtime: number
      cursor: number
      limit: number
      filters?: readonly {
        /** at most 256 bytes */ key?: string | undefined
        /** at most 256 bytes */ value?: string | undefined
      }[] | undefined
    }
    data: {
      journaluuid_list: string[]
      next_cursor?: number
      /** 0 | 1 */ endflag: number
    }
  }
  /** Page 93395 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93395 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/journal/get_stat_list': {
    json: {
      /** at most 256 bytes */ template_id: string
      starttime: number | string
      endtime: number | string
    }
    data: {
      stat_list: {
        template_id: string
        template_name: string
        report_range: {
          user_list: { userid: string }[]
          party_list: { open_partyid: string }[]
          tag_list: { open_tagid?: string }[]
        }
        white_range: {
          user_list: { userid?: string }[]
          party_list: { open_partyid?: string }[]
          tag_list: { open_tagid?: string }[]
        }
        receivers: {
          user_list: { userid: string }[]
          tag_list: { open_tagid?: string }[]
          leader_list: { level?: number | string }[]
        }
        cycle_begin_time: number | string
        cycle_end_time: number | string
        stat_begin_time: number | string
        stat_end_time: number | string
        report_list: {
          user: { userid: string }
          itemlist: {
            journaluuid: string
            reporttime?: number
            /** 0 | 1 */ flag?: number
          }[]
        }[]
        unreport_list: {
          user: { userid: string }
          itemlist: { journaluuid: string; reporttime?: number; flag?: number }[]
        }[]
        report_type: number
      }[]
    }
  }
}
