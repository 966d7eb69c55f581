import { isRecord } from '../internal/is-record.ts'
import { readArgument } from '../options/config-option.ts'
import { integer, matching, row, type OptionRow } from '../options/option-row.ts'
import { WecomInvalidResponseError } from '../errors/errors.ts'

const owner = 'a call'

/** One argument of a method, refused in the words in which options are. */
export function checkArgument<Value>(name: string, wanted: OptionRow<Value>, given: unknown): Value {
  return readArgument(owner, name, wanted, given)
}

const numericId = integer(1, undefined, { how: 'The root department is 1' })
// Codes and tickets are texts, too: never shown.
const someText = matching('a text that is not empty', /[^]/, { secret: true })
const record = row('an object', isRecord)

/** A department or tag id: WeCom numbers both from 1. */
export function checkId(given: number, name: string): number {
  return checkArgument(name, numericId, given)
}

/** A required text. */
export function checkText(given: string, name: string): string {
  return checkArgument(name, someText, given)
}

/** An object that is sent as it is; `call` names who takes it. */
export function checkObject<T extends object>(given: T, call: string): T {
  readArgument(call, 'its argument', record, given)
  return given
}

/** A list of 1 to `most` texts. */
export function checkList(given: readonly string[], name: string, most: number): readonly string[] {
  const wanted = row(
    `a list of 1 to ${most} entries`,
    (value): value is readonly string[] => Array.isArray(value) && value.length >= 1 && value.length <= most,
  )
  return checkArgument(name, wanted, given)
}

/** The documented list of an answer; an answer without it is refused rather than passed on as `undefined`. */
export function expectList<T>(list: readonly T[] | undefined, field: string, path: string): T[] {
  if (Array.isArray(list)) return list
  throw new WecomInvalidResponseError(
    `${path} answered without the list "${field}". Expected an array, got ${typeof list}. ` +
      'If baseUrl points at a proxy or a private deployment, compare its answer with the documents.',
    { reason: 'schema', method: 'GET', path, attempts: 1 },
  )
}

/** The same of rows that are nothing without their id: a `null` or a row without one is refused as well. */
export function expectRows<T>(
  list: readonly T[] | undefined,
  field: string,
  id: 'userid' | 'id',
  path: string,
): T[] {
  const rows = expectList(list, field, path)
  const type = id === 'id' ? 'number' : 'string'
  if (rows.every((one) => isRecord(one) && typeof one[id] === type && one[id] !== '')) return rows
  throw new WecomInvalidResponseError(
    `${path} answered without the ${type} "${id}" in a row of "${field}". Expected it in every row.`,
    { reason: 'schema', method: 'GET', path, attempts: 1 },
  )
}

/** The documented text of an answer; an answer without it is refused rather than passed on as `undefined`. */
export function expectText(
  text: unknown,
  field: string,
  path: string,
  method: 'GET' | 'POST' = 'POST',
): string {
  if (typeof text === 'string' && text !== '') return text
  throw new WecomInvalidResponseError(
    `${path} answered without the text "${field}". Expected a string, got ${text === '' ? '""' : typeof text}.`,
    { reason: 'schema', method, path, attempts: 1 },
  )
}
