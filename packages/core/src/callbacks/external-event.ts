import type { AppEventBase } from './app-event.ts'

/** A member and a customer came to know each other, or part of it changed. */
export interface CustomerEvent extends AppEventBase {
  type: 'add_external_contact' | 'add_half_external_contact' | 'edit_external_contact'
  /** The member. Not `userId`, so that nobody takes these for news of the member. */
  followUserId: string
  /** The same person has another id for every caller: corp, app and service provider each have their own. */
  externalUserId: string
  /** Of the contact way or link they came by. */
  state?: string
  /** Works once, for 20 seconds, with externalcontact/send_welcome_msg. */
  welcomeCode?: string
}

/** A member removed a customer, a customer removed a member, or a customer did not pass to another member. */
export interface CustomerLostEvent extends AppEventBase {
  type: 'del_external_contact' | 'del_follow_user' | 'transfer_fail'
  /** The member. */
  followUserId: string
  externalUserId: string
  /** `DELETE_BY_TRANSFER` when the customer passed to another member. */
  source?: string
  /** `customer_refused` or `customer_limit_exceed`, of transfer_fail. */
  failReason?: string
}

/** A customers' group was made, changed or dissolved. */
export interface CustomerChatEvent extends AppEventBase {
  type: 'change_external_chat'
  change: 'create' | 'update' | 'dismiss'
  chatId: string
  /** `add_member`, `del_member`, `change_owner`, `change_name`, `change_notice`, of update. */
  detail?: string
  /** Who came or went, of update: userids and external_userids. */
  memberIds?: string[]
}

/** A tag for customers, or a group of them, was made, changed, deleted or moved. */
export interface CustomerTagEvent extends AppEventBase {
  type: 'change_external_tag'
  change: 'create' | 'update' | 'delete' | 'shuffle'
  /** Absent when all groups were moved. */
  tagId?: string
  tagType?: 'tag' | 'tag_group'
  strategyId?: number
}

/**
 * What happens to customers (客户联系).
 *
 * @see https://developer.work.weixin.qq.com/document/path/92130
 */
export type ExternalEvent = CustomerEvent | CustomerLostEvent | CustomerChatEvent | CustomerTagEvent
