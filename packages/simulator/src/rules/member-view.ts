import { type SensitiveField, sensitiveFields } from '../world/app.ts'
import type { Member } from '../world/member.ts'
import type { Answer, Call } from './call.ts'

/**
 * A member as the calling app is shown: only visible departments with their parallel lists, no main department
 * outside the range, only visible leaders, personal fields only for apps older than 2022-06-20 and for contacts-sync.
 *
 * How sure: official; that thumb_avatar goes with avatar is our reading.
 * @see https://developer.work.weixin.qq.com/document/path/90196
 */
export function memberView(call: Call, member: Member): Answer {
  return { ...member, ...visibleParts(call, member), ...withheldFrom(call) }
}

/** The parts that depend on the visible range. */
function visibleParts(call: Call, member: Member): Answer {
  const { visibility, world } = call
  const seen = member.department.map((id) => visibility.seesDepartment(id))
  const keep = (_value: unknown, index: number): boolean => seen[index] === true
  return {
    department: member.department.filter(keep),
    order: member.order.filter(keep),
    is_leader_in_dept: member.is_leader_in_dept.filter(keep),
    main_department: visibility.seesDepartment(member.main_department) ? member.main_department : undefined,
    direct_leader: member.direct_leader.filter((userid) => {
      const leader = world.directory.member(userid)
      return leader !== undefined && visibility.seesMember(leader)
    }),
  }
}

const withheld: readonly (SensitiveField | 'thumb_avatar')[] = [...sensitiveFields, 'thumb_avatar']

const withheldAs = {
  empty: { ...Object.fromEntries(withheld.map((field) => [field, ''])), gender: '0' },
  absent: { ...Object.fromEntries(withheld.map((field) => [field, undefined])), gender: '0' },
}

function withheldFrom({ app, world }: Call): Answer {
  if (app.kind === 'legacy-app' || app.kind === 'contacts-sync') return {}
  return withheldAs[world.settings.withheldFields]
}
