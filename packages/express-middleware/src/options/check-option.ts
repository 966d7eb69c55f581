import { optionError } from '../errors/option-error.ts'

/** A positive whole number, or the default. */
export function positiveInteger(value: unknown, option: string, fallback: number): number {
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
  throw optionError(option, 'a whole number above 0', value)
}

/** One of a few words, or the default. */
export function oneOf<const Word extends string>(
  value: unknown,
  option: string,
  words: readonly Word[],
  fallback: Word,
): Word {
  if (value === undefined) return fallback
  const word = words.find((known) => known === value)
  if (word !== undefined) return word
  throw optionError(option, words.map((known) => `'${known}'`).join(' or '), value)
}

/** A function, or nothing. */
export function checkFunction(value: unknown, option: string): void {
  if (value !== undefined && typeof value !== 'function') throw optionError(option, 'a function', value)
}

/** A list, empty when there is none: one text where a list is meant is the usual slip. */
export function checkList<Item>(
  value: readonly Item[] | undefined,
  option: string,
  what: string,
): readonly Item[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw optionError(option, what, value)
}

/** True, false or nothing. */
export function checkFlag(value: unknown, option: string): void {
  if (value !== undefined && typeof value !== 'boolean') throw optionError(option, 'true or false', value)
}

/** Something with get, set and delete. */
export function checkStore(value: unknown, option: string): void {
  if (value === undefined) return
  const complete =
    typeof value === 'object' &&
    value !== null &&
    ['get', 'set', 'delete'].every((name) => typeof Reflect.get(value, name) === 'function')
  if (complete) return
  throw optionError(
    option,
    'a store with get, set and delete, such as new Keyv(); wrap an express-session store in expressSessionStore()',
    value,
  )
}
