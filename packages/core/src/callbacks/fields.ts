/**
 * The fields of a callback by their wire names, as text. A nested element is again fields, a repeated one a list.
 * The objects have no prototype, so that an element named `constructor` is only a field.
 */
export interface CallbackFields {
  readonly [name: string]: CallbackValue
}

/** What every callback carries. */
export interface CallbackBase {
  /** The corp's id; empty when the callback has none. */
  toUserName: string
  /** The member it comes from, `sys` for changes of the contacts; empty when the callback has none. */
  fromUserName: string
  /** Seconds since 1970; 0 when the callback has none. */
  createTime: number
  /** The app it is for; absent for contacts-sync. */
  agentId?: number
  /** Every field by its wire name, for what is not typed here. */
  raw: CallbackFields
}

export type CallbackValue = string | CallbackFields | readonly CallbackValue[]

/** A field as text; undefined when it is missing, nested or repeated. */
export function textField(fields: CallbackFields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

/** A field as a whole number of at most 15 digits, which is what a JavaScript number holds. */
export function integerField(fields: CallbackFields, name: string): number | undefined {
  return toInteger(textField(fields, name) ?? '')
}

/** A field as a decimal number, for coordinates. */
export function decimalField(fields: CallbackFields, name: string): number | undefined {
  const text = textField(fields, name)?.trim() ?? ''
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined
}

/** A field as the parts between its commas; an empty field is an empty list. */
export function listField(fields: CallbackFields, name: string): string[] | undefined {
  return textField(fields, name)
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A comma-separated field as whole numbers; what is no number is left out. */
export function integersField(fields: CallbackFields, name: string): number[] | undefined {
  return listField(fields, name)
    ?.map(toInteger)
    .filter((value) => value !== undefined)
}

/** The texts of an element that may be there once or several times. */
export function textsField(fields: CallbackFields, name: string): string[] {
  const value = fields[name]
  const values: readonly (CallbackValue | undefined)[] = isList(value) ? value : [value]
  return values.filter((text) => typeof text === 'string')
}

export function nestedField(fields: CallbackFields, name: string): CallbackFields | undefined {
  const value = fields[name]
  return isFields(value) ? value : undefined
}

/** The elements of a nested field that may be there once or several times. */
export function repeatedField(fields: CallbackFields, name: string): CallbackFields[] {
  const value = fields[name]
  const values: readonly (CallbackValue | undefined)[] = isList(value) ? value : [value]
  return values.filter(isFields)
}

function toInteger(text: string): number | undefined {
  return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined
}

/** Whether a value is nested fields. */
export function isFields(value: CallbackValue | undefined): value is CallbackFields {
  return typeof value === 'object' && !isList(value)
}

function isList(value: CallbackValue | undefined): value is readonly CallbackValue[] {
  return Array.isArray(value)
}
