import { WecomConfigError } from '../errors/config-error.ts'
import { isRecord } from '../internal/is-record.ts'

/** A department or tag id: WeCom numbers both from 1 (the root department is 1). */
export function checkId(id: number, name: string): number {
  if (Number.isSafeInteger(id) && id > 0) return id
  throw new WecomConfigError(
    `${name} must be a positive integer (the root department is 1), got ${typeof id === 'number' ? id : typeof id}`,
  )
}

/** A required text argument; `secret` keeps codes and tickets out of the message. */
export function checkText(value: string, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new WecomConfigError(`${name} must be a non-empty string, got ${value === '' ? '""' : typeof value}`)
}

/** An object that is sent as it is; `call` names who takes it. */
export function checkObject<T extends object>(value: T, call: string): T {
  if (isRecord(value)) return value
  throw new WecomConfigError(`${call} takes an object, got ${typeof value}`)
}

/** A list of 1 to `most` texts. */
export function checkList(value: readonly string[], name: string, most: number): readonly string[] {
  if (Array.isArray(value) && value.length >= 1 && value.length <= most) return value
  const got = Array.isArray(value) ? `${value.length} entries` : typeof value
  throw new WecomConfigError(`${name} must be a list of 1 to ${most} entries, got ${got}`)
}
