import { isRecord } from '../src/shape/shape.ts'

/** Whether a value fits a JSON Schema; knows the few keywords the seed's schema uses and fails on any other. */
export function fitsSchema(schema: unknown, value: unknown, root: unknown = schema): boolean {
  if (!isRecord(schema)) throw new Error('a schema is an object')
  return Object.entries(schema).every(([keyword, argument]) => check(keyword, argument, value, schema, root))
}

const notes = new Set(['$schema', '$id', '$defs', 'title', 'description'])

function check(
  keyword: string,
  argument: unknown,
  value: unknown,
  schema: Record<string, unknown>,
  root: unknown,
): boolean {
  if (notes.has(keyword)) return true
  if (keyword === 'type')
    return typeOf(value) === argument || (argument === 'number' && typeOf(value) === 'integer')
  if (keyword === 'enum') return Array.isArray(argument) && argument.includes(value)
  if (keyword === '$ref') return fitsSchema(resolve(String(argument), root), value, root)
  if (keyword === 'oneOf') return list(argument).filter((each) => fitsSchema(each, value, root)).length === 1
  if (keyword === 'pattern') return typeof value !== 'string' || new RegExp(String(argument)).test(value)
  if (keyword === 'minLength') return typeof value !== 'string' || value.length >= Number(argument)
  if (keyword === 'minimum') return typeof value !== 'number' || value >= Number(argument)
  if (keyword === 'maximum') return typeof value !== 'number' || value <= Number(argument)
  if (keyword === 'minItems') return !Array.isArray(value) || value.length >= Number(argument)
  if (keyword === 'maxItems') return !Array.isArray(value) || value.length <= Number(argument)
  if (keyword === 'items')
    return !Array.isArray(value) || value.every((each) => fitsSchema(argument, each, root))
  return checkObject(keyword, argument, value, schema, root)
}

function checkObject(
  keyword: string,
  argument: unknown,
  value: unknown,
  schema: Record<string, unknown>,
  root: unknown,
): boolean {
  if (!isRecord(value)) return true
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  if (keyword === 'required') return list(argument).every((name) => value[String(name)] !== undefined)
  if (keyword === 'additionalProperties')
    return Object.keys(value).every((name) => Object.hasOwn(properties, name))
  if (keyword === 'properties') {
    return Object.entries(properties).every(
      ([name, each]) => value[name] === undefined || fitsSchema(each, value[name], root),
    )
  }
  throw new Error(`the test does not know ${keyword}`)
}

function resolve(reference: string, root: unknown): unknown {
  let found = root
  for (const part of reference.replace('#/', '').split('/')) found = isRecord(found) ? found[part] : undefined
  return found
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (value === null) return 'null'
  return Number.isInteger(value) ? 'integer' : typeof value
}
