import { setupError } from './setup-error.ts'

/** The error for a wrong option: its name, what came (never a secret's value) and what to write instead. */
export function optionError(option: string, expected: string, received: unknown): TypeError {
  return setupError('WECOM_SETUP_OPTION', `${option} must be ${expected}; got ${describe(received)}`)
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80))
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null) {
    return String(value)
  }
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}
