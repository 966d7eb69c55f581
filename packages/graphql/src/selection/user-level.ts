import type { DirectoryLevel } from '@wecom-kit/core'
import type { FieldNode } from 'graphql'
import type { SchemaNames } from '../schema/names.ts'
import { selectedFields, type OperationInfo } from './selected-fields.ts'

// A map: a host's extension of our type may have a field of any name, `constructor` too.
const levelOfField: ReadonlyMap<string, DirectoryLevel> = new Map([
  ['__typename', 'id'],
  ['id', 'id'],
  ['isMe', 'id'],
  ['name', 'simple'],
  ['departmentIds', 'simple'],
])

const rank: Readonly<Record<DirectoryLevel, number>> = { id: 0, simple: 1, full: 2 }

/** The higher of two levels. */
export function higherLevel<Level extends DirectoryLevel>(left: Level, right: Level): Level {
  return rank[left] >= rank[right] ? left : right
}

/** Whether what is known of a member suffices for a demand. */
export function isEnough(known: DirectoryLevel, wanted: DirectoryLevel): boolean {
  return rank[known] >= rank[wanted]
}

/**
 * How much of a member a selection needs. WeCom has three answers only, so the fields collapse to a level; a field
 * this package does not know (a host's extension of our type) gets everything.
 */
export function userLevel(
  occurrences: readonly FieldNode[],
  names: SchemaNames,
  info: OperationInfo,
): DirectoryLevel {
  let level: DirectoryLevel = 'id'
  for (const [field, nodes] of selectedFields(occurrences, names.type('User'), info)) {
    level = higherLevel(
      level,
      field === 'memberships' ? membershipLevel(nodes, names, info) : (levelOfField.get(field) ?? 'full'),
    )
    if (level === 'full') return level
  }
  return level
}

/** The same for a selection on UserConnection. */
export function connectionLevel(
  occurrences: readonly FieldNode[],
  names: SchemaNames,
  info: OperationInfo,
): DirectoryLevel {
  const fields = selectedFields(occurrences, names.type('UserConnection'), info)
  const edges = selectedFields(fields.get('edges') ?? [], names.type('UserEdge'), info)
  return userLevel([...(fields.get('nodes') ?? []), ...(edges.get('node') ?? [])], names, info)
}

/** The same for a selection on DepartmentMembership: user/simplelist knows the departments, not the role in them. */
export function membershipLevel(
  occurrences: readonly FieldNode[],
  names: SchemaNames,
  info: OperationInfo,
): 'simple' | 'full' {
  const fields = selectedFields(occurrences, names.type('DepartmentMembership'), info)
  return fields.has('isLeader') || fields.has('order') ? 'full' : 'simple'
}

/** Whether a selection on Department needs more than the id its parent already has. */
export function needsDepartment(
  occurrences: readonly FieldNode[],
  names: SchemaNames,
  info: OperationInfo,
): boolean {
  const fields = selectedFields(occurrences, names.type('Department'), info)
  return [...fields.keys()].some((field) => field !== 'id' && field !== '__typename')
}
