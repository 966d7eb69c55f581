import {
  GraphQLError,
  locatedError,
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
} from 'graphql'

/** A place in the answer. */
export interface Path {
  readonly prev: Path | undefined
  readonly key: string | number
}

/**
 * Makes of what a resolver answered what goes into the answer, or a promise of it. The path is that of the field, or of
 * the object where the field is a leaf, which nothing is below.
 *
 * @throws whatever is wrong with it, not yet located
 */
export type Complete = (value: unknown, path: Path | undefined, run: Run) => unknown

/** How values of one type are completed. */
export interface Completer {
  readonly complete: Complete
  /** Whether an error makes null what this is in. */
  readonly isNonNull: boolean
  readonly isLeaf: boolean
}

/** A field of a selection: everything about it that is the same for all objects it is selected on. */
export interface PlannedField extends Completer {
  readonly key: string
  readonly nodes: readonly FieldNode[]
  readonly resolve: NonNullable<GraphQLField<unknown, unknown>['resolve']>
  /** The arguments, or why there are none: found out once, told by each field. */
  readonly args: { readonly values: Record<string, unknown> } | { readonly error: unknown }
  readonly info: GraphQLResolveInfo
}

/** The fields of a selection on an object type. */
export type Plan = readonly PlannedField[]

/** One execution of a plan. */
export class Run {
  readonly contextValue: unknown
  readonly errors: GraphQLError[] = []
  readonly #nulled = new Set<Path | undefined>()

  constructor(contextValue: unknown) {
    this.contextValue = contextValue
  }

  /** Whether a place, or one that it is in, is null already: what goes there is lost. */
  isNulled(path: Path | undefined): boolean {
    if (this.#nulled.size === 0) return false
    for (let at = path; at; at = at.prev) if (this.#nulled.has(at)) return true
    return this.#nulled.has(undefined)
  }

  /**
   * Takes an error at a place: null goes there, and the error into the answer, once for a place and all that is below.
   *
   * @throws GraphQLError where there may be no null
   */
  fail(error: unknown, nodes: readonly FieldNode[], path: Path | undefined, isNonNull: boolean): null {
    const isNulled = this.isNulled(path)
    if (isNulled && !isNonNull) return null
    // Where nobody will be told, finding the place would be the most expensive part.
    const told = isNulled ? error : locatedError(error, nodes, keysOf(path))
    if (isNonNull || isNulled || !(told instanceof GraphQLError)) throw told
    this.#nulled.add(path)
    this.errors.push(told)
    return null
  }
}

/**
 * Resolves and completes the fields of one object, all at once; a promise only if one of them is.
 *
 * @throws GraphQLError where one that may not be null fails
 */
export function executeFields(plan: Plan, source: unknown, path: Path | undefined, run: Run): unknown {
  const result: Record<string, unknown> = {}
  let isPending = false
  try {
    for (const field of plan) {
      const value = executeField(field, source, path, run)
      if (value instanceof Promise) isPending = true
      if (field.key === '__proto__') define(result, field.key, value)
      else result[field.key] = value
    }
  } catch (error) {
    // The others may reject as well, and somebody has to listen.
    if (!isPending) throw error
    return settled(result).finally(() => {
      throw error
    })
  }
  return isPending ? settled(result) : result
}

function executeField(field: PlannedField, source: unknown, parent: Path | undefined, run: Run): unknown {
  const { args, complete, isLeaf } = field
  const path = isLeaf ? parent : { prev: parent, key: field.key }
  try {
    if ('error' in args) throw args.error
    const value: unknown = field.resolve(source, args.values, run.contextValue, field.info)
    const done =
      value instanceof Promise
        ? value.then((answer: unknown) => complete(answer, path, run))
        : complete(value, path, run)
    return done instanceof Promise ? done.catch((error: unknown) => fail(error, field, path, run)) : done
  } catch (error) {
    return fail(error, field, path, run)
  }
}

function fail(error: unknown, field: PlannedField, path: Path | undefined, run: Run): null {
  const { nodes, isLeaf, isNonNull, key } = field
  return run.fail(error, nodes, isLeaf ? { prev: path, key } : path, isNonNull)
}

function keysOf(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = []
  for (let at = path; at; at = at.prev) keys.push(at.key)
  return keys.toReversed()
}

async function settled(result: Record<string, unknown>): Promise<Record<string, unknown>> {
  const keys = Object.keys(result)
  const values = await Promise.all(Object.values(result))
  keys.forEach((key, index) => define(result, key, values[index]))
  return result
}

// As an own field, whatever it is called: `__proto__` would set the prototype.
function define(result: object, key: string, value: unknown): void {
  Object.defineProperty(result, key, { value, writable: true, enumerable: true, configurable: true })
}
