import { isRecord, sketch } from '../shape/shape.ts'
import { errmsg } from '../wire/errmsg.ts'
import { Refusal } from '../wire/refusal.ts'
import type { DocumentedRoute, ObjectSchema, Schema } from './documented-routes.ts'
import { missingCode, wrongCode } from './missing-codes.ts'

/** A JSON body with the leniency of production taken out of it. */
export type Body = Readonly<Record<string, unknown>>

/** Refuses a call that lacks a required query parameter or has one that is no number where one belongs. */
export function checkQuery({ path, query: schema }: DocumentedRoute, query: URLSearchParams): void {
  for (const [key, type] of Object.entries(schema)) {
    const name = nameOf(key)
    const value = query.get(name)
    if (value === null || value === '') {
      if (isRequired(key)) throw missingField(path, name)
    } else if (type === 'i' && !wholeNumber.test(value)) throw wrongField(path, name, type, value)
  }
}

/**
 * The body as its behaviour reads it: null is absent, a text of digits is a number where one belongs and a number is a
 * text where one belongs. What the documents do not name stays as it came.
 *
 * How sure: seen in clients that work in production; which code and text answers which field is our choice where the
 * error table has none of its own.
 * @throws Refusal that names the field that is missing or of another kind.
 */
export function readBody({ body: schema, path }: DocumentedRoute, body: Body): Body {
  return readObject({ path, at: '' }, schema, body)
}

interface Place {
  readonly path: string
  /** Where in the body, with dots. */
  readonly at: string
}

const wholeNumber = /^-?\d{1,20}$/

function readObject(place: Place, schema: ObjectSchema, given: Body): Body {
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue
    const known = schema[name] ?? schema[`${name}!`]
    const inner = known === undefined ? withoutNulls(value) : readValue(inside(place, name), known, value)
    if (inner !== undefined) read[name] = inner
  }
  checkRequired(place, schema, read)
  return read
}

function checkRequired(place: Place, schema: ObjectSchema, read: Body): void {
  for (const key of Object.keys(schema)) {
    const name = nameOf(key)
    if (isRequired(key) && isAbsent(read[name]) && !mayBeEmpty(name, read))
      throw missingField(place.path, inside(place, name).at)
  }
  const { $: choice } = schema
  if (!Array.isArray(choice)) return
  const [by, ...values] = choice.map(String)
  const chosen = String(read[by ?? ''])
  if (values.includes(chosen) && Object.hasOwn(schema, chosen) && isAbsent(read[chosen]))
    throw missingField(place.path, inside(place, chosen).at)
}

function readValue(place: Place, schema: Schema, value: unknown): unknown {
  if (isList(schema)) {
    if (!Array.isArray(value)) throw wrongField(place.path, place.at, schema, value)
    const items: unknown[] = value
    return items
      .filter((item) => item !== null)
      .map((item, index) => readValue({ ...place, at: `${place.at}[${index}]` }, schema[0], item))
  }
  if (typeof schema !== 'string') {
    if (!isRecord(value)) throw wrongField(place.path, place.at, schema, value)
    return readObject(place, schema, value)
  }
  return schema.includes('*') ? withoutNulls(value) : readScalar(place, schema, value)
}

/** `schema` is one letter or several; with several the value stays as it came. */
function readScalar(place: Place, schema: string, value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw wrongField(place.path, place.at, schema, value)
  if (schema === 's') return String(value)
  const isNumber = schema === 'i' || schema === 'n'
  if (!isNumber || typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value === '') return undefined
  if (schema === 'i' ? wholeNumber.test(value) : Number.isFinite(Number(value))) return Number(value)
  throw wrongField(place.path, place.at, schema, value)
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls)
  if (!isRecord(value)) return value
  const kept = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNulls(inner)]))
}

/** WeCom answers an empty text like one that is not there; an empty list is a list. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === ''
}

/** The cursor of the first page is an empty text. */
function mayBeEmpty(name: string, read: Body): boolean {
  return read[name] === '' && name.endsWith('cursor')
}

/** True for a schema of a list. */
export function isList(schema: Schema): schema is readonly [Schema] {
  return Array.isArray(schema)
}

/** A field's name without its mark. */
export function nameOf(key: string): string {
  return key.endsWith('!') ? key.slice(0, -1) : key
}

/** True for a field that the documents require. */
export function isRequired(key: string): boolean {
  return key.endsWith('!')
}

function inside({ at, path }: Place, name: string): Place {
  return { path, at: at === '' ? name : `${at}.${name}` }
}

/** The refusal of a call that lacks a parameter. */
export function missingField(path: string, at: string): Refusal {
  const code = missingCode(path, lastName(at))
  return new Refusal(code, 'parameters', `${at} is missing`, `${errmsg(code)}, missing field: ${at}`)
}

function wrongField(path: string, at: string, schema: Schema, value: unknown): Refusal {
  const code = wrongCode(path, lastName(at))
  const reason = `${at} must be ${wordsFor(schema)}, got ${sketch(value)}`
  return new Refusal(code, 'parameters', reason, `${errmsg(code)}, field of another type: ${at}`)
}

const words: Readonly<Record<string, string>> = {
  s: 'a text',
  i: 'a whole number',
  n: 'a number',
  b: 'true or false',
}

function wordsFor(schema: Schema): string {
  if (typeof schema !== 'string') return isList(schema) ? 'a list' : 'an object'
  return Array.from(schema.replace(/:.*/, ''), (letter) => words[letter] ?? letter).join(' or ')
}

function lastName(at: string): string {
  return /([^.[\]]+)(?:\[\d+\])*$/.exec(at)?.[1] ?? at
}
