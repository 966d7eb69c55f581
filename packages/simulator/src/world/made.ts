import type { MadeApprovals } from './approvals.ts'
import type { CustomerTagGroup } from './customer-tags.ts'
import type { MadeCustomer } from './customers.ts'
import type { GroupChat } from './group-chat.ts'

/** The menu of an app. */
export interface MadeMenu {
  agentId: number
  button: readonly unknown[]
}

/** What apps and people make while a simulator runs; a seed written by hand needs none of it. */
export interface Made extends MadeApprovals {
  /** When there, instead of the customers among the outsiders. */
  customers?: readonly MadeCustomer[]
  customerTags?: readonly CustomerTagGroup[]
  /** 联系我, each with its `config_id`. */
  contactWays?: readonly Readonly<Record<string, unknown>>[]
  chats?: readonly GroupChat[]
  menus?: readonly MadeMenu[]
}
