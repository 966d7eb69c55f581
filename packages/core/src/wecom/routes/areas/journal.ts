/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { ApprovalControl } from '../../approvals/approval-control.ts'

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
        apply_data: { contents: ApprovalControl[] }
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
