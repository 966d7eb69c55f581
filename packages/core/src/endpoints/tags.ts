import type { CallOptions, RequestFunction, Route } from './request.ts'
import { checkId, checkObject, checkText, expectList } from './checks.ts'

/** A tag (标签). */
export interface Tag {
  tagid: number
  tagname: string
}

/** A tag with the members and departments of it that the app may see. */
export interface TagMembers {
  tagname: string
  userlist: { userid: string; name: string }[]
  partylist: number[]
}

/** Who enters or leaves a tag: at most 1000 members and 100 departments. */
export interface TagMembersChange {
  userlist?: readonly string[] | undefined
  partylist?: readonly number[] | undefined
}

/** Who was not found, or may not be seen by the app. The others entered or left. */
export interface TagMembersResult {
  /** Userids, joined by `|`. */
  invalidlist?: string
  invalidparty?: number[]
}

/** The contacts API's tags. */
export interface TagsApi {
  /**
   * All tags: self-built apps and contacts-sync see every one.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90216
   */
  list(options?: CallOptions): Promise<Tag[]>
  /**
   * The visible members and departments of a tag. 40068 when there is no such tag.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90213
   */
  get(id: number, options?: CallOptions): Promise<TagMembers>
  /**
   * Creates a tag; only the app that made it, or contacts-sync, may change it later.
   *
   * @param tagid one of your own, which must be free. Default: made by WeCom
   * @see https://developer.work.weixin.qq.com/document/path/90210
   */
  create(tagname: string, tagid?: number, options?: CallOptions): Promise<{ tagid: number }>
  /**
   * Renames a tag.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90211
   */
  update(id: number, tagname: string, options?: CallOptions): Promise<void>
  /**
   * Deletes a tag; its members and departments stay.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90212
   */
  delete(id: number, options?: CallOptions): Promise<void>
  /**
   * Puts members and departments into a tag.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90214
   * @example
   * ```ts
   * const { tagid } = await wecom.tags.create('值班')
   * await wecom.tags.addUsers(tagid, { userlist: ['zhangsan'], partylist: [2] })
   * ```
   */
  addUsers(id: number, members: TagMembersChange, options?: CallOptions): Promise<TagMembersResult>
  /**
   * Takes members and departments out of a tag.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90215
   */
  removeUsers(id: number, members: TagMembersChange, options?: CallOptions): Promise<TagMembersResult>
}

/** Binds the tags' endpoints to a client's `request`. */
export function createTagsApi(request: RequestFunction): TagsApi {
  const change = async (
    route: Route,
    id: number,
    members: TagMembersChange,
    options: CallOptions | undefined,
  ): Promise<TagMembersResult> => {
    const json = { ...checkObject(members, 'tags.addUsers and removeUsers'), tagid: checkId(id, 'id') }
    return (await request<TagMembersResult>(route, { ...options, json, idempotent: true })).data
  }
  return {
    async list(options) {
      const { data } = await request<{ taglist?: Tag[] }>('GET /cgi-bin/tag/list', options)
      return expectList(data.taglist, 'taglist', '/cgi-bin/tag/list')
    },
    async get(id, options) {
      const init = { ...options, query: { tagid: checkId(id, 'id') } }
      return (await request<TagMembers>('GET /cgi-bin/tag/get', init)).data
    },
    async create(tagname, tagid, options) {
      const json = {
        tagname: checkText(tagname, 'tagname'),
        ...(tagid === undefined ? {} : { tagid: checkId(tagid, 'tagid') }),
      }
      return (await request<{ tagid: number }>('POST /cgi-bin/tag/create', { ...options, json })).data
    },
    async update(id, tagname, options) {
      const json = { tagid: checkId(id, 'id'), tagname: checkText(tagname, 'tagname') }
      await request('POST /cgi-bin/tag/update', { ...options, json, idempotent: true })
    },
    async delete(id, options) {
      const query = { tagid: checkId(id, 'id') }
      await request('GET /cgi-bin/tag/delete', { ...options, query })
    },
    addUsers: (id, members, options) => change('POST /cgi-bin/tag/addtagusers', id, members, options),
    removeUsers: (id, members, options) => change('POST /cgi-bin/tag/deltagusers', id, members, options),
  }
}
