import type { World } from '../world/world.ts'
import type { DocumentedRoute, ObjectSchema, Schema } from './documented-routes.ts'
import { isList, nameOf } from './read-parameters.ts'
import { sampleNumber, sampleText } from './sample-values.ts'

/** Parameters of the call by name; an answer repeats those it has too. */
export type Given = Readonly<Record<string, unknown>>

/**
 * An answer of the documented shape: the same for the same call, with one item in each list, the ids of people and
 * departments that exist, and what the call named. Nothing failed and no further page follows.
 */
export function sampleAnswer(world: World, route: DocumentedRoute, given: Given): Record<string, unknown> {
  return sampleObject(world, route.response, given)
}

/** The parameters a call of this path needs, filled in the same way: for tests that call every path. */
export function sampleBody(world: World, schema: ObjectSchema): Record<string, unknown> {
  const required = Object.entries(schema).filter(([key]) => key.endsWith('!'))
  const { chosen } = readChoice(schema)
  const named = Object.entries(schema).filter(([key]) => nameOf(key) === chosen)
  return Object.fromEntries(
    [...required, ...named].map(([key, inner]) => [nameOf(key), requiredValue(world, schema, key, inner)]),
  )
}

function requiredValue(world: World, parent: ObjectSchema, key: string, schema: Schema): unknown {
  const { by, chosen } = readChoice(parent)
  if (by === nameOf(key)) return chosen
  if (isList(schema)) return [requiredValue(world, {}, key, schema[0])]
  return typeof schema === 'string' ? sampleScalar(world, nameOf(key), schema) : sampleBody(world, schema)
}

/** The field that chooses among siblings, the first of them, and the ones that are then absent. */
function readChoice({ $: choice = '' }: ObjectSchema): {
  by?: string
  chosen?: string
  alternatives: string[]
} {
  if (!Array.isArray(choice)) return { alternatives: [] }
  const [by = '', chosen = '', ...alternatives] = choice.map(String)
  return { by, chosen, alternatives }
}

function sampleObject(world: World, schema: ObjectSchema, given: Given): Record<string, unknown> {
  const { alternatives, by, chosen } = readChoice(schema)
  const fields = Object.entries(schema).filter(([name]) => name !== '$' && !alternatives.includes(name))
  return Object.fromEntries(
    fields.map(([name, inner]) => [name, name === by ? chosen : sampleValue(world, name, inner, given)]),
  )
}

/** Lists and texts of what did not work. */
const failures =
  /^(?:in)?valid.*(?:list|user|party|tag|id)s?$|^fail|^unlicensed|_fail(?:ed)?_|^err(?!code)|^illegal|^not_/i

function sampleValue(world: World, name: string, schema: Schema, given: Given): unknown {
  if (isList(schema)) return failures.test(name) ? [] : [sampleValue(world, name, schema[0], given)]
  if (typeof schema !== 'string') return sampleObject(world, schema, given)
  const repeated = given[name]
  if (isScalarOf(schema, repeated)) return repeated
  if (failures.test(name)) return schema.startsWith('s') ? '' : 0
  return sampleScalar(world, name, schema)
}

function isScalarOf(schema: string, value: unknown): boolean {
  return schema.startsWith('s') ? typeof value === 'string' : typeof value === 'number'
}

function sampleScalar(world: World, name: string, schema: string): unknown {
  const [type = 's', value] = schema.split(/:(.*)/s)
  if (value !== undefined) return type.includes('i') || type.includes('n') ? Number(value) : value
  if (type === '*') return {}
  if (type.startsWith('b')) return /^(?:is_?)?(?:end|finish(?:ed)?|last)$/i.test(name)
  return type.startsWith('s') ? sampleText(world, name) : sampleNumber(world, name)
}
