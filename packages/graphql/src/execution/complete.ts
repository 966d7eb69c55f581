import {
  GraphQLError,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql'
import { executeFields, type Complete, type Completer, type Path, type Plan, type Run } from './run.ts'

// What completes a leaf depends on the schema alone: documents share it, by the thousand.
const leaves = new WeakMap<GraphQLField<unknown, unknown>, Completer>()

/** How the values of a field are completed. The messages are those of graphql-js. */
export function completerOf(
  field: GraphQLField<unknown, unknown>,
  info: GraphQLResolveInfo,
  planBelow: () => Plan,
): Completer {
  const known = leaves.get(field)
  if (known) return known
  const completer = completerOfType(field.type, info, planBelow)
  if (isLeafType(getNullableType(field.type))) leaves.set(field, completer)
  return completer
}

function completerOfType(
  type: GraphQLOutputType,
  info: GraphQLResolveInfo,
  planBelow: () => Plan,
): Completer {
  if (isNonNullType(type)) {
    const { complete, isLeaf } = completerOfType(type.ofType, info, planBelow)
    return { isNonNull: true, isLeaf, complete: nonNull(complete, info.parentType.name, info.fieldName) }
  }
  if (isListType(type)) return nullable(false, listOf(completerOfType(type.ofType, info, planBelow), info))
  return isObjectType(type) ? nullable(false, objectOf(planBelow)) : nullable(true, leafOf(type))
}

function nullable(isLeaf: boolean, complete: Complete): Completer {
  return {
    isNonNull: false,
    isLeaf,
    complete(value, path, run) {
      if (value === undefined || value === null) return null
      if (value instanceof Error) throw value
      return complete(value, path, run)
    },
  }
}

function nonNull(complete: Complete, typeName: string, fieldName: string): Complete {
  const present = (completed: unknown): unknown => {
    if (completed !== null) return completed
    throw new Error(`Cannot return null for non-nullable field ${typeName}.${fieldName}.`)
  }
  return (value, path, run) => present(complete(value, path, run))
}

// Never told to anybody.
const abandoned = new Error('The place of this object is null already.')

function objectOf(planBelow: () => Plan): Complete {
  let plan: Plan | undefined
  return (value, path, run) => {
    // A list that was given up: what its items were waiting for may still come.
    if (run.isNulled(path)) throw abandoned
    return executeFields((plan ??= planBelow()), value, path, run)
  }
}

function listOf(item: Completer, { parentType, fieldName, fieldNodes }: GraphQLResolveInfo): Complete {
  return (value, path, run) => {
    if (!isIterable(value)) {
      const message = `Expected Iterable, but did not find one for field "${parentType.name}.${fieldName}".`
      throw new GraphQLError(message)
    }
    const completed: unknown[] = []
    let isPending = false
    try {
      for (const each of value) {
        const done = completeItem(each, { list: path, key: completed.length, nodes: fieldNodes }, run, item)
        if (done instanceof Promise) isPending = true
        completed.push(done)
      }
    } catch (error) {
      // The list is given up; its promises may reject as well, and somebody has to listen.
      void Promise.allSettled([...completed, ...value])
      throw error
    }
    return isPending ? Promise.all(completed) : completed
  }
}

interface ItemPlace {
  readonly list: Path | undefined
  readonly key: number
  readonly nodes: readonly FieldNode[]
}

function completeItem(
  value: unknown,
  { list, key, nodes }: ItemPlace,
  run: Run,
  { complete, isNonNull, isLeaf }: Completer,
): unknown {
  const path = isLeaf ? list : { prev: list, key }
  const failed = (error: unknown): null =>
    run.fail(error, nodes, isLeaf ? { prev: list, key } : path, isNonNull)
  try {
    const done =
      value instanceof Promise
        ? value.then((settled: unknown) => complete(settled, path, run))
        : complete(value, path, run)
    return done instanceof Promise ? done.catch(failed) : done
  } catch (error) {
    return failed(error)
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

// What nearly all values are passes at once; the rest is for the type to say.
const passes: ReadonlyMap<string, string> = new Map([
  ['String', 'string'],
  ['ID', 'string'],
  ['Boolean', 'boolean'],
])

function leafOf(type: GraphQLOutputType): Complete {
  if (!isScalarType(type) && !isEnumType(type))
    throw new TypeError(`${String(type)} is neither an object nor a leaf, and this executes nothing else.`)
  const passing = passes.get(type.name)
  return (value) => (typeof value === passing ? value : serialized(type, value))
}

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  const leaf: unknown = type.serialize(value)
  if (leaf !== undefined && leaf !== null) return leaf
  throw new Error(`Expected \`${type.name}.serialize()\` to return a value, returned: ${String(leaf)}`)
}
