import {
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql'
import { badInput, codedError, refusal } from '../errors/coded-error.ts'
import type { SchemaNames } from '../schema/names.ts'
import type { KnownVariables } from './known-arguments.ts'
import type { WecomLimits } from './limits.ts'
import { OperationMeter } from './operation-meter.ts'

/** An operation about to be executed. */
export interface OperationRequest {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
  /** Variables as the client sent them. */
  variables?: Readonly<Record<string, unknown>> | null | undefined
}

/** Judges operations by the limits; an empty list means it may run. */
export interface OperationCheck {
  /** With variables, before execution. */
  beforeExecution(request: OperationRequest): readonly GraphQLError[]
  /** By the text alone: what depends on a variable is left out. */
  byText(request: Omit<OperationRequest, 'variables'>): readonly GraphQLError[]
}

/** Makes the check for one set of limits. */
export function createOperationCheck(limits: Readonly<WecomLimits>, names: SchemaNames): OperationCheck {
  // Servers keep parsed documents: an operation without variables is measured once, however often it runs.
  const verdicts = new WeakMap<OperationDefinitionNode, readonly GraphQLError[]>()

  function judge(
    { schema, document, operation }: OperationRequest,
    variables: KnownVariables,
  ): GraphQLError[] {
    const root = schema.getRootType(operation.operation)
    if (!root) return [unsupportedOperation(operation)]
    if (operation.variableDefinitions?.some(isLost)) return [lostVariable()]
    const fragments = fragmentsOf(document)
    const meter = new OperationMeter({ schema, names, fragments, variables, limits })
    const cost = meter.cost(root, operation.selectionSet)
    const rootFields = rootKeys(operation.selectionSet, fragments).size
    return [...meter.problems, ...excesses({ ...cost, rootFields }, limits)]
      .slice(0, limits.errors)
      .map(refusal)
  }

  return {
    byText: (request) => judge(request, undefined),
    beforeExecution(request) {
      const { schema, operation } = request
      const definitions = operation.variableDefinitions ?? []
      const known = verdicts.get(operation)
      if (known) return known
      const { coerced, errors } = getVariableValues(
        schema,
        definitions,
        { ...request.variables },
        { maxErrors: 1 },
      )
      // Variables that do not fit their types are the executor's to report: it meets the same and runs nothing.
      if (errors && errors.length > 0) return []
      if (!coerced) throw new TypeError(unjudged)
      const verdict = judge(request, { __proto__: null, ...coerced })
      if (definitions.length === 0) verdicts.set(operation, verdict)
      return verdict
    },
  }
}

const unjudged =
  'The variables of an operation could not be read, so its limits could not be judged: graphql must be ^16.11.0.'

function excesses(
  measured: Readonly<Record<'depth' | 'nodes' | 'fields' | 'aliases' | 'rootFields', number>>,
  limits: Readonly<WecomLimits>,
): GraphQLError[] {
  const checked = ['depth', 'nodes', 'fields', 'aliases', 'rootFields'] as const
  return (
    checked
      // Not `>`: what cannot be compared has not been judged.
      .filter((limit) => !(measured[limit] <= limits[limit]))
      .map((limit) =>
        codedError('OPERATION_TOO_COMPLEX', `The operation exceeds the limit of ${limits[limit]} ${limit}.`, {
          limit,
          max: limits[limit],
        }),
      )
  )
}

// A map, because a client chooses the names: an object would find `constructor` in its prototype.
function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
}

// Repeated root fields are merged and answered once: only distinct response keys count.
function rootKeys(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  keys: Set<string> = new Set(),
  visited: Set<string> = new Set(),
): Set<string> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) keys.add((selection.alias ?? selection.name).value)
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      rootKeys(selection.selectionSet, fragments, keys, visited)
    else if (!visited.has(selection.name.value)) {
      visited.add(selection.name.value)
      const fragment = fragments.get(selection.name.value)
      if (fragment) rootKeys(fragment.selectionSet, fragments, keys, visited)
    }
  }
  return keys
}

// The executor of graphql-tools, and yoga's, keeps variables in an object with a prototype: one of this name would be
// judged here, as a page size of 1, and be gone when the field is resolved.
function isLost({ variable }: VariableDefinitionNode): boolean {
  return variable.name.value === '__proto__'
}

function lostVariable(): GraphQLError {
  return refusal(badInput('__proto__', 'A variable may not be called `__proto__`.'))
}

function unsupportedOperation(operation: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`This server has no ${operation.operation} operations.`, {
    nodes: operation,
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  })
}
