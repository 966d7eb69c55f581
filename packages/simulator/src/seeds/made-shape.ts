import {
  anyObject,
  anything,
  anyText,
  integer,
  listOf,
  maybe,
  object,
  oneOf,
  type Shape,
  text,
} from '../shape/shape.ts'
import type {
  Approval,
  ApprovalNode,
  ApprovalStep,
  ApprovalTemplate,
  ApprovalText,
} from '../world/approvals.ts'
import type { CustomerTag, CustomerTagGroup } from '../world/customer-tags.ts'
import type { Follow } from '../world/customers.ts'
import type { GroupChat } from '../world/group-chat.ts'
import type { MadeCustomer } from '../world/customers.ts'
import type { Made, MadeMenu } from '../world/made.ts'

const count = integer(0)
const status = oneOf(1, 2, 3, 4)

const follow: Shape<Follow> = object<Follow>({
  userid: text,
  remark: anyText,
  description: anyText,
  createtime: count,
  tagIds: listOf(text),
  remarkCompany: anyText,
  remarkMobiles: listOf(anyText),
  addWay: count,
  state: maybe(anyText),
})

const tagGroup: Shape<CustomerTagGroup> = object<CustomerTagGroup>({
  id: text,
  name: text,
  order: count,
  createTime: count,
  app: text,
  tags: listOf(object<CustomerTag>({ id: text, name: text, order: count, createTime: count })),
})

const template: Shape<ApprovalTemplate> = object<ApprovalTemplate>({
  id: text,
  app: maybe(text),
  names: listOf(object<ApprovalText>({ text, lang: anyText })),
  content: anyObject,
})

const step: Shape<ApprovalStep> = object<ApprovalStep>({ userid: text, status, speech: anyText, at: count })

const approval: Shape<Approval> = object<Approval>({
  spNo: text,
  templateId: text,
  name: anyText,
  applyTime: count,
  userid: text,
  partyId: count,
  contents: listOf(anything),
  nodes: listOf(object<ApprovalNode>({ type: oneOf(1, 2, 3), relation: count, steps: listOf(step) })),
  status,
})

/** Checks the form of what was made while the recorded simulator ran. */
export const madeShape: Shape<Made> = object<Made>({
  customers: maybe(
    listOf(object<MadeCustomer>({ externalUserid: text, name: text, follows: listOf(follow) })),
  ),
  customerTags: maybe(listOf(tagGroup)),
  contactWays: maybe(listOf(anyObject)),
  approvalTemplates: maybe(listOf(template)),
  approvals: maybe(listOf(approval)),
  chats: maybe(
    listOf(
      object<GroupChat>({ chatid: text, name: anyText, owner: text, userlist: listOf(text), app: text }),
    ),
  ),
  menus: maybe(listOf(object<MadeMenu>({ agentId: count, button: listOf(anything) }))),
})
