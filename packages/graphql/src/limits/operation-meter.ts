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
import type { SchemaNames } from '../schema/names.ts'
import { argumentRules, type KnownArguments } from './argument-rules.ts'
import { knownArguments, type KnownVariables } from './known-arguments.ts'
import type { WecomLimits } from './limits.ts'
import { listSizes, partSizes, unknownListSize } from './list-sizes.ts'
import { nullArgument, nullCondition } from './null-problem.ts'
import { baseCoordinates } from './base-coordinates.ts'

/** What a selection costs, per object it is selected on. */
export interface SelectionCost {
  depth: number
  fields: number
  aliases: number
  nodes: number
}

/** What a meter measures with. */
export interface MeterOptions {
  schema: GraphQLSchema
  names: SchemaNames
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  variables: KnownVariables
  limits: Readonly<WecomLimits>
}

const free: SelectionCost = { depth: 0, fields: 0, aliases: 0, nodes: 0 }
const endless: SelectionCost = { depth: Infinity, fields: Infinity, aliases: Infinity, nodes: Infinity }

/**
 * Measures selections, each fragment once: a chain of fragments that doubles at every step (2^14 fields in a hundred
 * tokens) is measured in a hundred steps.
 */
export class OperationMeter {
  /** What is wrong with the arguments seen so far. */
  readonly problems: GraphQLError[] = []
  readonly #options: MeterOptions
  readonly #coordinates: ReadonlyMap<string, string>
  readonly #fragments = new Map<string, SelectionCost>()

  constructor(options: MeterOptions) {
    this.#options = options
    this.#coordinates = baseCoordinates(options.names)
  }

  /** The cost of a selection set on a type. */
  cost(parent: GraphQLCompositeType, set: SelectionSetNode): SelectionCost {
    return set.selections.map((selection) => this.#costOf(parent, selection)).reduce(sum, free)
  }

  #costOf(parent: GraphQLCompositeType, selection: SelectionNode): SelectionCost {
    const { variables } = this.#options
    if (variables) this.#note(nullCondition(selection, variables))
    if (selection.kind === Kind.FIELD) return this.#fieldCost(parent, selection)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragmentCost(selection.name.value)
    return this.cost(this.#conditionType(selection.typeCondition?.name.value, parent), selection.selectionSet)
  }

  #fragmentCost(name: string): SelectionCost {
    const known = this.#fragments.get(name)
    if (known) return known
    const fragment = this.#options.fragments.get(name)
    const type = fragment && this.#options.schema.getType(fragment.typeCondition.name.value)
    if (!fragment || !isCompositeType(type)) return free
    // What a fragment meets while it is being measured is itself: a circle.
    this.#fragments.set(name, endless)
    const cost = this.cost(type, fragment.selectionSet)
    this.#fragments.set(name, cost)
    return cost
  }

  #fieldCost(parent: GraphQLCompositeType, node: FieldNode): SelectionCost {
    const own = { depth: 1, fields: 1, aliases: node.alias ? 1 : 0, nodes: 0 }
    const field = fieldOf(parent, node.name.value)
    if (!field) return own
    const coordinates =
      this.#coordinates.get(`${parent.name}.${field.name}`) ?? `${parent.name}.${field.name}`
    const { variables, limits } = this.#options
    const known = knownArguments(field, node, variables)
    const rule = argumentRules[coordinates]
    if (rule) this.#note((variables && nullArgument(field, node, variables)) ?? rule(known, limits))
    const type = getNamedType(field.type)
    const below = node.selectionSet && isCompositeType(type) ? this.cost(type, node.selectionSet) : free
    const { items, nodes } = sizeOf(field, coordinates, known)
    return {
      depth: own.depth + below.depth,
      fields: own.fields + below.fields,
      aliases: own.aliases + below.aliases,
      nodes: nodes + times(items, below.nodes),
    }
  }

  #note(problem: GraphQLError | undefined): void {
    if (problem) this.problems.push(problem)
  }

  #conditionType(name: string | undefined, parent: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? parent : this.#options.schema.getType(name)
    return isCompositeType(type) ? type : parent
  }
}

function sum(left: SelectionCost, right: SelectionCost): SelectionCost {
  return {
    depth: Math.max(left.depth, right.depth),
    fields: left.fields + right.fields,
    aliases: left.aliases + right.aliases,
    nodes: left.nodes + right.nodes,
  }
}

// Infinity times zero is not a number, and comparisons with that let everything pass.
function times(items: number, nodes: number): number {
  return items === 0 || nodes === 0 ? 0 : items * nodes
}

function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
}

function sizeOf(
  field: GraphQLField<unknown, unknown>,
  coordinates: string,
  known: KnownArguments,
): { items: number; nodes: number } {
  const listed = listSizes[coordinates]?.(known)
  if (listed !== undefined) return { items: listed, nodes: listed }
  const parts = partSizes[coordinates]
  if (parts !== undefined) return { items: parts, nodes: 0 }
  const isList = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type))
  if (isList) return { items: unknownListSize, nodes: unknownListSize }
  return { items: 1, nodes: coordinates.startsWith('Query.') ? 1 : 0 }
}
