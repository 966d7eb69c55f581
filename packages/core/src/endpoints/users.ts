import type { CallOptions, RequestFunction, RouteAnswer, RouteJson } from './request.ts'
import { row } from '../options/option-row.ts'
import {
  checkArgument,
  checkId,
  checkList,
  checkObject,
  checkText,
  expectRows,
  expectText,
} from './checks.ts'
import { listUserIds, type ListIdsOptions, type UserIdList } from './list-user-ids.ts'

/** One custom attribute of a member: a text (`type` 0), a link (1) or a mini program (2). */
export interface UserAttribute {
  /** 0 text, 1 link, 2 mini program; absent in a very old form that has `value` instead. */
  type?: number
  name: string
  text?: { value: string }
  web?: { url: string; title: string }
  miniprogram?: { appid: string; pagepath: string; title: string }
  /** The very old form. */
  value?: string
}

/** How a member appears to external contacts. */
export interface ExternalProfile {
  external_corp_name?: string
  wechat_channels?: { nickname: string; status?: number }
  external_attr?: UserAttribute[]
}

/**
 * A member, with WeCom's own field names.
 *
 * Since 2022-06-20 newly created apps do not receive `avatar`, `gender`, `mobile`, `email`, `biz_mail`, `qr_code` and
 * `address` from the contacts API: they are absent or empty (gender `"0"`). Ask the member for them with
 * `scope: 'snsapi_privateinfo'` and read them with {@link AuthApi.getUserDetail}. Unknown fields are kept.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90196
 */
export interface User {
  /** Unique in the corp; compared without regard to case. */
  userid: string
  name: string
  /** Visible departments the member belongs to. */
  department?: number[]
  /** Sort values, parallel to `department`; up to 2^32-1, larger comes first. */
  order?: number[]
  /** 1 where the member leads, parallel to `department`. */
  is_leader_in_dept?: number[]
  /** Userids of the direct superiors the app may see. */
  direct_leader?: string[]
  /** Absent when the main department is outside the visible range. */
  main_department?: number
  position?: string
  /** Withheld from apps created since 2022-06-20. */
  mobile?: string
  /** `"0"` unknown or withheld, `"1"` male, `"2"` female. Withheld from apps created since 2022-06-20. */
  gender?: string | number
  /** Withheld from apps created since 2022-06-20. */
  email?: string
  /** Company mail. Withheld from apps created since 2022-06-20. */
  biz_mail?: string
  /** Withheld from apps created since 2022-06-20. */
  avatar?: string
  thumb_avatar?: string
  telephone?: string
  alias?: string
  english_name?: string
  /** Withheld from apps created since 2022-06-20. */
  address?: string
  open_userid?: string
  extattr?: { attrs?: UserAttribute[] }
  /** 1 active, 2 disabled, 4 not activated, 5 left the corp. */
  status?: number
  /** Withheld from apps created since 2022-06-20. */
  qr_code?: string
  external_position?: string
  external_profile?: ExternalProfile
}

/** A member as user/simplelist answers. */
export interface SimpleUser {
  userid: string
  name: string
  department: number[]
  open_userid?: string
}

/** Kind of mail address for {@link UsersApi.idByEmail}: 1 company mail, 2 personal mail. */
export type EmailType = 1 | 2

/** A member to create. Without `mobile` and `email` WeCom answers 60129; without a department the member waits. */
export type NewUser = RouteJson<'POST /cgi-bin/user/create'>

/** What changes of a member; what is left out stays. */
export type UserChange = RouteJson<'POST /cgi-bin/user/update'>

/** Whom to invite to WeCom. */
export type Invitation = RouteJson<'POST /cgi-bin/batch/invite'>

