import {
  Kind,
  valueFromAST,
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type SelectionNode,
  type ValueNode,
} from 'graphql'
import { badInput } from '../errors/codes.ts'
import type { KnownArguments } from './field-rules.ts'

/** Variables after coercion, without a prototype; undefined while only the operation's text is known. */
export type KnownVariables = Readonly<Record<string, unknown>> | undefined

type Variables = NonNullable<KnownVariables>

/** The arguments of a field as far as they are known, defaults included. */
export function knownArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: KnownVariables,
): KnownArguments {
  const given = new Map(node.arguments?.map((argument) => [argument.name.value, argument.value]))
  const known = field.args.map(({ name, type, defaultValue }): [string, unknown] => {
    const value = given.get(name)
    if (!value) return [name, defaultValue]
    if (!variables && holdsVariable(value)) return [name, undefined]
    return [name, valueFromAST(value, type, variables) ?? defaultValue]
  })
  return Object.fromEntries(known)
}

function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable)
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value))
}

/**
 * A null that only execution would find: a nullable variable may stand where null is refused if it has a default, and
 * be sent as null all the same. graphql-js has no code for it, so it would be masked and logged as a fault of ours.
 */
export function nullArgument(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): GraphQLError | undefined {
  const given = new Map(node.arguments?.map((argument) => [argument.name.value, argument.value]))
  for (const { name, type } of field.args) {
    const value = given.get(name)
    if (value === undefined || isLeftOut(value, variables)) continue
    if (valueFromAST(value, type, variables) === undefined) return refused(name)
  }
  return undefined
}

/** The same for the condition of `@skip` and `@include`. */
export function nullCondition({ directives }: SelectionNode, variables: Variables): GraphQLError | undefined {
  const conditions = directives?.flatMap((directive) => directive.arguments ?? [])
  const wrong = conditions?.find(
    ({ value }) => value.kind === Kind.VARIABLE && variables[value.name.value] === null,
  )
  return wrong && refused(wrong.name.value)
}

function isLeftOut(value: ValueNode, variables: Variables): boolean {
  return value.kind === Kind.VARIABLE && variables[value.name.value] === undefined
}

function refused(argument: string): GraphQLError {
  return badInput(argument, `\`${argument}\` must not be null, nor hold a null.`)
}
