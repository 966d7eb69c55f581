/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** School and parents · 家校沟通: 29 routes. */
export interface SchoolRoutes {
  /** Page 92323 of 2020-01-12: https://developer.work.weixin.qq.com/document/path/92323 */
  'POST /cgi-bin/externalcontact/convert_to_openid': {
    json: { external_userid: string }
    data: { openid: string }
  }
  /** Page 92318 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92318 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/externalcontact/get_subscribe_mode': {
    data: {
      /** 1 | 2 */ subscribe_mode: number
    }
  }
  /** Page 92320 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92320 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/externalcontact/get_subscribe_qr_code': {
    data: { qrcode_big: string; qrcode_middle: string; qrcode_thumb: string }
  }
  /** Page 92318 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92318 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalcontact/set_subscribe_mode': {
    json: {
      /** 1 | 2 */ subscribe_mode: number
    }
    data: object
  }
  /** Page 94895 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/94895 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/agent/get_allow_scope': {
    query: { agentid: number }
    data: { allow_scope: { students: { userid?: string[] }; departments: { partyid?: number[] } } }
  }
  /** Page 92340 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92340 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/department/create': {
    json: {
      /** at most 32 characters */ name?: string | undefined
      parentid: number
      id?: number | undefined
      /** 1 | 2 | 3 | 4 */ type: number
      register_year?: number | undefined
      standard_grade?: number | undefined
      order?: number | undefined
      department_admins?: readonly {
        /** at most 64 bytes */ userid: string
        /** 1 | 2 | 3 | 4 | 5 */ type: number
        /** at most 15 characters */ subject?: string | undefined
      }[] | undefined
    }
    data: { id: number }
  }
  /** Page 92342 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92342 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/department/delete': {
    query?: { id?: number | undefined }
    data: object
  }
  /** Page 92343 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92343 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/department/list': {
    query?: { id?: number | undefined }
    data: {
      departments: {
        name: string
        parentid: number
        id: number
        /** 1 | 2 | 3 | 4 | 5 */ type: number
        register_year?: number
        standard_grade?: number
        order?: number
        department_admins: {
          userid: string
          /** 1 | 2 | 3 | 4 | 5 */ type: number
          subject?: string
        }[]
        /** 0 | 1 */ is_graduated?: number
        /** 0 | 1 */ open_group_chat?: number
        group_chat_id?: number | string
      }[]
    }
  }
  /** Page 92341 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92341 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/department/update': {
    json: {
      /** at most 32 characters */ name?: string | undefined
      parentid?: number | undefined
      id: number
      register_year?: number | undefined
      standard_grade?: number | undefined
      order?: number | undefined
      new_id?: number | undefined
      department_admins?: readonly {
        /** 0 | 1 */ op: number
        /** at most 64 bytes */ userid: string
        /** 1 | 2 | 3 | 4 | 5 */ type?: number | undefined
        /** at most 15 characters */ subject?: string | undefined
      }[] | undefined
    }
    data: object
  }
  /** Page 92430 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92430 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/get_chat_create_mode': {
    data: {
      /** 0 | 1 */ create_mode?: number
    }
  }
  /** Page 95791 of 2022-06-07: https://developer.work.weixin.qq.com/document/path/95791 */
  'GET /cgi-bin/school/getuserinfo': {
    query: {
      /** at most 512 bytes */ code: string
    }
    data: { DeviceId?: string; parent_userid?: string; student_userid?: string }
  }
  /** Page 92345 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92345 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/set_arch_sync_mode': {
    json: {
      /** 1 | 2 | 3 */ arch_sync_mode: number
    }
    data: object
  }
  /** Page 92430 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92430 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/set_chat_create_mode': {
    json: {
      /** 0 | 1 */ create_mode: number
    }
    data: object
  }
  /** Page 92949 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92949 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/set_upgrade_info': {
    json?: { upgrade_time?: number | undefined; upgrade_switch?: number | undefined }
    data: { next_upgrade_time: number }
  }
  /** Page 92334 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92334 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/batch_create_parent': {
    json: {
      /** at most 100 items */ parents: readonly {
        /** at most 64 bytes */ parent_userid: string
        mobile: string
        to_invite?: boolean | undefined
        /** at most 10 items */ children: readonly {
          student_userid: string
          /** at most 32 bytes */ relation: string
        }[]
      }[]
    }
    data: { result_list: { parent_userid: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92328 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92328 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/batch_create_student': {
    json: {
      /** at most 100 items */ students: readonly {
        /** at most 64 bytes */ student_userid: string
        mobile?: string | undefined
        to_invite?: boolean | undefined
        /** at most 32 characters */ name: string
        /** at most 20 items */ department: readonly number[]
      }[]
    }
    data: { result_list: { student_userid: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92335 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92335 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/batch_delete_parent': {
    json: {
      /** at most 100 items */ useridlist: readonly string[]
    }
    data: { result_list: { parent_userid: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92329 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92329 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/batch_delete_student': {
    json: {
      /** at most 100 items */ useridlist: readonly string[]
    }
    data: { result_list: { student_userid: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92336 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92336 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/batch_update_parent': {
    json?: {
      /** at most 100 items */ parents?: readonly {
        /** at most 64 bytes */ parent_userid: string
        new_parent_userid?: string | undefined
        mobile?: string | undefined
        /** at most 10 items */ children?: readonly {
          student_userid: string
          /** at most 32 bytes */ relation: string
        }[] | undefined
      }[] | undefined
    }
    data: { result_list: { parent_userid: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92330 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92330 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/batch_update_student': {
    json?: {
      /** at most 100 items */ students?: readonly {
        /** at most 64 bytes */ student_userid: string
        mobile?: string | undefined
        new_student_userid?: string | undefined
        /** at most 32 characters */ name?: string | undefined
        /** at most 20 items */ department?: readonly number[] | undefined
      }[] | undefined
    }
    data: { result_list: { student_userid: string; errcode: number; errmsg: string }[] }
  }
  /** Page 92331 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92331 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/create_parent': {
    json: {
      /** at most 64 bytes */ parent_userid: string
      mobile: string
      to_invite?: boolean | undefined
      /** at most 10 items */ children: readonly {
        student_userid: string
        /** at most 32 bytes */ relation: string
      }[]
    }
    data: object
  }
  /** Page 92325 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92325 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/create_student': {
    json: {
      /** at most 64 bytes */ student_userid: string
      mobile?: string | undefined
      to_invite?: boolean | undefined
      /** at most 32 characters */ name: string
      /** at most 20 items */ department: readonly number[]
    }
    data: object
  }
  /** Page 92332 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92332 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/user/delete_parent': {
    query: { userid: string }
    data: object
  }
  /** Page 92326 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92326 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/user/delete_student': {
    query: { userid: string }
    data: object
  }
  /** Page 92337 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92337 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/user/get': {
    query: {
      /** at most 64 bytes */ userid: string
    }
    data: {
      /** 1 | 2 */ user_type: number
      student?: {
        student_userid: string
        name: string
        department: number[]
        parents: {
          parent_userid: string
          relation: string
          mobile?: string
          is_subscribe: number
          external_userid?: string
        }[]
      }
      parent?: {
        parent_userid: string
        mobile?: string
        /** 0 | 1 */ is_subscribe: number
        external_userid?: string
        children: { student_userid: string; relation: string; name?: string }[]
      }
    }
  }
  /** Page 92338 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92338 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/user/list': {
    query: { department_id: number; fetch_child?: boolean | undefined }
    data: {
      students: {
        student_userid: string
        name: string
        department: number[]
        parents: {
          parent_userid: string
          relation: string
          mobile?: string
          is_subscribe: number
          external_userid?: string
        }[]
      }[]
    }
  }
  /** Page 92446 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/92446 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/school/user/list_parent': {
    query: { department_id: number }
    data: {
      parents: {
        parent_userid: string
        mobile?: string
        /** 0 | 1 */ is_subscribe: number
        external_userid?: string
        children: { student_userid: string; relation: string; name?: string }[]
      }[]
    }
  }
  /** Page 92333 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92333 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/update_parent': {
    json: {
      /** at most 64 bytes */ parent_userid: string
      new_parent_userid?: string | undefined
      mobile?: string | undefined
      /** at most 10 items */ children?: readonly {
        student_userid: string
        /** at most 32 bytes */ relation: string
      }[] | undefined
    }
    data: object
  }
  /** Page 92327 of 2024-08-22: https://developer.work.weixin.qq.com/document/path/92327 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/school/user/update_student': {
    json: {
      /** at most 64 bytes */ student_userid: string
      mobile?: string | undefined
      new_student_userid?: string | undefined
      /** at most 32 characters */ name?: string | undefined
      /** at most 20 items */ department?: readonly number[] | undefined
    }
    data: object
  }
}
