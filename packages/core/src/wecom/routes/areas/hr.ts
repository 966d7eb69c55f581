/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Staff records · 人事助手: 3 routes. */
export interface HrRoutes {
  /** Page 99131 of 2025-09-24: https://developer.work.weixin.qq.com/document/path/99131 */
  'GET /cgi-bin/hr/get_fields': {
    data: {
      group_list: {
        group_id: number
        group_name: string
        field_list: {
          fieldid: number
          field_name: string
          field_type: number
          value_type: number
          is_must: boolean
          option_list?: { id: number; value: string }[]
        }[]
      }[]
    }
  }
  /** Page 99132 of 2024-11-19: https://developer.work.weixin.qq.com/document/path/99132 */
  'POST /cgi-bin/hr/get_staff_info': {
    json: {
      userid: string
      get_all?: boolean | undefined
      fieldids?: readonly { fieldid: number; sub_idx?: number | undefined }[] | undefined
    }
    data: {
      field_info?: {
        fieldid?: number
        sub_idx?: number
        result?: number
        value_type?: number
        value_uint32?: number
        value_mobile?: { value_country_code?: string; value_mobile?: string }
        value_file?: { media_id?: string[] }
      }[]
      fieldinfo?: {
        fieldid?: number
        sub_idx?: number
        result?: number
        value_type?: number
        value_string?: string
        value_uint32?: number
        value_uint64?: number
        value_int32?: number
        value_int64?: number
        value_mobile?: { value_country_code?: string; value_mobile?: string }
        value_file?: { media_id?: string[] }
      }[]
    }
  }
  /** Page 99133 of 2024-01-04: https://developer.work.weixin.qq.com/document/path/99133 */
  'POST /cgi-bin/hr/update_staff_info': {
    json: {
      userid: string
      update_items?: readonly {
        fieldid: number
        sub_idx?: number | undefined
        value_string?: string | undefined
        value_mobile?: {
          value_mobile_country_code?: string | undefined
          value_mobile: string
          value_country_code?: string | undefined
        } | undefined
        value_uint32?: number | undefined
        value_uint64?: number | undefined
        value_int32?: number | undefined
        value_int64?: number | undefined
        value_file?: { media_id?: readonly string[] | undefined } | undefined
      }[] | undefined
      remove_items?: readonly { group_type: number; sub_idx: number }[] | undefined
      insert_items?: readonly {
        group_type: number
        item?: readonly {
          fieldid: number
          sub_idx?: number | undefined
          value_string?: string | undefined
          value_uint32?: number | undefined
          value_mobile?: { value_country_code?: string | undefined; value_mobile?: string | undefined } | undefined
          value_uint64?: number | undefined
          value_int32?: number | undefined
          value_int64?: number | undefined
          value_file?: { media_id?: readonly string[] | undefined } | undefined
        }[] | undefined
      }[] | undefined
    }
    data: {
      update_results?: { fieldid: number; sub_idx?: number; result: number }[]
      remove_results?: { group_type: number; sub_idx: number; result: number }[]
      insert_result?: { group_type: number; idx?: number; result: number }[]
    }
  }
}
