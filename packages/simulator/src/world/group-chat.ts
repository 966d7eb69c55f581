/**
 * A group chat that an app made.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90245
 */
export interface GroupChat {
  readonly chatid: string
  readonly name: string
  readonly owner: string
  readonly userlist: readonly string[]
  /** Name of the app that made it and alone may use it. */
  readonly app: string
}

/** A group robot: whoever knows its key sends messages to its group. */
export interface Robot {
  name: string
  key: string
}
