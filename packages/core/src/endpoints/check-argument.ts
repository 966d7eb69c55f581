import { WecomConfigError } from '../errors/config-error.ts'

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
