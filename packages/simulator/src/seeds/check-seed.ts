import { parse } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import { withoutAgentId } from '../world/app.ts'
import { useridKey } from '../world/member.ts'
import type { Seed } from '../world/seed.ts'
import { checkReferences } from './check-references.ts'
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
