import { isRecord } from '../internal/is-record.ts'

/** One option: what it must be, in words and as a test, and what it is when it is left out. */
export interface OptionRow<Value> {
  /** Follows "must be": `a whole number above 0`. */
  readonly wanted: string
  readonly accepts: (value: unknown) => value is Value
  /** How to get what is wanted, as a sentence. */
  readonly how?: string
  readonly fallback?: Value
  /** Whether leaving it out is a mistake. */
  readonly required?: boolean
  /** Whether its value must not be shown. */
  readonly secret?: boolean
  /** What people bring from other libraries: names that lead here. */
  readonly alias?: readonly string[]
}

/**
 * A table with a row for each option of an interface, `Defaulted` naming those that must have a default. A missing row,
 * one too many or one of another type does not compile: annotate the table, or give it with `satisfies`. The interface
 * stays written by hand, for the doc comments.
 */
export type OptionRows<Options, Defaulted extends keyof Options = never> = {
  readonly [Name in keyof Options]-?: Name extends Defaulted
    ? DefaultedRow<Exclude<Options[Name], undefined>>
    : OptionRow<Exclude<Options[Name], undefined>>
}

/** Sets further properties of a row. */
type More<Value> = Omit<OptionRow<Value>, 'wanted' | 'accepts' | 'fallback'>

/** A row with a default: the option is never undefined afterwards. */
export interface DefaultedRow<Value> extends OptionRow<Value> {
  readonly fallback: Value
}

/** Any row by its test. */
export function row<Value>(
  wanted: string,
  accepts: (value: unknown) => value is Value,
  more: More<Value> = {},
): OptionRow<Value> {
  return { wanted, accepts, ...more }
}

/** The same row with a default. */
export function withDefault<Value>(fallback: Value, base: OptionRow<Value>): DefaultedRow<Value> {
  return { ...base, fallback }
}

/** A text that has the form of a pattern. */
export function matching(wanted: string, pattern: RegExp, more: More<string> = {}): OptionRow<string> {
  return row(wanted, (value): value is string => typeof value === 'string' && pattern.test(value), more)
}

/** A whole number between two bounds. */
export function integer(
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
  more: More<number> = {},
): OptionRow<number> {
  const upTo = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
  const accepts = (value: unknown): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
  return row(`a whole number ${upTo}`, accepts, more)
}

// A timer of Node takes no more; anything above fires at once.
const longestTimerMs = 2_147_483_647

/** Milliseconds that somebody waits. */
export function milliseconds(): OptionRow<number> {
  return integer(1, longestTimerMs, { how: 'It is in milliseconds' })
}

/** A number above a bound, infinity included. */
export function above(bound: number, wanted: string, more: More<number> = {}): OptionRow<number> {
  return row(wanted, (value): value is number => typeof value === 'number' && value > bound, more)
}

/** True or false and nothing else: the text 'false' of an environment variable would open what it was to close. */
export function flag(more: More<boolean> = {}): OptionRow<boolean> {
  return row('true or false', (value): value is boolean => typeof value === 'boolean', more)
}

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[], more: More<Word> = {}): OptionRow<Word> {
  const wanted = words.map((word) => `'${word}'`).join(' or ')
  return row(wanted, (value): value is Word => words.some((word) => word === value), more)
}

/** A function; `Value` is its type, which cannot be looked at. */
export function callable<Value extends (...parameters: never[]) => unknown>(
  example: string,
  more: More<Value> = {},
): OptionRow<Value> {
  const accepts = (value: unknown): value is Value => typeof value === 'function'
  return row('a function', accepts, { how: `Pass ${example}`, ...more })
}

/** An object or function with some methods. */
export function withMethods<Value extends object>(
  wanted: string,
  methods: readonly string[],
  more: More<Value> = {},
): OptionRow<Value> {
  const accepts = (value: unknown): value is Value =>
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    methods.every((method) => typeof Reflect.get(value, method) === 'function')
  return row(wanted, accepts, more)
}

/** An object of options of its own; what is in it, {@link readOptions} checks with rows of its own. */
export function section<Value extends object>(more: More<Value> = {}): OptionRow<Value> {
  return row('an object of options', (value): value is Value => isRecord(value), more)
}

/** A list whose items pass a test. */
export function listOf<Item>(
  wanted: string,
  accepts: (value: unknown) => value is Item,
  more: More<readonly Item[]> = {},
): OptionRow<readonly Item[]> {
  const all = (value: unknown): value is readonly Item[] => Array.isArray(value) && value.every(accepts)
  return row(wanted, all, more)
}
