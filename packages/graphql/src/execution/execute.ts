import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { planSelection } from './plan.ts'
import { executeFields, Run, type Plan } from './run.ts'

export interface Execution {
  /** Of object types alone: there is no reading of interfaces and unions here. */
  schema: GraphQLSchema
  document: DocumentNode
  operationName: string | null | undefined
  /** Variables as the client sent them. */
  variables: Readonly<Record<string, unknown>>
  contextValue: unknown
  rootValue?: unknown
}

/**
 * Executes queries by the algorithm of graphql-js, planned: what is the same for all objects of a list is worked out
 * once, and the plan of an operation without variables is kept with its document. undefined: nothing ran, because
 * there is no such operation, it is no query or its variables are wrong.
 */
export function createExecutor(): (execution: Execution) => Promise<ExecutionResult | undefined> {
  const plans = new WeakMap<OperationDefinitionNode, Plan>()

  function planOf({ schema, document, operationName, variables }: Execution): Plan | undefined {
    const operation = getOperationAST(document, operationName)
    const known = operation && plans.get(operation)
    if (!operation || known) return known ?? undefined
    const definitions = operation.variableDefinitions ?? []
    const { coerced } = getVariableValues(schema, definitions, { ...variables }, { maxErrors: 1 })
    const type = schema.getQueryType()
    if (!coerced || !type || operation.operation !== OperationTypeNode.QUERY) return undefined
    const facts = {
      schema,
      operation,
      fragments: fragmentsOf(document),
      variableValues: coerced,
      rootValue: undefined,
    }
    const plan = planSelection(type, [operation.selectionSet], facts)
    if (definitions.length === 0) plans.set(operation, plan)
    return plan
  }

  return async (execution) => {
    const plan = planOf(execution)
    if (!plan) return undefined
    const run = new Run(execution.contextValue)
    try {
      const data = await executeFields(plan, execution.rootValue, undefined, run)
      return answer(run, isData(data) ? data : null)
    } catch (error) {
      return answer(run, run.fail(error, [], undefined, false))
    }
  }
}

function answer({ errors }: Run, data: Record<string, unknown> | null): ExecutionResult {
  return errors.length > 0 ? { errors, data } : { data }
}

function isData(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  return Object.fromEntries(fragments.map((node) => [node.name.value, node]))
}
