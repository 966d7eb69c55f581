import { ShapeError } from '../shape/shape-error.ts'
import { useridKey } from '../world/member.ts'
import type { Seed } from '../world/seed.ts'

/**
 * Refuses a seed that names departments, members or tags it does not have, or lists that are not parallel: a typing
 * error there would not fail later, it would only make somebody invisible.
 *
 * @throws TypeError that names the place.
 */
export function checkReferences(seed: Seed): void {
  const departments = new Set(seed.departments.map(({ id }) => id))
  const tags = new Set((seed.tags ?? []).map(({ tagid }) => tagid))
  const userids = new Set(seed.members.map(({ userid }) => useridKey(userid)))
  const known = {
    departments: (ids: readonly number[] = [], at: string) =>
      refuseUnknown('department', ids, at, (id) => departments.has(id)),
    tags: (ids: readonly number[] = [], at: string) => refuseUnknown('tag', ids, at, (id) => tags.has(id)),
    users: (ids: readonly string[] = [], at: string) =>
      refuseUnknown('member', ids, at, (userid) => userids.has(useridKey(userid))),
  }
  seed.apps.forEach(({ visible }, index) => {
    if (visible === 'all') return
    known.departments(visible.departments, `apps[${index}].visible.departments`)
    known.users(visible.users, `apps[${index}].visible.users`)
    known.tags(visible.tags, `apps[${index}].visible.tags`)
  })
  seed.tags?.forEach(({ partylist, userlist }, index) => {
    known.users(userlist, `tags[${index}].userlist`)
    known.departments(partylist, `tags[${index}].partylist`)
  })
  seed.members.forEach((member, index) => checkMember(member, `members[${index}]`, known.departments))
}

function checkMember(
  { department, is_leader_in_dept: leads, main_department: main, order }: Seed['members'][number],
  at: string,
  knownDepartments: (ids: readonly number[], at: string) => void,
): void {
  if (department.length === 0) throw new ShapeError(`${at}.department`, 'a member is in at least one')
  knownDepartments(department, `${at}.department`)
  for (const [name, list] of Object.entries({ order, is_leader_in_dept: leads })) {
    if (list !== undefined && list.length !== department.length)
      throw new ShapeError(`${at}.${name}`, 'must be parallel to department')
  }
  if (main !== undefined && !department.includes(main))
    throw new ShapeError(`${at}.main_department`, 'is not among the departments of the member')
}

function refuseUnknown<T extends string | number>(
  what: string,
  ids: readonly T[],
  at: string,
  isKnown: (id: T) => boolean,
): void {
  const unknown = ids.find((id) => !isKnown(id))
  if (unknown !== undefined) throw new ShapeError(at, `there is no ${what} ${unknown}`)
}
