import { createMember, type Member, type MemberInput, useridKey } from '../world/member.ts'
import type { World } from '../world/world.ts'
import type { ContactChange } from './contact-change.ts'
import { EditError } from './edit-error.ts'
import { type Patch, patched } from '../shape/patched.ts'

/** Adds a member. */
export function createUser(world: World, input: MemberInput): ContactChange & { type: 'create_user' } {
  if (world.directory.member(input.userid) !== undefined)
    throw new EditError(60102, `userid ${input.userid} exists already`)
  const after = checked(world, createMember(input))
  world.directory.putMember(after)
  return { type: 'create_user', after }
}

/** Changes a member; what the patch leaves out stays. */
export function updateUser(
  world: World,
  userid: string,
  patch: Patch<MemberInput>,
): ContactChange & { type: 'update_user' } {
  const before = existing(world, userid)
  const renamed = patch.userid !== undefined && useridKey(patch.userid) !== useridKey(userid)
  if (renamed && world.directory.member(patch.userid ?? '') !== undefined) {
    throw new EditError(60102, `userid ${patch.userid} exists already`)
  }
  const { main_department: main } = patch
  if (main !== undefined && !(patch.department ?? before.department).includes(main)) throw strangeMain(main)
  const after = checked(world, aligned(patched(before, patch)))
  if (renamed) world.directory.removeMember(before.userid)
  world.directory.putMember(after)
  return { type: 'update_user', before, after }
}

/** Removes a member. */
export function deleteUser(world: World, userid: string): ContactChange & { type: 'delete_user' } {
  const before = existing(world, userid)
  world.directory.removeMember(userid)
  return { type: 'delete_user', before }
}

function existing(world: World, userid: string): Member {
  const member = world.directory.member(userid)
  if (member === undefined) throw new EditError(60111, `there is no member ${userid}`)
  return member
}

/** Lists parallel to `department` follow it, and the main department stays one of them. */
function aligned(member: Member): Member {
  const { department } = member
  const fit = <T>(list: readonly T[], filler: T): T[] => department.map((_, index) => list[index] ?? filler)
  const main = department.includes(member.main_department) ? member.main_department : (department[0] ?? 1)
  return {
    ...member,
    order: fit(member.order, 0),
    is_leader_in_dept: fit(member.is_leader_in_dept, 0),
    main_department: main,
  }
}

function checked(world: World, member: Member): Member {
  const unknown = member.department.find((id) => world.directory.department(id) === undefined)
  if (unknown !== undefined) throw new EditError(60003, `department: there is no department ${unknown}`)
  if (member.department.length === 0)
    throw new EditError(40066, 'department: a member is in at least one department')
  if (member.order.length !== member.department.length)
    throw new EditError(40058, 'order: must be parallel to department')
  if (member.is_leader_in_dept.length !== member.department.length)
    throw new EditError(40058, 'is_leader_in_dept: must be parallel to department')
  if (!member.department.includes(member.main_department)) throw strangeMain(member.main_department)
  return member
}

function strangeMain(id: number): EditError {
  return new EditError(40058, `main_department: ${id} is not among the departments of the member`)
}
