import type { ContactChange } from '../contacts/contact-change.ts'
import type { Department } from '../world/department.ts'
import type { EventFields, EventValue } from '../world/event.ts'
import type { Member } from '../world/member.ts'
import { memberEvent } from '../world/member-fields.ts'

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
      return { UserID: change.after.userid, ...memberEvent(change.after) }
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
    ...changed(memberEvent(before), memberEvent(after)),
  }
}

function renaming(before: Member, after: Member): EventFields {
  return before.userid === after.userid ? {} : { NewUserID: after.userid }
}

function partyFields(department: Department): EventFields {
  return { Name: department.name, ParentId: String(department.parentid), Order: department.order }
}

/** The fields of `after` that differ. */
function changed(before: EventFields, after: EventFields): EventFields {
  const differs = ([name, value]: [string, EventValue]): boolean =>
    JSON.stringify(before[name]) !== JSON.stringify(value)
  return Object.fromEntries(Object.entries(after).filter(differs))
}
