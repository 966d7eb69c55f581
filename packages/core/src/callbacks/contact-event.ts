import { gender, status } from '../wecom/member-values.ts'
import { assignDefined } from '../internal/assign-defined.ts'
import type {
  CallbackAttribute,
  ContactEvent,
  DepartmentChangedEvent,
  TagChangedEvent,
  UserChangedEvent,
} from './callback-event.ts'
import {
  integerField,
  integersField,
  listField,
  nestedField,
  repeatedField,
  textField,
  type CallbackFields,
  type CallbackBase,
} from './fields.ts'

/** Types a change of the contacts; undefined when it is none we know, or has no id. */
export function contactEvent(base: CallbackBase): ContactEvent | undefined {
  const fields = base.raw
  const userId = textField(fields, 'UserID')
  const departmentId = integerField(fields, 'Id')
  const tagId = integerField(fields, 'TagId')
  const type = textField(fields, 'ChangeType') ?? ''
  switch (type) {
    case 'create_user':
    case 'update_user':
      return userId === undefined ? undefined : userChanged({ ...base, type, userId })
    case 'delete_user':
      return userId === undefined ? undefined : { ...base, type, userId }
    case 'create_party':
    case 'update_party':
      return departmentId === undefined ? undefined : departmentChanged({ ...base, type, departmentId })
    case 'delete_party':
      return departmentId === undefined ? undefined : { ...base, type, departmentId }
    case 'update_tag':
      return tagId === undefined ? undefined : tagChanged(base, tagId)
    default:
      return undefined
  }
}

function userChanged(event: UserChangedEvent): UserChangedEvent {
  const fields = event.raw
  return assignDefined(event, {
    newUserId: textField(fields, 'NewUserID'),
    name: textField(fields, 'Name'),
    departmentIds: integersField(fields, 'Department'),
    mainDepartmentId: integerField(fields, 'MainDepartment'),
    isLeaderInDepartment: listField(fields, 'IsLeaderInDept')?.map((flag) => flag === '1'),
    directLeaderIds: listField(fields, 'DirectLeader'),
    position: textField(fields, 'Position'),
    mobile: textField(fields, 'Mobile'),
    gender: gender(fields['Gender']),
    email: textField(fields, 'Email'),
    businessEmail: textField(fields, 'BizMail'),
    status: fields['Status'] === undefined ? undefined : status(fields['Status']),
    avatarUrl: textField(fields, 'Avatar'),
    alias: textField(fields, 'Alias'),
    telephone: textField(fields, 'Telephone'),
    address: textField(fields, 'Address'),
    attributes: attributesOf(fields),
  })
}

function attributesOf(fields: CallbackFields): CallbackAttribute[] | undefined {
  const attributes = nestedField(fields, 'ExtAttr')
  return attributes && repeatedField(attributes, 'Item').map(attributeOf)
}

function attributeOf(item: CallbackFields): CallbackAttribute {
  const name = textField(item, 'Name') ?? ''
  const text = nestedField(item, 'Text')
  const link = nestedField(item, 'Web')
  const attribute: CallbackAttribute = { name, type: link === undefined ? 'text' : 'link' }
  return assignDefined(attribute, {
    value: link === undefined ? text && textField(text, 'Value') : textField(link, 'Title'),
    url: link && textField(link, 'Url'),
  })
}

function departmentChanged(event: DepartmentChangedEvent): DepartmentChangedEvent {
  return assignDefined(event, {
    name: textField(event.raw, 'Name'),
    parentId: integerField(event.raw, 'ParentId'),
    order: integerField(event.raw, 'Order'),
  })
}

function tagChanged(base: CallbackBase, tagId: number): TagChangedEvent {
  return {
    ...base,
    type: 'update_tag',
    tagId,
    addedUserIds: listField(base.raw, 'AddUserItems') ?? [],
    removedUserIds: listField(base.raw, 'DelUserItems') ?? [],
    addedDepartmentIds: integersField(base.raw, 'AddPartyItems') ?? [],
    removedDepartmentIds: integersField(base.raw, 'DelPartyItems') ?? [],
  }
}
