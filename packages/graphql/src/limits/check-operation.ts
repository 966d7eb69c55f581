import {
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
  type VariableDefinitionNode,
} from 'graphql'
import { badInput, codedError, refusal } from '../errors/codes.ts'
import type { SchemaNames } from '../schema/names.ts'
import type { WecomLimits } from './limits.ts'
import type { KnownVariables } from './operation-arguments.ts'
import { OperationMeter, rulesByCoordinates } from './operation-meter.ts'
import { holdsWideObject, tooWide } from './wide-object.ts'

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
  /** All operations of a document by the text alone: what depends on a variable is left out. */
  byText(request: Pick<OperationRequest, 'schema' | 'document'>): readonly GraphQLError[]
  /**
   * The limits as a validation rule, for servers that know nothing else of this package. A rule never sees variables:
   * the page sizes and ids that come in them are checked by the resolvers.
   */
  readonly rule: ValidationRule
}

/** Makes the check for one set of limits. */
export function createOperationCheck(limits: Readonly<WecomLimits>, names: SchemaNames): OperationCheck {
  // Servers keep parsed documents: an operation without variables is measured once, however often it runs.
  const verdicts = new WeakMap<OperationDefinitionNode, readonly GraphQLError[]>()
  const rules = rulesByCoordinates(names)
  const meterFor = (schema: GraphQLSchema, document: DocumentNode, variables: KnownVariables) =>
    new OperationMeter({ schema, rules, fragments: fragmentsOf(document), variables, limits })

  function judge(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    meter: OperationMeter,
  ): GraphQLError[] {
    const root = schema.getRootType(operation.operation)
    if (!root) return [unsupportedOperation(operation)]
    if (operation.variableDefinitions?.some(isLost)) return [lostVariable()]
    const cost = meter.cost(root, operation.selectionSet)
    const rootFields = meter.responseKeys(operation.selectionSet).size
    return [...meter.problems.splice(0), ...excesses({ ...cost, rootFields }, limits)]
      .slice(0, limits.errors)
      .map(refusal)
  }

  function byText({ schema, document }: Pick<OperationRequest, 'schema' | 'document'>): GraphQLError[] {
    const meter = meterFor(schema, document, undefined)
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    return operations.flatMap((operation) => judge(schema, operation, meter))
  }

  return {
    byText,
    rule: (context) => ({
      Document(document) {
        for (const error of byText({ schema: context.getSchema(), document })) context.reportError(error)
      },
    }),
    beforeExecution({ schema, document, operation, variables }) {
      const known = verdicts.get(operation)
      if (known) return known
      const definitions = operation.variableDefinitions ?? []
      const wide = definitions.find(({ variable }) => holdsWideObject(variables?.[variable.name.value]))
      if (wide) return [refusal(badInput(wide.variable.name.value, tooWide))]
      const { coerced, errors } = getVariableValues(schema, definitions, { ...variables }, { maxErrors: 1 })
      // Variables that do not fit their types are the executor's to report: it meets the same and runs nothing.
      if (errors && errors.length > 0) return []
      if (!coerced) throw new TypeError(unjudged)
      const verdict = judge(schema, operation, meterFor(schema, document, { __proto__: null, ...coerced }))
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

// An executor that keeps variables in an object with a prototype (graphql-yoga's) loses one of this name: it would be
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
