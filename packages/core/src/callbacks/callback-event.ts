import type { AppEvent, AppEventBase } from './app-event.ts'
import type { ExternalEvent } from './external-event.ts'
import type { CallbackBase } from './fields.ts'

/** A custom attribute in a contacts event. */
export interface CallbackAttribute {
  name: string
  type: 'text' | 'link'
  /** The text, or the title of the link. */
  value?: string
  /** Target of a link. */
  url?: string
}

/**
 * A member was created or changed. Callback URLs set or changed after 2022-08-15 get `userId` and `departmentIds`
 * (and `newUserId`) only, so take it as a hint to read the member again. A changed field that is now empty is `''`.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90970
 */
export interface UserChangedEvent extends CallbackBase {
  type: 'create_user' | 'update_user'
  userId: string
  /** Only when the member was renamed. */
  newUserId?: string
  name?: string
  departmentIds?: number[]
  mainDepartmentId?: number
  /** Whether the member leads each of `departmentIds`, in their order. */
  isLeaderInDepartment?: boolean[]
  directLeaderIds?: string[]
  position?: string
  mobile?: string
  gender?: 'male' | 'female'
  email?: string
  businessEmail?: string
  status?: 'active' | 'disabled' | 'pending' | 'left' | 'unknown'
  avatarUrl?: string
  alias?: string
  telephone?: string
  address?: string
  attributes?: CallbackAttribute[]
}

/** A member was deleted. @see https://developer.work.weixin.qq.com/document/path/90970 */
export interface UserDeletedEvent extends CallbackBase {
  type: 'delete_user'
  userId: string
}

/** A department was created or changed; only what changed is there. @see https://developer.work.weixin.qq.com/document/path/90971 */
export interface DepartmentChangedEvent extends CallbackBase {
  type: 'create_party' | 'update_party'
  departmentId: number
  name?: string
  parentId?: number
  order?: number
}

/** A department was deleted. @see https://developer.work.weixin.qq.com/document/path/90971 */
export interface DepartmentDeletedEvent extends CallbackBase {
  type: 'delete_party'
  departmentId: number
}

/** Members or departments entered or left a tag. @see https://developer.work.weixin.qq.com/document/path/90972 */
export interface TagChangedEvent extends CallbackBase {
  type: 'update_tag'
  tagId: number
  addedUserIds: string[]
  removedUserIds: string[]
  addedDepartmentIds: number[]
  removedDepartmentIds: number[]
}

/** One of the seven changes of the contacts. Narrowed to a member or department it fits `directory.invalidate`. */
export type ContactEvent =
  | UserChangedEvent
  | UserDeletedEvent
  | DepartmentChangedEvent
  | DepartmentDeletedEvent
  | TagChangedEvent

/** What every message of a member carries. */
export interface MessageBase extends CallbackBase {
  /** As text: it has 19 digits, more than a number holds. */
  messageId: string
}

/** A member's text. @see https://developer.work.weixin.qq.com/document/path/90239 */
export interface TextMessageEvent extends MessageBase {
  type: 'text'
  content: string
}

/** A member's image. */
export interface ImageMessageEvent extends MessageBase {
  type: 'image'
  pictureUrl: string
  /** Valid for 3 days. */
  mediaId: string
}

/** A member's voice recording. */
export interface VoiceMessageEvent extends MessageBase {
  type: 'voice'
  /** Valid for 3 days. */
  mediaId: string
  /** Such as `amr`. */
  format: string
}

/** A member's video. */
export interface VideoMessageEvent extends MessageBase {
  type: 'video'
  /** Valid for 3 days. */
  mediaId: string
  thumbnailMediaId: string
}

/** A member's place. */
export interface LocationMessageEvent extends MessageBase {
  type: 'location'
  latitude: number
  longitude: number
  label: string
}

/** A member's link. */
export interface LinkMessageEvent extends MessageBase {
  type: 'link'
  title: string
  description: string
  url: string
  pictureUrl: string
}

/** A message of a member to the app. */
export type MessageEvent =
  | TextMessageEvent
  | ImageMessageEvent
  | VoiceMessageEvent
  | VideoMessageEvent
  | LocationMessageEvent
  | LinkMessageEvent

/** Any other event, such as a change of the contacts without its id, a calendar's or a meeting's. Use `raw`. */
export interface OtherEvent extends AppEventBase {
  type: 'event'
}

/** Something this package has no name for. Use `raw`. */
export interface UnknownCallback extends CallbackBase {
  type: 'unknown'
}

/** A parsed callback, discriminated by `type`. */
export type CallbackEvent =
  | ContactEvent
  | MessageEvent
  | AppEvent
  | ExternalEvent
  | OtherEvent
  | UnknownCallback
