import { parse } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import { withoutAgentId } from '../world/app.ts'
import { useridKey } from '../world/member.ts'
import type { Seed } from '../world/seed.ts'
import type { Recording } from './recording.ts'
import { seedShape } from './seed-shape.ts'

/**
 * A seed whose form is right and whose parts fit together: names and ids are unique, departments and parents exist.
 *
 * @throws TypeError that names the place.
 */
export function checkSeed(value: unknown): Recording {
  const seed: Recording = parse(seedShape, value)
  if (seed.apps.length === 0) throw new ShapeError('apps', 'there must be at least one app')
  seed.apps.forEach(({ agentId, basic, kind }, index) => {
    if (withoutAgentId.includes(kind) !== (agentId === undefined)) {
      throw new ShapeError(
        `apps[${index}].agentId`,
        'every app but contacts-sync and external-contact has one',
      )
    }
    if ((kind === 'basic') !== (basic !== undefined)) {
      throw new ShapeError(`apps[${index}].basic`, 'an app of kind basic has one, and no other')
    }
  })
  unique(
    'apps',
    'name',
    seed.apps.map(({ name }) => name),
  )
  unique(
    'apps',
    'secret',
    seed.apps.map(({ secret }) => secret),
  )
  unique(
    'apps',
    'agentId',
    seed.apps.map(({ agentId, name }) => agentId ?? name),
  )
  unique(
    'members',
    'userid',
    seed.members.map(({ userid }) => useridKey(userid)),
  )
  unique(
    'tags',
    'tagid',
    (seed.tags ?? []).map(({ tagid }) => tagid),
  )
  unique(
    'linkedMembers',
    'userid',
    (seed.linkedMembers ?? []).map(({ userid }) => useridKey(userid)),
  )
  unique(
    'outsiders',
    'openid',
    (seed.outsiders ?? []).map(({ openid }) => openid),
  )
  checkDepartments(seed)
  checkReferences(seed)
  return seed
}

function checkDepartments(seed: Seed): void {
  unique(
    'departments',
    'id',
    seed.departments.map(({ id }) => id),
  )
  const parents = new Map(seed.departments.map(({ id, parentid }) => [id, parentid]))
  if (!parents.has(1)) throw new ShapeError('departments', 'there must be a root with id 1')
  seed.departments.forEach(({ id, parentid }, index) => {
    // A root below one of its own departments would be a circle that every walk of the tree follows for ever.
    if (id === 1 && parentid !== 0)
      throw new ShapeError(`departments[${index}].parentid`, 'department 1 is the root, its parentid is 0')
    if (!leadsToRoot(id, parents))
      throw new ShapeError(`departments[${index}].parentid`, 'does not lead to department 1')
  })
}

function leadsToRoot(id: number, parents: ReadonlyMap<number, number>): boolean {
  let current: number | undefined = id
  for (let steps = 0; current !== 1; steps += 1) {
    if (current === undefined || steps > parents.size) return false
    current = parents.get(current)
  }
  return true
}

function unique(list: string, name: string, values: readonly (string | number)[]): void {
  const seen = new Set<string | number>()
  values.forEach((value, index) => {
    if (seen.has(value)) throw new ShapeError(`${list}[${index}].${name}`, 'the same one stands further up')
    seen.add(value)
  })
}

/**
 * Refuses a seed that names departments, members or tags it does not have, or lists that are not parallel: a typing
 * error there would not fail later, it would only make somebody invisible.
 *
 * @throws TypeError that names the place.
 */
function checkReferences(seed: Seed): void {
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
