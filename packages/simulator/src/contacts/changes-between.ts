import { isDeepStrictEqual } from 'node:util'
import type { Directory } from '../world/directory.ts'
import { useridKey } from '../world/member.ts'
import type { ContactChange } from './contact-change.ts'

/** The edits that lead from one state of the directory to another: departments that come first, those that go last. */
export function changesBetween(before: Directory, after: Directory): ContactChange[] {
  return [
    ...compare([...before.departments()], [...after.departments()], ({ id }) => id, {
      create: (department) => ({ type: 'create_party', after: department }),
      update: (old, department) => ({ type: 'update_party', before: old, after: department }),
    }),
    ...compare([...before.members()], [...after.members()], ({ userid }) => useridKey(userid), {
      create: (member) => ({ type: 'create_user', after: member }),
      update: (old, member) => ({ type: 'update_user', before: old, after: member }),
    }),
    ...[...before.members()]
      .filter(({ userid }) => after.member(userid) === undefined)
      .map((member): ContactChange => ({ type: 'delete_user', before: member })),
    ...[...before.departments()]
      .filter(({ id }) => after.department(id) === undefined)
      .map((department): ContactChange => ({ type: 'delete_party', before: department })),
  ]
}

interface Makers<T> {
  create: (item: T) => ContactChange
  update: (old: T, item: T) => ContactChange
}

function compare<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string | number,
  { create, update }: Makers<T>,
): ContactChange[] {
  const known = new Map(before.map((item) => [keyOf(item), item]))
  return after.flatMap((item) => {
    const old = known.get(keyOf(item))
    if (old === undefined) return [create(item)]
    return isDeepStrictEqual(old, item) ? [] : [update(old, item)]
  })
}
