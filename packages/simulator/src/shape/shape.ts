import { ShapeError } from './shape-error.ts'

/** What a form on a page needs to ask for a value; `json` is whatever has no form of its own. */
export type Form = (
  | { kind: 'text' | 'flag' | 'json' }
  | { kind: 'number'; whole: boolean; min: number; max: number }
  | { kind: 'choice'; choices: readonly (string | number)[] }
  | { kind: 'list'; item: Form }
  | { kind: 'object'; fields: Readonly<Record<string, Form>> }
  | { kind: 'either'; options: readonly Form[] }
  /** One of several objects, told apart by the value of one field. */
  | { kind: 'variants'; by: string; variants: Readonly<Record<string, Form>> }
) & { optional?: true }

/** A check of a value from outside: true when it fits, else a {@link ShapeError} that names the place. */
export interface Shape<T> {
  (value: unknown, at: string): value is T
  /** @default `{ kind: 'json' }` */
  readonly form?: Form
}

/** The shape with what a form needs to know of it. */
export function withForm<T>(shape: Shape<T>, form: Form): Shape<T> {
  const check = (value: unknown, at: string): value is T => shape(value, at)
  return Object.assign(check, { form })
}

/** How a page asks for a value of this shape. */
export function formOf(shape: Shape<unknown>): Form {
  return shape.form ?? { kind: 'json' }
}

/** The value, once it fits. */
export function parse<T>(shape: Shape<T>, value: unknown): T {
  if (shape(value, '')) return value
  throw new ShapeError('', 'does not fit')
}

export const text: Shape<string> = withForm(
  (value, at): value is string => {
    if (typeof value === 'string' && value !== '') return true
    throw unexpected('a text that is not empty', value, at)
  },
  { kind: 'text' },
)

export const anyText: Shape<string> = withForm(
  (value, at): value is string => {
    if (typeof value === 'string') return true
    throw unexpected('a text', value, at)
  },
  { kind: 'text' },
)

export const flag: Shape<boolean> = withForm(
  (value, at): value is boolean => {
    if (typeof value === 'boolean') return true
    throw unexpected('true or false', value, at)
  },
  { kind: 'flag' },
)

export const anything: Shape<unknown> = (_value, _at): _value is unknown => true

export const anyObject: Shape<Record<string, unknown>> = (value, at): value is Record<string, unknown> => {
  if (isRecord(value)) return true
  throw unexpected('an object', value, at)
}

/** A whole number from `min` to `max`, both included. */
export function integer(
  min: number = Number.MIN_SAFE_INTEGER,
  max: number = Number.MAX_SAFE_INTEGER,
): Shape<number> {
  return withForm(
    (value, at): value is number => {
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max)
        return true
      throw unexpected(`a whole number from ${min} to ${max}`, value, at)
    },
    { kind: 'number', whole: true, min, max },
  )
}

/** What WeCom keeps an id or an order in: 32 bits without a sign. */
export const unsigned: Shape<number> = integer(0, 2 ** 32 - 1)

/** Any finite number from `min` to `max`, both included. */
export function number(min: number, max: number): Shape<number> {
  return withForm(
    (value, at): value is number => {
      if (typeof value === 'number' && value >= min && value <= max) return true
      throw unexpected(`a number from ${min} to ${max}`, value, at)
    },
    { kind: 'number', whole: false, min, max },
  )
}

/** A text that matches; `what` names the rule in the error. */
export function matching(pattern: RegExp, what: string): Shape<string> {
  return withForm(
    (value, at): value is string => {
      if (typeof value === 'string' && pattern.test(value)) return true
      throw unexpected(what, value, at)
    },
    { kind: 'text' },
  )
}

/** One of the values listed. */
export function oneOf<T extends string | number>(...choices: readonly T[]): Shape<T> {
  return withForm(
    (value, at): value is T => {
      if (choices.some((choice) => choice === value)) return true
      throw unexpected(`one of ${choices.join(', ')}`, value, at)
    },
    { kind: 'choice', choices },
  )
}

/** The same, or nothing at all. */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return withForm((value, at): value is T | undefined => value === undefined || shape(value, at), {
    ...formOf(shape),
    optional: true,
  })
}

/** A list whose every item fits. */
export function listOf<T>(item: Shape<T>, maxLength: number = Number.MAX_SAFE_INTEGER): Shape<T[]> {
  return withForm(
    (value, at): value is T[] => {
      if (!Array.isArray(value)) throw unexpected('a list', value, at)
      if (value.length > maxLength) throw new ShapeError(at, `at most ${maxLength} items expected`)
      return value.every((each, index) => item(each, `${at}[${index}]`))
    },
    { kind: 'list', item: formOf(item) },
  )
}

/** An object with exactly these fields: an unknown one is most often a misspelt one, so it is refused. */
export function object<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const check: Shape<T> = (value, at): value is T => {
    if (!isRecord(value)) throw unexpected('an object', value, at)
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) throw new ShapeError(join(at, key), `unknown field; ${known(fields)}`)
    }
    for (const key in fields) {
      if (value[key] === undefined && !accepts(fields[key])) throw new ShapeError(join(at, key), 'is missing')
      fields[key](value[key], join(at, key))
    }
    return true
  }
  return withForm(check, { kind: 'object', fields: formsOf(fields) })
}

/** Objects of several kinds, told apart by the value of the field `by`. */
export function variants<T>(by: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const kind = oneOf(...Object.keys(shapes))
  const check: Shape<T> = (value, at): value is T => {
    if (!isRecord(value)) throw unexpected('an object', value, at)
    const chosen = value[by]
    return kind(chosen, join(at, by)) && shapes[chosen]?.(value, at) === true
  }
  return withForm(check, { kind: 'variants', by, variants: formsOf(shapes) })
}

function formsOf(shapes: Readonly<Record<string, Shape<unknown>>>): Record<string, Form> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, formOf(shape)]))
}

/** The first of several shapes that fits; when none does, the last one's complaint is the error. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return withForm((value, at): value is A | B => fits(first, value, at) || second(value, at), {
    kind: 'either',
    options: [formOf(first), formOf(second)],
  })
}

/** True for `{…}`, false for lists, null and everything else. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fits<T>(shape: Shape<T>, value: unknown, at: string): value is T {
  try {
    return shape(value, at)
  } catch {
    return false
  }
}

function accepts<T>(shape: Shape<T>): boolean {
  return fits(shape, undefined, '')
}

function known(fields: object): string {
  const names = Object.keys(fields)
  return names.length === 0 ? 'none is expected here' : `known are ${names.join(', ')}`
}

function join(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`
}

function unexpected(expected: string, value: unknown, at: string): ShapeError {
  return new ShapeError(
    at,
    value === undefined ? `is missing, expected ${expected}` : `expected ${expected}, got ${sketch(value)}`,
  )
}

/** Says the kind of a wrong value, and only short plain ones in full: it may be a secret in the wrong field. */
export function sketch(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'string' ? `a text of ${value.length} characters` : typeof value
}
