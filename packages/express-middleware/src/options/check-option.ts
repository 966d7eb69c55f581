import { optionError } from '../errors/option-error.ts'

/** Timers beyond this fire at once: 24 days as milliseconds, 68 years as seconds. */
const longestTimer = 2_147_483_647

/** A positive whole number, or the default. */
export function positiveInteger(value: unknown, option: string, fallback: number): number {
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > longestTimer)
    throw optionError(option, `at most ${longestTimer}`, value)
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

/** An object (or function) with some methods, or nothing. */
export function checkMethods(
  value: unknown,
  option: string,
  methods: readonly string[],
  expected: string,
): void {
  if (value === undefined) return
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
  if (isObject && methods.every((name) => typeof Reflect.get(value, name) === 'function')) return
  throw optionError(option, expected, value)
}

/** Something with get, set and delete. */
export function checkStore(value: unknown, option: string): void {
  const expected =
    'a store with get, set and delete, such as new Keyv(); wrap an express-session store in expressSessionStore()'
  checkMethods(value, option, ['get', 'set', 'delete'], expected)
}

/** A pino-shaped logger: one that cannot log would fail in the middle of a request. */
export function checkLogger(value: unknown): void {
  const expected = 'a logger with debug, info, warn and error, such as pino() or console'
  checkMethods(value, 'logger', ['debug', 'info', 'warn', 'error'], expected)
}
