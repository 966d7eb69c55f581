import type { Schema, SchemaType } from './facts.ts'
import type { HandWritten } from './hand-written.ts'

/** Where a type stands. */
export interface Place {
  /** Requests are checked strictly; answers are open: WeCom adds fields and values. */
  readonly direction: 'request' | 'answer'
  /** Such as `data.msg_list[]`. */
  readonly path: string
  readonly indent: string
  /** Types that stand at a place instead of the facts. */
  readonly own: HandWritten
}

const width = 96

/**
 * A schema as a TypeScript type, on one line where it fits. The syntax is that of TypeScript 4.7, because consumers
 * read it with compilers of their own.
 */
function printType(schema: Schema | true | undefined, place: Place): string {
  const own = place.own[place.path]
  if (own !== undefined) return own.type
  if (schema === undefined || schema === true) return 'unknown'
  if (schema.anyOf !== undefined) {
    return union(schema.anyOf.map((option) => printType(option, place)))
  }
  const types = schemaTypes(schema).map((type) => printOne(type, schema, place))
  if (types.length === 0) return 'unknown'
  return union(schema.nullable === true ? [...types, 'null'] : types)
}

/** An object with its fields. `sure` fields need no question mark. */
export function printObject(schema: Schema, place: Place): string {
  const { indent } = place
  const names = Object.keys(schema.properties ?? {})
  if (names.length === 0) return emptyObject(schema, place)
  const inner = `${indent}  `
  const fields = names.map((name) =>
    printField(name, schema, { ...place, indent: inner, path: `${place.path}.${name}` }),
  )
  if (schema.additionalProperties !== undefined) fields.push('[field: string]: unknown')
  const line = `{ ${fields.join('; ')} }`
  if (line.length + indent.length <= width && !line.includes('\n') && !line.includes('/**')) return line
  return `{\n${fields.map((field) => `${inner}${field}\n`).join('')}${indent}}`
}

function schemaTypes({ type }: Schema): readonly SchemaType[] {
  if (type === undefined) return []
  return typeof type === 'string' ? [type] : type
}

function printOne(type: SchemaType, schema: Schema, place: Place): string {
  switch (type) {
    case 'string':
      return strings(schema)
    case 'integer':
      // Above 2^53 they arrive as text where the client is told so (`bigIntegers`), and may be sent as text.
      return schema.format === undefined ? 'number' : 'number | string'
    case 'number':
    case 'boolean':
      return type
    case 'array':
      return list(printType(schema.items, { ...place, path: `${place.path}[]` }), place)
    case 'object':
      return printObject(schema, place)
  }
}

/** Editors offer the documented values; others compile too, because WeCom adds to them. */
function strings(schema: Schema): string {
  const values = schema.enum ?? schema.values
  if (values === undefined) return 'string'
  return union([...values.map((value) => quoted(String(value))), '(string & {})'])
}

function list(item: string, { direction }: Place): string {
  const single = !/ \| |^readonly /.test(item.replace(/\{[^]*\}/, ''))
  return `${direction === 'request' ? 'readonly ' : ''}${single ? item : `(${item})`}[]`
}

function emptyObject(schema: Schema, place: Place): string {
  const { additionalProperties } = schema
  if (additionalProperties !== undefined) {
    return `Record<string, ${printType(additionalProperties, place)}>`
  }
  return place.direction === 'request' ? 'object' : 'Record<string, unknown>'
}

function printField(name: string, parent: Schema, place: Place): string {
  const { direction } = place
  const schema = parent.properties?.[name] ?? {}
  const { required = [], usual = [] } = parent
  const sure = direction === 'request' ? required : [...required, ...usual]
  const type = printType(schema, place)
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
  const note = hint(schema)
  const comment = note === '' ? '' : `/** ${note} */ `
  if (sure.includes(name)) return `${comment}${key}: ${type}`
  // A caller's `undefined` is left out of the request; under exactOptionalPropertyTypes it must be allowed by name.
  return `${comment}${key}?: ${type}${direction === 'request' ? ' | undefined' : ''}`
}

/** What the type cannot say: documented numbers and limits. */
function hint(schema: Schema): string {
  const numbers = (schema.enum ?? schema.values)?.filter((value) => typeof value === 'number') ?? []
  const { maxBytes, maxLength, maximum, maxItems, items, soft } = schema
  const limits = [
    maxBytes === undefined ? '' : `at most ${maxBytes} bytes`,
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    maximum === undefined ? '' : `at most ${maximum}`,
    maxItems === undefined ? '' : `at most ${maxItems} items`,
    soft === true ? 'longer is cut' : '',
  ].filter((limit) => limit !== '')
  const own = [numbers.join(' | '), ...limits].filter((part) => part !== '').join(', ')
  const inItems = items === undefined || items.properties !== undefined ? '' : hint(items)
  return [own, inItems === '' ? '' : `each ${inItems}`].filter((part) => part !== '').join('; ')
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ')
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
