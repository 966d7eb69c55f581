/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** WeDrive · 微盘: 31 routes. */
export interface WedriveRoutes {
  /** Page 93658 of 2024-12-12: https://developer.work.weixin.qq.com/document/path/93658 */
  'POST /cgi-bin/wedrive/file_acl_add': {
    json: {
      fileid: string
      auth_info: readonly {
        /** 1 | 2 */ type: number
        departmentid?: number | undefined
        auth: number
        userid?: string | undefined
      }[]
    }
    data: object
  }
  /** Page 97888 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/97888 */
  'POST /cgi-bin/wedrive/file_acl_del': {
    json: {
      fileid: string
      auth_info: readonly {
        /** 1 | 2 */ type: number
        userid?: string | undefined
        departmentid?: number | undefined
      }[]
    }
    data: object
  }
  /** Page 97882 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97882 */
  'POST /cgi-bin/wedrive/file_create': {
    json: {
      spaceid: string
      fatherid: string
      /** 1 | 3 | 4 */ file_type: number
      /** at most 255 characters */ file_name: string
    }
    data: { fileid: string; url?: string }
  }
  /** Page 97885 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97885 */
  'POST /cgi-bin/wedrive/file_delete': {
    json: { fileid: readonly string[] }
    data: object
  }
  /** Page 97881 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97881 */
  'POST /cgi-bin/wedrive/file_download': {
    json?: { fileid?: string | undefined; selected_ticket?: string | undefined }
    data: { download_url: string; cookie_name?: string; cookie_value?: string }
  }
  /** Page 97886 of 2022-12-26: https://developer.work.weixin.qq.com/document/path/97886 */
  'POST /cgi-bin/wedrive/file_info': {
    json: { fileid: string }
    data: {
      file_info: {
        fileid: string
        file_name: string
        spaceid?: string
        fatherid?: string
        file_size?: number | string
        ctime?: number | string
        mtime?: number | string
        /** 1 | 2 | 3 | 4 | 5 | 6 */ file_type?: number
        /** 1 | 2 */ file_status?: number
        sha?: string
        md5?: string
        url?: string
      }
    }
  }
  /** Page 93657 of 2024-07-18: https://developer.work.weixin.qq.com/document/path/93657 */
  'POST /cgi-bin/wedrive/file_list': {
    json: {
      spaceid: string
      fatherid: string
      /** 1 | 2 | 3 | 4 | 5 | 6 */ sort_type: number
      start: number
      /** at most 1000 */ limit: number
    }
    data: {
      has_more: boolean
      next_start?: number
      file_list: {
        item?: {
          fileid: string
          file_name: string
          spaceid?: string
          fatherid?: string
          file_size?: number | string
          ctime?: number | string
          mtime?: number | string
          /** 1 | 2 | 3 | 4 | 5 */ file_type?: number
          /** 1 | 2 */ file_status?: number
          sha?: string
          md5?: string
          url?: string
        }[]
      }
    }
  }
  /** Page 97884 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/97884 */
  'POST /cgi-bin/wedrive/file_move': {
    json: { fatherid: string; replace?: boolean | undefined; fileid: readonly string[] }
    data: {
      file_list: {
        item?: {
          fileid: string
          file_name: string
          spaceid?: string
          fatherid?: string
          file_size?: number | string
          ctime?: number | string
          mtime?: number | string
          /** 1 | 2 | 3 | 4 | 5 | 6 */ file_type?: number
          /** 1 | 2 */ file_status?: number
          sha?: string
          md5?: string
          url?: string
        }[]
      }
    }
  }
  /** Page 97883 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/97883 */
  'POST /cgi-bin/wedrive/file_rename': {
    json: {
      fileid: string
      /** at most 255 characters */ new_name: string
    }
    data: {
      file: {
        fileid: string
        file_name: string
        spaceid?: string
        fatherid?: string
        file_size?: number | string
        ctime?: number | string
        mtime?: number | string
        /** 1 | 2 | 3 | 4 | 5 | 6 */ file_type?: number
        /** 1 | 2 */ file_status?: number
        sha?: string
        md5?: string
        url?: string
      }
    }
  }
  /** Page 97892 of 2025-07-22: https://developer.work.weixin.qq.com/document/path/97892 */
  'POST /cgi-bin/wedrive/file_secure_setting': {
    json: {
      fileid: string
      watermark?: {
        text?: string | undefined
        margin_type?: number | undefined
        show_visitor_name?: boolean | undefined
        show_text?: boolean | undefined
        force_by_admin?: boolean | undefined
        force_by_space_admin?: boolean | undefined
      } | undefined
    }
    data: object
  }
  /** Page 97889 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/97889 */
  'POST /cgi-bin/wedrive/file_setting': {
    json: {
      fileid: string
      auth_scope: number
      /** 1 | 4 */ auth?: number | undefined
    }
    data: object
  }
  /** Page 97890 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97890 */
  'POST /cgi-bin/wedrive/file_share': {
    json: { fileid: string }
    data: { share_url: string }
  }
  /** Page 97880 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97880 */
  'POST /cgi-bin/wedrive/file_upload': {
    json: {
      spaceid?: string | undefined
      fatherid?: string | undefined
      selected_ticket?: string | undefined
      /** at most 255 characters */ file_name: string
      file_base64_content: string
    }
    data: { fileid: string }
  }
  /** Page 98004 of 2023-03-09: https://developer.work.weixin.qq.com/document/path/98004 */
  'POST /cgi-bin/wedrive/file_upload_finish': {
    json: { upload_key: string }
    data: { fileid: string }
  }
  /** Page 98004 of 2023-03-09: https://developer.work.weixin.qq.com/document/path/98004 */
  'POST /cgi-bin/wedrive/file_upload_init': {
    json: {
      spaceid?: string | undefined
      fatherid?: string | undefined
      selected_ticket?: string | undefined
      file_name: string
      size: number | string
      block_sha: readonly string[]
      skip_push_card?: boolean | undefined
    }
    data: { hit_exist: boolean; upload_key?: string; fileid?: string }
  }
  /** Page 98004 of 2023-03-09: https://developer.work.weixin.qq.com/document/path/98004 */
  'POST /cgi-bin/wedrive/file_upload_part': {
    json: { upload_key: string; index: number; file_base64_content: string }
    data: object
  }
  /** Page 97891 of 2023-03-15: https://developer.work.weixin.qq.com/document/path/97891 */
  'POST /cgi-bin/wedrive/get_file_permission': {
    json: { fileid: string }
    data: {
      share_range: {
        enable_corp_internal: boolean
        /** 1 | 4 | 255 */ corp_internal_auth: number
        enable_corp_external: boolean
        corp_external_auth: number
        corp_internal_approve_only_by_admin?: boolean
        corp_external_approve_only_by_admin?: boolean
      }
      secure_setting: {
        enable_readonly_copy: boolean
        modify_only_by_admin: boolean
        enable_readonly_comment: boolean
        ban_share_external: boolean
      }
      inherit_father_auth: {
        auth_list: {
          /** 1 | 2 */ type: number
          userid?: string
          auth: number
          departmentid?: number
        }[]
        inherit: boolean
      }
      file_member_list?: { type: number; userid?: string; auth: number; departmentid?: number }[]
      watermark?: {
        text: string
        /** 1 | 2 */ margin_type: number
        show_visitor_name: boolean
        force_by_admin: boolean
        show_text: boolean
        force_by_space_admin: boolean
      }
      co_auth_list?: { type?: number; userid?: string; departmentid?: number; auth?: number }[]
    }
  }
  /** Page 95856 of 2025-04-24: https://developer.work.weixin.qq.com/document/path/95856 */
  'POST /cgi-bin/wedrive/mng_capacity': {
    json?: Record<string, never>
    data: {
      total_capacity_for_all: number | string
      total_capacity_for_vip: number | string
      rest_capacity_for_all?: number
      rest_capacity_for_vip?: number
    }
  }
  /** Page 95856 of 2025-04-24: https://developer.work.weixin.qq.com/document/path/95856 */
  'POST /cgi-bin/wedrive/mng_pro_info': {
    json?: { userid?: string | undefined }
    data: {
      is_pro: boolean
      total_vip_acct_num: number
      use_vip_acct_num: number
      pro_expire_time?: number
    }
  }
  /** Page 97878 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97878 */
  'POST /cgi-bin/wedrive/new_space_info': {
    json: { spaceid: string }
    data: {
      space_info: {
        spaceid: string
        space_name: string
        auth_list: {
          auth_info: { type: number; userid?: string; auth: number; departmentid?: number }[]
          quit_userid: string[]
        }
        space_sub_type: number
        secure_setting: {
          enable_watermark: boolean
          add_member_only_admin?: boolean
          enable_share_url?: boolean
          share_url_no_approve: boolean
          share_url_no_approve_default_auth: number
          enable_share_external?: boolean
          enable_share_external_admin?: boolean
          enable_space_add_external_member?: boolean
          enable_space_add_external_member_admin?: boolean
          enable_confidential_mode: boolean
          default_file_scope: number
          create_file_only_admin?: boolean
          ban_share_external?: boolean
        }
      }
    }
  }
  /** Page 93656 of 2025-05-28: https://developer.work.weixin.qq.com/document/path/93656 */
  'POST /cgi-bin/wedrive/space_acl_add': {
    json: {
      spaceid: string
      auth_info: readonly {
        /** 1 | 2 */ type: number
        userid?: string | undefined
        /** 1 | 7 */ auth: number
        departmentid?: number | undefined
      }[]
    }
    data: object
  }
  /** Page 97875 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/97875 */
  'POST /cgi-bin/wedrive/space_acl_del': {
    json: {
      spaceid: string
      auth_info: readonly {
        /** 1 | 2 */ type: number
        userid?: string | undefined
        departmentid?: number | undefined
      }[]
    }
    data: object
  }
  /** Page 93655 of 2024-07-19: https://developer.work.weixin.qq.com/document/path/93655 */
  'POST /cgi-bin/wedrive/space_create': {
    json: {
      space_name: string
      auth_info?: readonly {
        /** 1 | 2 */ type?: number | undefined
        userid?: string | undefined
        /** 1 | 4 | 7 */ auth?: number | undefined
        departmentid?: number | undefined
      }[] | undefined
      space_sub_type?: number | undefined
    }
    data: { spaceid: string }
  }
  /** Page 97857 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97857 */
  'POST /cgi-bin/wedrive/space_dismiss': {
    json: { spaceid: string }
    data: object
  }
  /** Page 97858 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97858 */
  'POST /cgi-bin/wedrive/space_info': {
    json: { spaceid: string }
    data: {
      space_info: {
        spaceid: string
        space_name: string
        auth_list: {
          auth_info?: {
            /** 1 | 2 */ type: number
            userid?: string
            auth: number
            departmentid?: number
          }[]
          quit_userid?: string[]
        }
        space_sub_type: number
      }
    }
  }
  /** Page 97856 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97856 */
  'POST /cgi-bin/wedrive/space_rename': {
    json: { spaceid: string; space_name: string }
    data: object
  }
  /** Page 97876 of 2024-06-05: https://developer.work.weixin.qq.com/document/path/97876 */
  'POST /cgi-bin/wedrive/space_setting': {
    json: {
      spaceid: string
      enable_watermark?: boolean | undefined
      share_url_no_approve?: boolean | undefined
      /** 1 | 2 | 4 | 5 | 200 */ share_url_no_approve_default_auth?: number | undefined
      enable_confidential_mode?: boolean | undefined
      default_file_scope?: number | undefined
      ban_share_external?: boolean | undefined
    }
    data: object
  }
  /** Page 97877 of 2022-12-01: https://developer.work.weixin.qq.com/document/path/97877 */
  'POST /cgi-bin/wedrive/space_share': {
    json: { spaceid: string }
    data: { space_share_url: string }
  }
  /** Page 99512 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99512 */
  'POST /cgi-bin/wedrive/vip/batch_add': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { succ_userid_list?: string[]; fail_userid_list?: string[] }
  }
  /** Page 99513 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99513 */
  'POST /cgi-bin/wedrive/vip/batch_del': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { succ_userid_list?: string[]; fail_userid_list?: string[] }
  }
  /** Page 99514 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99514 */
  'POST /cgi-bin/wedrive/vip/list': {
    json?: {
      cursor?: string | undefined
      /** at most 200 */ limit?: number | undefined
    }
    data: { has_more: boolean; next_cursor?: string; userid_list: string[] }
  }
}
