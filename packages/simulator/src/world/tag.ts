/**
 * A tag: members named one by one, and whole departments.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90213
 */
export interface Tag {
  tagid: number
  tagname: string
  /** Userids. */
  userlist: readonly string[]
  /** Department ids. */
  partylist: readonly number[]
}
