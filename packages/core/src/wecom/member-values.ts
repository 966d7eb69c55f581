import { isRecord } from '../internal/is-record.ts'

/** State of a member's account. */
export type MemberStatus = 'active' | 'disabled' | 'pending' | 'left' | 'unknown'

/** What WeCom records. */
export type MemberGender = 'male' | 'female'

/** One custom attribute. */
export interface MemberAttribute {
  name: string
  type: 'text' | 'link' | 'mini-program'
  /** The text, or the title of the link. */
  value: string | undefined
  /** Target of a link. */
  url: string | undefined
}

/** A text that says something: WeCom leaves a withheld field out or sends it empty. Deployments send numbers, too. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Texts of a list, of a single value, or between the commas of a callback. */
export function texts(value: unknown): string[] {
  return items(value)
    .map(text)
    .filter((item) => item !== undefined)
}

/** A whole number, as a number or in digits: `1`, `"1"`. */
function id(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

/** The same above 0. */
export function positiveId(value: unknown): number | undefined {
  const number = id(Array.isArray(value) ? value[0] : value)
  return number !== undefined && number > 0 ? number : undefined
}

/** Whole numbers of a list, of a single value, or between the commas of a callback. */
export function ids(value: unknown): number[] {
  return items(value)
    .map(id)
    .filter((item) => item !== undefined)
}

/** Yes or no per position: `1`, `"1"`, `true`. */
export function flags(value: unknown): boolean[] {
  return items(value).map((item) => item === true || id(item) === 1)
}

const genders: ReadonlyMap<unknown, MemberGender> = new Map([
  [1, 'male'],
  [2, 'female'],
])

/** `"1"` male, `"2"` female; documented as a text, seen as a number. */
export function gender(value: unknown): MemberGender | undefined {
  return genders.get(id(value))
}

const statuses: ReadonlyMap<unknown, MemberStatus> = new Map([
  [1, 'active'],
  [2, 'disabled'],
  [4, 'pending'],
  [5, 'left'],
])

/** 1 active, 2 disabled, 4 not activated, 5 left; documented as a number, seen as a text. */
export function status(value: unknown): MemberStatus {
  return statuses.get(id(value)) ?? 'unknown'
}

/** `extattr` of an answer. */
export function attributes(value: unknown): MemberAttribute[] {
  const list = isRecord(value) ? value['attrs'] : undefined
  return Array.isArray(list) ? list.filter(isRecord).map(attribute) : []
}

function attribute(wire: Readonly<Record<string, unknown>>): MemberAttribute {
  const name = text(wire['name']) ?? ''
  const { web, miniprogram } = wire
  if (isRecord(web)) {
    return Object.freeze({ name, type: 'link', value: text(web['title']), url: text(web['url']) })
  }
  if (isRecord(miniprogram)) {
    return Object.freeze({ name, type: 'mini-program', value: text(miniprogram['title']), url: undefined })
  }
  const plain = isRecord(wire['text']) ? wire['text']['value'] : wire['value']
  return Object.freeze({ name, type: 'text', value: text(plain), url: undefined })
}

function items(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return value === '' ? [] : value.split(',').map((item) => item.trim())
  return value === undefined || value === null ? [] : [value]
}
