/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Advanced features · 高级功能: 3 routes. */
export interface VipRoutes {
  /** Page 99883 of 2024-05-29: https://developer.work.weixin.qq.com/document/path/99883 */
  'POST /cgi-bin/advanced_feature/get_apply_id_list': {
    json: {
      /** 1 | 2 | 3 | 4 */ business_type: number
      /** at most 200 */ limit?: number | undefined
      cursor?: string | undefined
      /** 0 | 1 | 2 */ req_type?: number | undefined
      userid: string
    }
    data: { next_cursor?: string; apply_id_list: string[]; has_more: boolean }
  }
  /** Page 99885 of 2024-05-29: https://developer.work.weixin.qq.com/document/path/99885 */
  'POST /cgi-bin/advanced_feature/get_approval_info': {
    json: { apply_id: string }
    data: {
      approval_info: {
        applicant: string
        create_time: number
        /** 1 | 2 | 3 | 4 */ business_type: number
        approval_id: string
        apply_id: string
        approval_url: string
        /** 0 | 1 | 2 | 3 | 4 | 5 */ approval_status: number
        /** 0 | 1 | 2 */ approval_type: number
        request_reason: string
      }
    }
  }
  /** Page 99880 of 2024-05-29: https://developer.work.weixin.qq.com/document/path/99880 */
  'POST /cgi-bin/advanced_feature/set_approval_detail': {
    json: {
      approval_id: string
      /** 1 | 2 | 3 | 101 */ approval_status: number
      apply_id: string
      approval_url: string
      process_list: {
        node_list: readonly {
          /** at most 100 items */ current_approvers?: readonly string[] | undefined
          completed_approvers?: readonly string[] | undefined
          /** 1 | 2 | 3 | 101 | 102 */ node_apv_status: number
          /** 1 | 2 | 3 */ node_apv_rel: number
          apv_update_time?: number | undefined
          node_status?: number | undefined
        }[]
      }
    }
    data: object
  }
}
