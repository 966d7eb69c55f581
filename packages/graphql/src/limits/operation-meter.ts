import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { isRootField, type SchemaNames } from '../schema/names.ts'
import { fieldRules, unknownListSize, type FieldRule, type KnownArguments } from './field-rules.ts'
import type { WecomLimits } from './limits.ts'
import { knownArguments, nullArgument, nullCondition, type KnownVariables } from './operation-arguments.ts'

/** What a selection costs, per object it is selected on. */
export interface SelectionCost {
  depth: number
  fields: number
  aliases: number
  nodes: number
}

export interface MeterOptions {
  schema: GraphQLSchema
  /** The rules by the coordinates that the schema has; see {@link rulesByCoordinates}. */
  rules: ReadonlyMap<string | undefined, FieldRule>
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  variables: KnownVariables
  limits: Readonly<WecomLimits>
}

const free: SelectionCost = { depth: 0, fields: 0, aliases: 0, nodes: 0 }
const endless: SelectionCost = { depth: Infinity, fields: Infinity, aliases: Infinity, nodes: Infinity }

/**
 * Measures selections, each fragment once: a chain of fragments that doubles at every step (2^14 fields in a hundred
 * tokens) is measured in a hundred steps, and a thousand operations that share a fragment share its measure.
 */
export class OperationMeter {
  /** What is wrong with the arguments seen so far. */
  readonly problems: GraphQLError[] = []
  readonly #options: MeterOptions
  readonly #costs = new Map<string, SelectionCost>()
  readonly #keys = new Map<string, ReadonlySet<string>>()

  constructor(options: MeterOptions) {
    this.#options = options
  }

  /** The cost of a selection set on a type. */
  cost(parent: GraphQLCompositeType, set: SelectionSetNode): SelectionCost {
    return set.selections.map((selection) => this.#costOf(parent, selection)).reduce(sum, free)
  }

  /**
   * The response keys of a selection set, as far as one more than the limit of root fields: fields that are repeated
   * under one key are merged and answered once.
   */
  responseKeys(set: SelectionSetNode): ReadonlySet<string> {
    const keys = new Set<string>()
    for (const selection of set.selections) {
      if (keys.size > this.#options.limits.rootFields) break
      if (selection.kind === Kind.FIELD) keys.add((selection.alias ?? selection.name).value)
      else for (const key of this.#spreadKeys(selection)) keys.add(key)
    }
    return keys
  }

  #spreadKeys(selection: Exclude<SelectionNode, FieldNode>): ReadonlySet<string> {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.responseKeys(selection.selectionSet)
    const name = selection.name.value
    const known = this.#keys.get(name)
    if (known) return known
    this.#keys.set(name, new Set())
    const fragment = this.#options.fragments.get(name)
    const keys = fragment ? this.responseKeys(fragment.selectionSet) : new Set<string>()
    this.#keys.set(name, keys)
    return keys
  }

  #costOf(parent: GraphQLCompositeType, selection: SelectionNode): SelectionCost {
    const { variables } = this.#options
    if (variables) this.#note(nullCondition(selection, variables))
    if (selection.kind === Kind.FIELD) return this.#fieldCost(parent, selection)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragmentCost(selection.name.value)
    const { typeCondition, selectionSet } = selection
    return this.cost(this.#conditionType(typeCondition?.name.value ?? parent.name, parent), selectionSet)
  }

  #fragmentCost(name: string): SelectionCost {
    const known = this.#costs.get(name)
    if (known) return known
    const fragment = this.#options.fragments.get(name)
    const type = fragment && this.#options.schema.getType(fragment.typeCondition.name.value)
    if (!fragment || !isCompositeType(type)) return free
    // What a fragment meets while it is being measured is itself: a circle.
    this.#costs.set(name, endless)
    const cost = this.cost(type, fragment.selectionSet)
    this.#costs.set(name, cost)
    return cost
  }

  #fieldCost(parent: GraphQLCompositeType, node: FieldNode): SelectionCost {
    const own = { depth: 1, fields: 1, aliases: node.alias ? 1 : 0, nodes: 0 }
    const field = fieldOf(parent, node.name.value)
    if (!field) return own
    const { variables, limits, rules } = this.#options
    const known = knownArguments(field, node, variables)
    const rule = rules.get(`${parent.name}.${field.name}`)
    if (rule?.check)
      this.#note((variables && nullArgument(field, node, variables)) ?? rule.check(known, limits))
    const type = getNamedType(field.type)
    const below = node.selectionSet && isCompositeType(type) ? this.cost(type, node.selectionSet) : free
    const { items, nodes } = sizeOf(field, parent, rule, known)
    return {
      depth: own.depth + below.depth,
      fields: own.fields + below.fields,
      aliases: own.aliases + below.aliases,
      // Not a number for nobody times a circle, which no limit allows either.
      nodes: nodes + items * below.nodes,
    }
  }

  #note(problem: GraphQLError | undefined): void {
    if (problem) this.problems.push(problem)
  }

  #conditionType(name: string, parent: GraphQLCompositeType): GraphQLCompositeType {
    const type = this.#options.schema.getType(name)
    return isCompositeType(type) ? type : parent
  }
}

/** The rules by the coordinates that a host's schema has for our fields. One that it left out has none. */
export function rulesByCoordinates(names: SchemaNames): ReadonlyMap<string | undefined, FieldRule> {
  const shown = (coordinates: string): string | undefined => {
    const [type = '', field = ''] = coordinates.split('.')
    if (type !== 'Query') return `${names.type(type)}.${field}`
    // A host may have a field of its own by that name.
    const name = isRootField(field) ? names.rootField(field) : field
    return name && `Query.${name}`
  }
  return new Map(Object.entries(fieldRules).map(([coordinates, rule]) => [shown(coordinates), rule]))
}

function sum(left: SelectionCost, right: SelectionCost): SelectionCost {
  return {
    depth: Math.max(left.depth, right.depth),
    fields: left.fields + right.fields,
    aliases: left.aliases + right.aliases,
    nodes: left.nodes + right.nodes,
  }
}

function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
}

function sizeOf(
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLCompositeType,
  rule: FieldRule | undefined,
  known: KnownArguments,
): { items: number; nodes: number } {
  if (rule?.items) {
    const items = rule.items(known)
    return { items, nodes: rule.isPart ? 0 : items }
  }
  const isList = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type))
  if (isList) return { items: unknownListSize, nodes: unknownListSize }
  return { items: 1, nodes: parent.name === 'Query' ? 1 : 0 }
}
