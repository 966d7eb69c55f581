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
  /** Name of the app that made it by API and alone may change it. @default none: made by an admin, for contacts-sync */
  owner?: string
}
