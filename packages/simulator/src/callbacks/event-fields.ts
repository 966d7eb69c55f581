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
 * nothing of a member but the userid and departments, and nothing of a department but its parent.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90970
 * @see https://developer.work.weixin.qq.com/document/path/90971
 */
export function changeFields(change: ContactChange, form: EventForm): EventFields | undefined {
  const details = detailsOf(change, form)
  return details && { Event: 'change_contact', ChangeType: change.type, ...details }
}

function detailsOf(change: ContactChange, form: EventForm): EventFields | undefined {
  switch (change.type) {
    case 'create_user':
      return form === 'short'
        ? shortUser(change.after)
        : { UserID: change.after.userid, ...userFields(change.after) }
    case 'update_user':
      return form === 'short'
        ? shortUserUpdate(change.before, change.after)
        : longUserUpdate(change.before, change.after)
    case 'delete_user':
      return { UserID: change.before.userid }
    case 'create_party':
      return form === 'short'
        ? shortParty(change.after)
        : { Id: change.after.id, ...partyFields(change.after) }
    case 'update_party':
      return form === 'short'
        ? shortPartyUpdate(change.before, change.after)
        : longPartyUpdate(change.before, change.after)
    case 'delete_party':
      return { Id: change.before.id }
  }
}

function shortUser(member: Member): EventFields {
  return { UserID: member.userid, Department: member.department.join(',') }
}

function shortUserUpdate(before: Member, after: Member): EventFields | undefined {
  const moved = before.department.join(',') !== after.department.join(',')
  if (!moved && before.userid === after.userid) return undefined
  return { ...shortUser({ ...after, userid: before.userid }), ...renaming(before, after) }
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

function shortParty(department: Department): EventFields {
  return { Id: department.id, ParentId: String(department.parentid) }
}

function shortPartyUpdate(before: Department, after: Department): EventFields | undefined {
  return before.parentid === after.parentid ? undefined : shortParty(after)
}

function longPartyUpdate(before: Department, after: Department): EventFields {
  return { Id: after.id, ...changed(partyFields(before), partyFields(after)) }
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