/** The contacts API's members. */
export interface UsersApi {
  /**
   * One member. 60111 when there is none, or none the app may see.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90196
   * @example
   * ```ts
   * const user = await wecom.users.get('zhangsan')
   * ```
   */
  get(userid: string, options?: CallOptions): Promise<User>
  /**
   * The direct members of a department, with all fields the app may see. Sub-departments are not included.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90201
   */
  list(departmentId: number, options?: CallOptions): Promise<User[]>
  /**
   * The direct members of a department: userid, name and departments only.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90200
   */
  simpleList(departmentId: number, options?: CallOptions): Promise<SimpleUser[]>
  /**
   * Every (userid, department) pair of the corp, page by page. Needs the contacts-sync secret (48002 otherwise).
   *
   * @see https://developer.work.weixin.qq.com/document/path/96067
   * @example
   * ```ts
   * for await (const { userid, department } of contacts.users.listIds()) index(userid, department)
   * ```
   */
  listIds(options?: ListIdsOptions): UserIdList
  /**
   * The userid behind a mobile number; 46004 when there is none. More than 20 % wrong look-ups block the corp for a
   * day: never probe.
   *
   * @see https://developer.work.weixin.qq.com/document/path/95402
   */
  idByMobile(mobile: string, options?: CallOptions): Promise<string>
  /**
   * The userid behind a mail address; the same 20 % rule as {@link UsersApi.idByMobile}.
   *
   * @param type 1 company mail (default), 2 personal mail
   * @see https://developer.work.weixin.qq.com/document/path/95895
   */
  idByEmail(email: string, type?: EmailType, options?: CallOptions): Promise<string>
  /**
   * The openid WeChat Pay knows a member by; 43004 when no WeChat is bound.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90202
   */
  toOpenid(userid: string, options?: CallOptions): Promise<string>
  /**
   * The userid behind an openid.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90202
   */
  fromOpenid(openid: string, options?: CallOptions): Promise<string>
  /**
   * Creates a member. Needs the contacts-sync secret (48002 otherwise); 60102 when the userid is taken, 60104 the mobile
   * number.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90195
   * @example
   * ```ts
   * await contacts.users.create({ userid: 'zhaoliu', name: '赵六', mobile: '13800000000', department: [2] })
   * ```
   */
  create(user: NewUser, options?: CallOptions): Promise<RouteAnswer<'POST /cgi-bin/user/create'>>
  /**
   * Changes a member; what is left out stays. Needs the contacts-sync secret.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90197
   */
  update(change: UserChange, options?: CallOptions): Promise<void>
  /**
   * Deletes a member. Needs the contacts-sync secret; 60111 when there is none.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90198
   */
  delete(userid: string, options?: CallOptions): Promise<void>
  /**
   * Deletes up to 200 members. Needs the contacts-sync secret. Nothing is deleted when one userid is wrong.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90199
   */
  batchDelete(userids: readonly string[], options?: CallOptions): Promise<void>
  /**
   * Invites members who do not use WeCom yet, by userid, department or tag; at least one.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90975
   */
  invite(invitation: Invitation, options?: CallOptions): Promise<RouteAnswer<'POST /cgi-bin/batch/invite'>>
}

const mailType = row(
  '1 (company mail) or 2 (personal mail)',
  (value): value is EmailType => value === 1 || value === 2,
)

/** Binds the members' endpoints to a client's `request`. */
export function createUsersApi(request: RequestFunction): UsersApi {
  /** Trades one identifier for another: a POST that only reads. */
  const converted = async (
    endpoint: string,
    json: object,
    field: 'userid' | 'openid',
    options: CallOptions | undefined,
  ): Promise<string> => {
    const path = `/cgi-bin/${endpoint}` as const
    const init = { ...options, json, idempotent: true }
    const { data } = await request<{ userid?: string; openid?: string }>(`POST ${path}`, init)
    return expectText(data[field], field, path)
  }
  return {
    async get(userid, options) {
      const query = { userid: checkText(userid, 'userid') }
      const { data } = await request<User>('GET /cgi-bin/user/get', { ...options, query })
      expectText(data.userid, 'userid', '/cgi-bin/user/get', 'GET')
      return data
    },
    async list(departmentId, options) {
      const query = { department_id: checkId(departmentId, 'departmentId') }
      const { data } = await request<{ userlist?: User[] }>('GET /cgi-bin/user/list', { ...options, query })
      return expectRows(data.userlist, 'userlist', 'userid', '/cgi-bin/user/list')
    },
    async simpleList(departmentId, options) {
      const query = { department_id: checkId(departmentId, 'departmentId') }
      const { data } = await request<{ userlist?: SimpleUser[] }>('GET /cgi-bin/user/simplelist', {
        ...options,
        query,
      })
      return expectRows(data.userlist, 'userlist', 'userid', '/cgi-bin/user/simplelist')
    },
    listIds: (options) => listUserIds(request, options),
    async idByMobile(mobile, options) {
      return converted('user/getuserid', { mobile: checkText(mobile, 'mobile') }, 'userid', options)
    },
    async idByEmail(email, type = 1, options) {
      checkArgument('type', mailType, type)
      const json = { email: checkText(email, 'email'), email_type: type }
      return converted('user/get_userid_by_email', json, 'userid', options)
    },
    async toOpenid(userid, options) {
      return converted('user/convert_to_openid', { userid: checkText(userid, 'userid') }, 'openid', options)
    },
    async fromOpenid(openid, options) {
      return converted('user/convert_to_userid', { openid: checkText(openid, 'openid') }, 'userid', options)
    },
    async create(user, options) {
      const json = checkObject(user, 'users.create')
      const route = 'POST /cgi-bin/user/create'
      return (await request<RouteAnswer<typeof route>>(route, { ...options, json })).data
    },
    async update(change, options) {
      const json = checkObject(change, 'users.update')
      await request('POST /cgi-bin/user/update', { ...options, json })
    },
    async delete(userid, options) {
      const query = { userid: checkText(userid, 'userid') }
      await request('GET /cgi-bin/user/delete', { ...options, query })
    },
    async batchDelete(userids, options) {
      const json = { useridlist: checkList(userids, 'userids', 200) }
      await request('POST /cgi-bin/user/batchdelete', { ...options, json })
    },
    async invite(invitation, options) {
      const json = checkObject(invitation, 'users.invite')
      const route = 'POST /cgi-bin/batch/invite'
      return (await request<RouteAnswer<typeof route>>(route, { ...options, json })).data
    },
  }
}
