/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Sign-in · 身份验证: 1 route. */
export interface MobileRoutes {
  /** Page 91193 of 2024-11-25: https://developer.work.weixin.qq.com/document/path/91193 */
  'GET /cgi-bin/user/getuserinfo': {
    query: { code: string }
    data: {
      UserId?: string
      OpenId?: string
      external_userid?: string
      DeviceId?: string
      parents?: { corpid?: string; parent_userid?: string }[]
    }
  }
}
