import type { DirectoryLevel } from '@wecom-kit/core'
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { higherLevel } from '../request/level.ts'
import type { SchemaNames } from '../schema/names.ts'

/** The part of a resolver's `info` that a selection is read from. */
export type OperationInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

/**
 * The fields selected below some occurrences of a field, by name. Every occurrence counts (clients repeat a field, and
 * reading only the first is the classic mistake), fragments are followed, and what `@skip` or `@include` leaves out
 * with these variables is not there.
 */
export function selectedFields(
  occurrences: readonly FieldNode[],
  typeName: string,
  info: OperationInfo,
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  for (const { selectionSet } of occurrences) if (selectionSet) collect(selectionSet)
  return found

  function collect(set: SelectionSetNode): void {
    for (const selection of set.selections) if (isIncluded(selection, info)) collectOne(selection)
  }

  function collectOne(selection: SelectionNode): void {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value
      const known = found.get(name)
      if (known) known.push(selection)
      else found.set(name, [selection])
      return
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : unvisited(selection.name.value)
    const condition = fragment?.typeCondition?.name.value ?? typeName
    if (fragment && mayApply(condition, typeName, info)) collect(fragment.selectionSet)
  }

  function unvisited(name: string): GraphQLResolveInfo['fragments'][string] | undefined {
    if (visited.has(name)) return undefined
    visited.add(name)
    return Object.hasOwn(info.fragments, name) ? info.fragments[name] : undefined
  }
}

function isIncluded(selection: SelectionNode, info: OperationInfo): boolean {
  if (!selection.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.['if'] !== false
}

// A host may put our types behind interfaces and unions of its own: only another object type is surely not ours.
function mayApply(condition: string, typeName: string, info: OperationInfo): boolean {
  return condition === typeName || !isObjectType(info.schema.getType(condition))
}

// A map: a host's extension of our type may have a field of any name, `constructor` too.
const levelOfField: ReadonlyMap<string, DirectoryLevel> = new Map([
  ['__typename', 'id'],
  ['id', 'id'],
  ['isMe', 'id'],
  ['name', 'simple'],
  ['departmentIds', 'simple'],
])

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

/** A reading of the selection below the field being resolved. */
export type ReadSelection<Answer> = (occurrences: readonly FieldNode[], info: GraphQLResolveInfo) => Answer

/**
 * Reads a selection once per execution instead of once per list item: graphql-js hands all items of a list the same
 * `fieldNodes` array. The variables are part of the key because executors that compile operations reuse it.
 */
export function perOccurrence<Answer>(read: ReadSelection<Answer>): (info: GraphQLResolveInfo) => Answer {
  const memo = new WeakMap<object, { variables: object; answer: Answer }>()
  return (info) => {
    const known = memo.get(info.fieldNodes)
    if (known?.variables === info.variableValues) return known.answer
    const answer = read(info.fieldNodes, info)
    memo.set(info.fieldNodes, { variables: info.variableValues, answer })
    return answer
  }
}
