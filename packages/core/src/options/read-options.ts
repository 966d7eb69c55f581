import { isRecord } from '../internal/is-record.ts'
import { describe, describeKind, optionMessage, unknownOptionMessage } from './option-error.ts'
import type { DefaultedRow, OptionRow, OptionRows } from './option-row.ts'

/** Options after {@link readOptions}: what has a default is there. */
export type ReadOptions<Options, Rows> = {
  readonly [Name in keyof Options]-?: Name extends keyof Rows
    ? Rows[Name] extends DefaultedRow<infer Value>
      ? Exclude<Options[Name], undefined> | Value
      : Options[Name]
    : never
}

/** Where a table of options belongs: the function that takes them, the section they stand in, and how to refuse. */
export interface OptionsOwner {
  readonly owner: string
  /** `session` for options given as `{ session: { … } }`. */
  readonly section?: string
  /** Makes the error of the package: its class and code, and where its docs explain it. */
  readonly refuse: (message: string, option: string) => Error
}

/**
 * Checks options by their rows and fills in the defaults. A name that has no row is refused: a misspelt option would
 * silently leave the default in place. `undefined` means "left out"; `null` is a value like any other.
 */
export function readOptions<Options extends object, Rows extends OptionRows<Options>>(
  place: OptionsOwner,
  rows: Rows,
  given: Options,
): ReadOptions<Options, Rows>
export function readOptions(
  place: OptionsOwner,
  rows: Readonly<Record<string, OptionRow<unknown>>>,
  given: unknown,
): Readonly<Record<string, unknown>> {
  if (!isRecord(given)) {
    const option = place.section ?? 'its argument'
    throw refuseOption(place, option, 'an object of options', describe(given))
  }
  for (const name of Object.keys(given))
    if (!Object.hasOwn(rows, name)) throw unknownOption(place, rows, name)
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, readOption(place, row, name, given[name])]),
  )
}

function readOption(place: OptionsOwner, row: OptionRow<unknown>, name: string, value: unknown): unknown {
  if (value === undefined && row.required !== true) return row.fallback
  if (value !== undefined && row.accepts(value)) return value
  const came = row.secret === true ? describeKind(value) : describe(value)
  throw refuseOption(place, full(place, name), row.wanted, came, row.how)
}

function refuseOption(
  { owner, refuse }: OptionsOwner,
  option: string,
  wanted: string,
  came: string,
  how?: string,
): Error {
  return refuse(optionMessage({ owner, option, wanted, came, how }), option)
}

function unknownOption(
  place: OptionsOwner,
  rows: Readonly<Record<string, OptionRow<unknown>>>,
  name: string,
): Error {
  const names = Object.keys(rows)
  const meant =
    names.find((known) => rows[known]?.alias?.includes(name) === true) ??
    names.find((known) => isNear(known, name))
  const known = names.map((each) => full(place, each))
  const hint = meant === undefined ? undefined : full(place, meant)
  return place.refuse(unknownOptionMessage(place.owner, full(place, name), hint, known), full(place, name))
}

function full({ section }: OptionsOwner, name: string): string {
  return section === undefined ? name : `${section}.${name}`
}

/** The usual slips: another case, a plural. */
function isNear(known: string, name: string): boolean {
  const [left, right] = [known.toLowerCase(), name.toLowerCase()]
  return left === right || `${left}s` === right || left === `${right}s`
}
