import {
  defaultFieldResolver,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql'
import { completerOf } from './complete.ts'
import type { Plan, PlannedField } from './run.ts'

/** One execution's part that is the same for all of its fields; what a plan is made for. */
export type PlanFacts = Pick<
  GraphQLResolveInfo,
  'schema' | 'fragments' | 'operation' | 'variableValues' | 'rootValue'
>

/**
 * Plans a selection on an object type: collects its fields and works out arguments, directives and how values are
 * completed, once instead of once per object. Selections below are planned when the first object is there.
 */
export function planSelection(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  facts: PlanFacts,
): Plan {
  return [...collectFields(type, sets, facts)].flatMap(([key, nodes]) => planField(type, key, nodes, facts))
}

function planField(
  parentType: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  facts: PlanFacts,
): PlannedField[] {
  const [node] = nodes
  const field = node && fieldOf(parentType, node.name.value, facts)
  if (!node || !field) return []
  const info: GraphQLResolveInfo = {
    ...facts,
    fieldName: field.name,
    fieldNodes: nodes,
    returnType: field.type,
    parentType,
    // Resolvers of ours do not ask for their place, and with it the info would be another one for every object.
    path: { prev: undefined, key, typename: parentType.name },
  }
  const completer = completerOf(field, info, planBelow(field, nodes, facts))
  const resolve = field.resolve ?? defaultFieldResolver
  return [{ key, nodes, resolve, args: argumentsOf(field, node, facts), info, ...completer }]
}

// Documents are kept with their plans, by the thousand: what is the same for many fields is one object.
const nothingBelow = (): Plan => []
const noArguments: PlannedField['args'] = { values: Object.freeze({}) }

function planBelow(
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  facts: PlanFacts,
): () => Plan {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) return nothingBelow
  return () =>
    planSelection(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      facts,
    )
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variableValues }: PlanFacts,
): PlannedField['args'] {
  if (field.args.length === 0) return noArguments
  try {
    return { values: getArgumentValues(field, node, variableValues) }
  } catch (error) {
    return { error }
  }
}

function fieldOf(
  type: GraphQLObjectType,
  name: string,
  { schema }: PlanFacts,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  }
  return type.getFields()[name]
}

/** The fields of some selection sets by response key, in the order of the specification. */
function collectFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  { fragments, variableValues }: PlanFacts,
): ReadonlyMap<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  for (const set of sets) collect(set)
  return fields

  function collect(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection, variableValues)) continue
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value
        const known = fields.get(key)
        if (known) known.push(selection)
        else fields.set(key, [selection])
        continue
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : unvisited(selection.name.value)
      const condition = fragment?.typeCondition?.name.value ?? type.name
      if (fragment && condition === type.name) collect(fragment.selectionSet)
    }
  }

  function unvisited(name: string): PlanFacts['fragments'][string] | undefined {
    if (visited.has(name)) return undefined
    visited.add(name)
    return Object.hasOwn(fragments, name) ? fragments[name] : undefined
  }
}

function isIncluded(
  node: SelectionSetNode['selections'][number],
  variables: PlanFacts['variableValues'],
): boolean {
  if (!node.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
}
