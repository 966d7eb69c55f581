import type { Call } from './call.ts'
import { Refusal } from '../wire/refusal.ts'

/** A query parameter, undefined when missing or empty. */
export function queryText(call: Call, name: string): string | undefined {
  return call.exchange.query.get(name) || undefined
}

/** A query parameter that must be there. */
export function requiredQuery(call: Call, name: string, missing: number): string {
  const value = queryText(call, name)
  if (value === undefined) throw new Refusal(missing, 'parameters', `${name} is missing in the query`)
  return value
}

/** A whole-number query parameter, undefined when missing. Anything else is refused. */
export function queryId(call: Call, name: string, wrong: number): number | undefined {
  const value = queryText(call, name)
  if (value === undefined) return undefined
  if (!/^\d{1,10}$/.test(value))
    throw new Refusal(wrong, 'parameters', `${name} must be a whole number, got ${value}`)
  return Number(value)
}

/** A text in the JSON body, undefined when missing, empty or of another type. */
export function bodyText(call: Call, name: string): string | undefined {
  const value = call.body[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A text in the JSON body that must be there. */
export function requiredBodyText(call: Call, name: string, missing: number): string {
  const value = bodyText(call, name)
  if (value === undefined) throw new Refusal(missing, 'parameters', `${name} is missing in the body`)
  return value
}

/** A list of texts in the JSON body; `otherwise` when there is none. */
export function bodyTexts(call: Call, name: string, wrong: number, otherwise?: string[]): string[] {
  const value = call.body[name]
  if (value === undefined && otherwise !== undefined) return otherwise
  if (!Array.isArray(value)) throw new Refusal(wrong, 'parameters', `${name} must be a list`)
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw new Refusal(wrong, 'parameters', `${name} must be a list of texts`)
    return item
  })
}

/** A number in the JSON body, undefined when missing; the rule of the documented types was before. */
export function bodyNumber(call: Call, name: string): number | undefined {
  const value = call.body[name]
  return typeof value === 'number' ? value : undefined
}

/** A list of numbers in the JSON body; `otherwise` when there is none. */
export function bodyNumbers(call: Call, name: string, otherwise: number[]): number[] {
  const value = call.body[name]
  if (value === undefined) return otherwise
  if (!Array.isArray(value)) throw new Refusal(40058, 'parameters', `${name} must be a list`)
  return value.map((item: unknown) => {
    if (typeof item !== 'number') throw new Refusal(40058, 'parameters', `${name} must be a list of numbers`)
    return item
  })
}
