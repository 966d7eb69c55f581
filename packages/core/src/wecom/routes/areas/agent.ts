/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** App settings and menu · 应用管理: 11 routes. */
export interface AgentRoutes {
  /** Page 92535 of 2024-10-18: https://developer.work.weixin.qq.com/document/path/92535 */
  'POST /cgi-bin/agent/batch_set_workbench_data': {
    json: {
      agentid: number
      /** at most 1000 items */ userid_list: readonly string[]
      data: {
        type: string
        keydata?: {
          items: readonly {
            key?: string | undefined
            data: string
            jump_url?: string | undefined
            pagepath?: string | undefined
          }[]
        } | undefined
        image?: {
          url?: string | undefined
          jump_url?: string | undefined
          pagepath?: string | undefined
        } | undefined
        list?: {
          items?: readonly {
            title?: string | undefined
            jump_url?: string | undefined
            pagepath?: string | undefined
          }[] | undefined
        } | undefined
        webview?: {
          url?: string | undefined
          jump_url?: string | undefined
          pagepath?: string | undefined
          height?: string | undefined
          hide_title?: boolean | undefined
          enable_webview_click?: boolean | undefined
        } | undefined
      }
    }
    data: object
  }
  /** Page 90227 of 2023-10-31: https://developer.work.weixin.qq.com/document/path/90227 */
  'GET /cgi-bin/agent/get': {
    query: { agentid: number }
    data: {
      agentid: number
      name: string
      square_logo_url: string
      description: string
      allow_userinfos: { user: { userid: string }[] }
      allow_partys: { partyid: number[] }
      allow_tags: { tagid: number[] }
      /** 0 | 1 */ close: number
      redirect_domain?: string
      /** 0 | 1 */ report_location_flag: number
      /** 0 | 1 */ isreportenter: number
      home_url?: string
      /** 0 | 1 | 2 | 3 */ customized_publish_status?: number
    }
  }
  /** Page 92535 of 2024-10-18: https://developer.work.weixin.qq.com/document/path/92535 */
  'POST /cgi-bin/agent/get_workbench_data': {
    json: { agentid: number; userid: string }
    data: {
      data?: {
        type?: string
        keydata?: { items?: { key?: string; data?: string; jump_url?: string }[] }
      }
    }
  }
  /** Page 92535 of 2024-10-18: https://developer.work.weixin.qq.com/document/path/92535 */
  'POST /cgi-bin/agent/get_workbench_template': {
    json: { agentid: number }
    data: {
      type: string
      image?: { url?: string; jump_url?: string; pagepath?: string }
      replace_user_data: boolean
      keydata?: { items?: { key?: string; data?: string; jump_url?: string; pagepath?: string }[] }
      list?: { items?: { title?: string; jump_url?: string; pagepath?: string }[] }
      webview?: {
        url?: string
        jump_url?: string
        pagepath?: string
        height?: string
        hide_title?: boolean
        enable_webview_click?: boolean
      }
    }
  }
  /** Page 90227 of 2023-10-31: https://developer.work.weixin.qq.com/document/path/90227 */
  'GET /cgi-bin/agent/list': {
    data: { agentlist: { agentid: number; name: string; square_logo_url: string }[] }
  }
  /** Page 90228 of 2021-06-24: https://developer.work.weixin.qq.com/document/path/90228 */
  'POST /cgi-bin/agent/set': {
    json: {
      agentid: number
      /** 0 | 1 */ report_location_flag?: number | undefined
      logo_mediaid?: string | undefined
      /** at most 32 characters */ name?: string | undefined
      description?: string | undefined
      redirect_domain?: string | undefined
      /** 0 | 1 */ isreportenter?: number | undefined
      home_url?: string | undefined
    }
    data: object
  }
  /** Page 92535 of 2024-10-18: https://developer.work.weixin.qq.com/document/path/92535 */
  'POST /cgi-bin/agent/set_workbench_data': {
    json: {
      agentid: number
      userid: string
      type: string
      keydata?: {
        items: readonly {
          key?: string | undefined
          data: string
          jump_url?: string | undefined
          pagepath?: string | undefined
        }[]
      } | undefined
      image?: { url?: string | undefined; jump_url?: string | undefined; pagepath?: string | undefined } | undefined
      list?: {
        items?: readonly {
          title?: string | undefined
          jump_url?: string | undefined
          pagepath?: string | undefined
        }[] | undefined
      } | undefined
      webview?: {
        url?: string | undefined
        jump_url?: string | undefined
        pagepath?: string | undefined
        height?: string | undefined
        hide_title?: boolean | undefined
        enable_webview_click?: boolean | undefined
      } | undefined
    }
    data: object
  }
  /** Page 92535 of 2024-10-18: https://developer.work.weixin.qq.com/document/path/92535 */
  'POST /cgi-bin/agent/set_workbench_template': {
    json: {
      agentid: number
      type: string
      image?: { url?: string | undefined; jump_url?: string | undefined; pagepath?: string | undefined } | undefined
      replace_user_data?: boolean | undefined
      keydata?: {
        items?: readonly {
          key?: string | undefined
          data?: string | undefined
          jump_url?: string | undefined
          pagepath?: string | undefined
        }[] | undefined
      } | undefined
      list?: {
        items?: readonly {
          title?: string | undefined
          jump_url?: string | undefined
          pagepath?: string | undefined
        }[] | undefined
      } | undefined
      webview?: {
        url?: string | undefined
        jump_url?: string | undefined
        pagepath?: string | undefined
        height?: string | undefined
        hide_title?: boolean | undefined
        enable_webview_click?: boolean | undefined
      } | undefined
    }
    data: object
  }
  /** Page 90231 of 2021-03-18: https://developer.work.weixin.qq.com/document/path/90231 */
  'POST /cgi-bin/menu/create': {
    query: { agentid: number }
    json: {
      button: readonly {
        type?: string | undefined
        /** at most 16 bytes */ name: string
        /** at most 128 bytes */ key?: string | undefined
        sub_button?: readonly {
          type: string
          name: string
          /** at most 1024 bytes */ url?: string | undefined
          key?: string | undefined
          sub_button?: readonly unknown[] | undefined
          pagepath?: string | undefined
          appid?: string | undefined
        }[] | undefined
        url?: string | undefined
        appid?: string | undefined
        pagepath?: string | undefined
      }[]
    }
    data: object
  }
  /** Page 90233 of 2019-02-28: https://developer.work.weixin.qq.com/document/path/90233 */
  'GET /cgi-bin/menu/delete': {
    query: { agentid: number }
    data: object
  }
  /** Page 90232 of 2019-02-28: https://developer.work.weixin.qq.com/document/path/90232 */
  'GET /cgi-bin/menu/get': {
    query: { agentid: number }
    data: {
      button?: {
        type?: string
        /** at most 16 bytes */ name?: string
        /** at most 128 bytes */ key?: string
        sub_button?: {
          type?: string
          name?: string
          /** at most 1024 bytes */ url?: string
          key?: string
          sub_button?: unknown[]
          pagepath?: string
          appid?: string
        }[]
        url?: string
        appid?: string
        pagepath?: string
      }[]
    }
  }
}
