import { assignDefined } from '../internal/assign-defined.ts'
import type { AppEventBase } from './app-event.ts'
import type {
  CustomerChatEvent,
  CustomerEvent,
  CustomerLostEvent,
  CustomerTagEvent,
  ExternalEvent,
} from './external-event.ts'
import { integerField, nestedField, textField, textsField } from './fields.ts'

/** Types an event about customers; undefined when it is none we know, or has no id. */
export function readExternalEvent(base: AppEventBase): ExternalEvent | undefined {
  const change = textField(base.raw, 'ChangeType') ?? ''
  switch (base.event) {
    case 'change_external_contact':
      return customerEvent(base, change)
    case 'change_external_chat':
      return change === 'create' || change === 'update' || change === 'dismiss'
        ? chatEvent(base, change)
        : undefined
    case 'change_external_tag':
      return change === 'create' || change === 'update' || change === 'delete' || change === 'shuffle'
        ? tagEvent(base, change)
        : undefined
    default:
      return undefined
  }
}

function customerEvent(base: AppEventBase, type: string): CustomerEvent | CustomerLostEvent | undefined {
  const followUserId = textField(base.raw, 'UserID')
  const externalUserId = textField(base.raw, 'ExternalUserID')
  if (followUserId === undefined || externalUserId === undefined) return undefined
  switch (type) {
    case 'add_external_contact':
    case 'add_half_external_contact':
    case 'edit_external_contact':
      return assignDefined<CustomerEvent>(
        { ...base, type, followUserId, externalUserId },
        {
          state: textField(base.raw, 'State'),
          welcomeCode: textField(base.raw, 'WelcomeCode'),
        },
      )
    case 'del_external_contact':
    case 'del_follow_user':
    case 'transfer_fail':
      return assignDefined<CustomerLostEvent>(
        { ...base, type, followUserId, externalUserId },
        {
          source: textField(base.raw, 'Source'),
          failReason: textField(base.raw, 'FailReason'),
        },
      )
    default:
      return undefined
  }
}

function chatEvent(base: AppEventBase, change: CustomerChatEvent['change']): CustomerChatEvent | undefined {
  const chatId = textField(base.raw, 'ChatId')
  if (chatId === undefined) return undefined
  const members = nestedField(base.raw, 'MemChangeList')
  return assignDefined<CustomerChatEvent>(
    { ...base, type: 'change_external_chat', change, chatId },
    {
      detail: textField(base.raw, 'UpdateDetail'),
      memberIds: members && textsField(members, 'Item'),
    },
  )
}

function tagEvent(base: AppEventBase, change: CustomerTagEvent['change']): CustomerTagEvent {
  const tagType = textField(base.raw, 'TagType')
  return assignDefined<CustomerTagEvent>(
    { ...base, type: 'change_external_tag', change },
    {
      tagId: textField(base.raw, 'Id'),
      tagType: tagType === 'tag' || tagType === 'tag_group' ? tagType : undefined,
      strategyId: integerField(base.raw, 'StrategyId'),
    },
  )
}
