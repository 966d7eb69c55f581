import type { ContactChange } from '../contacts/contact-change.ts'
import type { Department } from '../world/department.ts'
import type { Member } from '../world/member.ts'

/** A value of a pushed event: numbers are written plain, texts as CDATA, lists as repeated elements. */
export type EventValue = string | number | EventFields | readonly EventFields[]

/** The fields of a pushed event by their names on the wire. */
export interface EventFields {
  readonly [name: string]: EventValue
}

/** The form a callback URL gets: `short` if it was set or changed since 2022-08-15, `long` before. */
export type EventForm = 'short' | 'long'

/**
 * The fields of a change_contact event, or undefined when this form does not tell such a change: the short one says
 * nothing of a member but the userid and departments, and nothing of a department but its parent. With `everyEdit` an
 * edit that it keeps quiet about is told all the same, in the short form's fields.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90970
 * @see https://developer.work.weixin.qq.com/document/path/90971
 */
export function changeFields(
  change: ContactChange,
  form: EventForm,
  everyEdit: boolean,
): EventFields | undefined {
  const details = form === 'long' ? longFields(change) : shortFields(change, everyEdit)
  return details && { Event: 'change_contact', ChangeType: change.type, ...details }
}

function shortFields(change: ContactChange, everyEdit: boolean): EventFields | undefined {
  switch (change.type) {
    case 'create_user':
      return shortUser(change.after)
    case 'update_user':
      return everyEdit || shortFormTells(change.before, change.after)
        ? {
            ...shortUser({ ...change.after, userid: change.before.userid }),
            ...renaming(change.before, change.after),
          }
        : undefined
    case 'delete_user':
      return { UserID: change.before.userid }
    case 'create_party':
      return shortParty(change.after)
    case 'update_party':
      return everyEdit || change.before.parentid !== change.after.parentid
        ? shortParty(change.after)
        : undefined
    case 'delete_party':
      return { Id: change.before.id }
  }
}

function longFields(change: ContactChange): EventFields {
  switch (change.type) {
    case 'create_user':
      return { UserID: change.after.userid, ...userFields(change.after) }
    case 'update_user':
      return longUserUpdate(change.before, change.after)
    case 'delete_user':
      return { UserID: change.before.userid }
    case 'create_party':
      return { Id: change.after.id, ...partyFields(change.after) }
    case 'update_party':
      return { Id: change.after.id, ...changed(partyFields(change.before), partyFields(change.after)) }
    case 'delete_party':
      return { Id: change.before.id }
  }
}

function shortUser(member: Member): EventFields {
  return { UserID: member.userid, Department: member.department.join(',') }
}

function shortFormTells(before: Member, after: Member): boolean {
  return before.userid !== after.userid || before.department.join(',') !== after.department.join(',')
}

function shortParty(department: Department): EventFields {
  return { Id: department.id, ParentId: String(department.parentid) }
}

function longUserUpdate(before: Member, after: Member): EventFields {
  return {
    UserID: before.userid,
    ...renaming(before, after),
    ...changed(userFields(before), userFields(after)),
  }
}

function renaming(before: Member, after: Member): EventFields {
  return before.userid === after.userid ? {} : { NewUserID: after.userid }
}

function partyFields(department: Department): EventFields {
  return { Name: department.name, ParentId: String(department.parentid), Order: department.order }
}

function userFields(member: Member): EventFields {
  return {
    Name: member.name,
    Department: member.department.join(','),
    MainDepartment: member.main_department,
    IsLeaderInDept: member.is_leader_in_dept.join(','),
    DirectLeader: member.direct_leader.join(','),
    Position: member.position,
    Mobile: member.mobile,
    Gender: Number(member.gender),
    Email: member.email,
    BizMail: member.biz_mail,
    Status: member.status,
    Avatar: member.avatar,
    Alias: member.alias,
    Telephone: member.telephone,
    Address: member.address,
    ExtAttr: { Item: member.extattr.attrs.map(attributeFields) },
  }
}

function attributeFields({ name, text, type, web }: Member['extattr']['attrs'][number]): EventFields {
  const value =
    text === undefined
      ? { Web: { Title: web?.title ?? '', Url: web?.url ?? '' } }
      : { Text: { Value: text.value } }
  return { Name: name, Type: type, ...value }
}

/** The fields of `after` that differ. */
function changed(before: EventFields, after: EventFields): EventFields {
  const differs = ([name, value]: [string, EventValue]): boolean =>
    JSON.stringify(before[name]) !== JSON.stringify(value)
  return Object.fromEntries(Object.entries(after).filter(differs))
}
