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
