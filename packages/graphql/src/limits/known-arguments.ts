import { Kind, valueFromAST, type FieldNode, type GraphQLField, type ValueNode } from 'graphql'
import type { KnownArguments } from './argument-rules.ts'

/** Variables after coercion; undefined while only the operation's text is known. */
export type KnownVariables = Readonly<Record<string, unknown>> | undefined

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
