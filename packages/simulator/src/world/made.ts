import type { Approval, ApprovalTemplate } from './approvals.ts'
import type { CustomerTagGroup } from './customer-tags.ts'
import type { Follow } from './customers.ts'
import type { GroupChat } from './group-chat.ts'

/** A customer with everybody who serves them. */
export interface MadeCustomer {
  externalUserid: string
  name: string
  follows: readonly Follow[]
}

/** The menu of an app. */
export interface MadeMenu {
  agentId: number
  button: readonly unknown[]
}

/** What apps and people make while a simulator runs; a seed written by hand needs none of it. */
export interface Made {
  /** When there, instead of the customers among the outsiders. */
  customers?: readonly MadeCustomer[]
  customerTags?: readonly CustomerTagGroup[]
  /** 联系我, each with its `config_id`. */
  contactWays?: readonly Readonly<Record<string, unknown>>[]
  approvalTemplates?: readonly ApprovalTemplate[]
  approvals?: readonly Approval[]
  chats?: readonly GroupChat[]
  menus?: readonly MadeMenu[]
}
