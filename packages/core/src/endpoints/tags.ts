import type { CallOptions, RequestFunction } from './request.ts'
import { checkId } from './check-argument.ts'
import { expectList } from './expect-list.ts'

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
}

/** Binds the tags' endpoints to a client's `request`. */
export function createTagsApi(request: RequestFunction): TagsApi {
  return {
    async list(options) {
      const { data } = await request<{ taglist?: Tag[] }>('GET /cgi-bin/tag/list', options)
      return expectList(data.taglist, 'taglist', '/cgi-bin/tag/list')
    },
    async get(id, options) {
      const init = { ...options, query: { tagid: checkId(id, 'id') } }
      return (await request<TagMembers>('GET /cgi-bin/tag/get', init)).data
    },
  }
}
