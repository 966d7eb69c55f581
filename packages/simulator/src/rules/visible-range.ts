import type { Department } from '../world/department.ts'
import type { Member } from '../world/member.ts'
import type { Call } from './call.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * The member asked for, if the app may see it.
 *
 * How sure: the error table lists unknown, left, deleted and invisible members under 60111, and invisible objects
 * under 60011 too; the setting `invisibleMember` chooses for the last.
 * @see https://developer.work.weixin.qq.com/document/path/90196
 */
export function visibleMember(call: Call, userid: string): Member {
  const member = call.world.directory.member(userid)
  if (member === undefined)
    throw new Refusal(60111, 'parameters', `there is no member with the userid ${userid}`)
  if (!call.visibility.seesMember(member))
    throw new Refusal(
      call.world.settings.invisibleMember,
      'visible range',
      `${member.userid} exists, outside of what ${call.app.name} sees`,
    )
  return member
}

/**
 * The department asked for, if the app may see it. 60123 means the same as 60003 and is not used here.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90208
 */
export function visibleDepartment(call: Call, id: number): Department {
  const department = call.world.directory.department(id)
  if (department === undefined) throw new Refusal(60003, 'parameters', `there is no department ${id}`)
  if (!call.visibility.seesDepartment(id))
    throw new Refusal(
      60011,
      'visible range',
      `department ${id} exists, outside of what ${call.app.name} sees`,
    )
  return department
}
