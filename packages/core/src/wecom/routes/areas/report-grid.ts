/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Grids and reports to the government · 政民沟通: 21 routes. */
export interface ReportGridRoutes {
  /** Page 94478 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94478 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/add': {
    json: {
      /** at most 30 characters */ grid_name: string
      grid_parent_id: string
      /** at most 20 items */ grid_admin: readonly string[]
      /** at most 100 items */ grid_member?: readonly string[] | undefined
    }
    data: { grid_id: string; invalid_userids?: string[] }
  }
  /** Page 94536 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94536 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/add_cata': {
    json: {
      /** at most 30 characters */ category_name: string
      level: number
      parent_category_id?: string | undefined
    }
    data: { category_id: string }
  }
  /** Page 94480 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94480 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/delete': {
    json: { grid_id: string }
    data: object
  }
  /** Page 94538 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94538 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/delete_cata': {
    json: { category_id: string }
    data: object
  }
  /** Page 94482 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94482 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/get_user_grid_info': {
    json: { userid: string }
    data: {
      manage_grids: { grid_id: string; grid_name: string }[]
      joined_grids: { grid_id: string; grid_name: string }[]
    }
  }
  /** Page 94481 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94481 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/list': {
    json?: { grid_id?: string | undefined }
    data: {
      grid_list: {
        grid_id: string
        grid_name: number | string
        grid_parent_id?: string
        grid_admin: string[]
        grid_member: string[]
      }[]
    }
  }
  /** Page 94540 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94540 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/list_cata': {
    json?: Record<string, never>
    data: {
      category_list?: {
        category_id?: string
        category_name?: string
        level?: number
        parent_category_id?: string
      }[]
      cata_list?: { cata_id?: string; cata_name?: string; level?: number; parent_cata_id?: string }[]
    }
  }
  /** Page 94479 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94479 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/update': {
    json: {
      grid_id: string
      /** at most 30 characters */ grid_name: string
      grid_parent_id: string
      /** at most 20 items */ grid_admin: readonly string[]
      /** at most 100 items */ grid_member?: readonly string[] | undefined
    }
    data: { invalid_userids?: string[] }
  }
  /** Page 94537 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/94537 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/grid/update_cata': {
    json: {
      category_id: string
      /** at most 30 characters */ category_name: string
      level: number
      parent_category_id?: string | undefined
    }
    data: object
  }
  /** Page 93534 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93534 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/patrol/category_statistic': {
    json?: { category_id?: string | undefined }
    data: {
      dashboard_list: {
        category_id: string
        category_name: string
        /** 1 | 2 */ category_level: number
        total_case: number
        total_solved: number
        /** 0 | 1 */ category_type: number
      }[]
    }
  }
  /** Page 93532 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93532 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/patrol/get_corp_status': {
    json?: { grid_id?: string | undefined }
    data: {
      processing: number
      added_today: number
      solved_today: number
      total_case: number
      to_be_assigned: number
      total_solved: number
    }
  }
  /** Page 93531 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93531 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/report/patrol/get_grid_info': {
    data: { grid_list: { grid_id: string; grid_name: number | string; grid_admin: string[] }[] }
  }
  /** Page 93535 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93535 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/patrol/get_order_info': {
    json: { order_id: string }
    data: {
      order_info: {
        order_id: string
        desc: string
        /** 1 | 2 | 3 */ urge_type: number
        case_name: string
        grid_name: string
        grid_id: string
        create_time: number
        image_urls?: string[]
        video_media_ids?: string[]
        location?: { name: string; address: string; latitude: number; longitude: number }
        processor_userids?: string[]
        process_list: {
          /** 1 | 2 | 3 | 4 | 5 | 6 | 7 */ process_type: number
          solve_userid?: string
          process_desc: string
          /** 0 | 1 */ status: number
          solved_time?: number
          image_urls?: string[]
          video_media_ids?: string[]
        }[]
      }
    }
  }
  /** Page 93536 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93536 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/patrol/get_order_list': {
    json?: {
      begin_create_time?: number | undefined
      begin_modify_time?: number | undefined
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      next_cursor?: string
      order_list: {
        order_id: string
        desc: string
        /** 1 | 2 | 3 */ urge_type: number
        case_name: string
        grid_name: string
        grid_id: string
        create_time: number
        image_urls?: string[]
        video_media_ids?: string[]
        location?: { name: string; address: string; latitude: number; longitude: number }
        processor_userids?: string[]
        process_list: {
          /** 1 | 2 | 3 | 4 | 5 | 6 | 7 */ process_type: number
          solve_userid?: string
          process_desc: string
          /** 0 | 1 */ status: number
          solved_time?: number
          image_urls?: string[]
          video_media_ids?: string[]
        }[]
      }[]
    }
  }
  /** Page 93533 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93533 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/patrol/get_user_status': {
    json: { userid: string }
    data: { processing: number; added_today: number; solved_today: number }
  }
  /** Page 93517 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93517 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/resident/category_statistic': {
    json?: { category_id?: string | undefined }
    data: {
      dashboard_list: {
        category_id: string
        category_name: string
        /** 1 | 2 */ category_level: number
        total_case: number
        total_solved: number
        /** 0 | 1 */ category_type: number
      }[]
    }
  }
  /** Page 93515 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93515 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/resident/get_corp_status': {
    json?: { grid_id?: string | undefined }
    data: {
      processing: number
      added_today: number
      solved_today: number
      pending: number
      total_case: number
      total_accepted: number
      total_solved: number
    }
  }
  /** Page 93514 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93514 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/report/resident/get_grid_info': {
    data: { grid_list: { grid_id: string; grid_name: number | string; grid_admin: string[] }[] }
  }
  /** Page 93519 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93519 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/resident/get_order_info': {
    json: { order_id: string }
    data: {
      order_info: {
        order_id: string
        desc: string
        /** 1 | 2 | 3 */ urge_type: number
        case_name: string
        grid_name: string
        grid_id: string
        reporter_name: string
        reporter_mobile: string
        unionid?: string
        image_urls?: string[]
        video_media_ids?: string[]
        create_time: number
        location?: { name: string; address: string; latitude: number; longitude: number }
        processor_userids?: string[]
        process_list: {
          process_type: number
          solve_userid?: string
          process_desc: string
          /** 0 | 1 */ status: number
          solved_time?: number
          image_urls?: string[]
          video_media_ids?: string[]
        }[]
      }
    }
  }
  /** Page 93518 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93518 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/resident/get_order_list': {
    json?: {
      begin_create_time?: number | undefined
      begin_modify_time?: number | undefined
      cursor?: string | undefined
      /** at most 50 */ limit?: number | undefined
    }
    data: {
      next_cursor?: string
      order_list: {
        order_id: string
        desc: string
        /** 1 | 2 | 3 */ urge_type: number
        case_name: string
        grid_name: string
        grid_id: string
        create_time: number
        reporter_name: string
        reporter_mobile: string
        unionid?: string
        image_urls?: string[]
        video_media_ids?: string[]
        location?: { name: string; address: string; latitude: number; longitude: number }
        processor_userids?: string[]
        process_list: {
          process_type: number
          solve_userid?: string
          process_desc: string
          /** 0 | 1 */ status: number
          solved_time?: number
          image_urls?: string[]
          video_media_ids?: string[]
        }[]
      }[]
    }
  }
  /** Page 93516 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93516 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/report/resident/get_user_status': {
    json: { userid: string }
    data: { processing: number; added_today: number; solved_today: number; pending: number }
  }
}
