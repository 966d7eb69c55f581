import { type Form, formOf, isRecord, type Shape } from '../shape/shape.ts'
import { memberFields } from '../world/member-fields.ts'

/**
 * A member in a switch's body, as people write it who have user/create and user/update before them: `enable` instead of
 * a status, digits as text or number, one department without a list, null for absent. What is still wrong is said by
 * the check behind.
 */
export function memberAsCalled(body: unknown): unknown {
  if (!isRecord(body)) return body
  const { enable, ...rest } = body
  const given = Object.entries(rest).filter(([, value]) => value !== null)
  const fields = Object.fromEntries(given.map(([name, value]) => [name, asCalled(forms.get(name), value)]))
  const status = statusOf(enable)
  if (status === undefined) return enable === undefined || enable === null ? fields : { ...fields, enable }
  return { status, ...fields }
}

const forms: ReadonlyMap<string, Form> = new Map(
  Object.entries<{ shape: Shape<unknown> }>(memberFields).map(([name, { shape }]) => [name, formOf(shape)]),
)

function asCalled(form: Form | undefined, value: unknown): unknown {
  if (form?.kind === 'list') return [value].flat().map((item) => asCalled(form.item, item))
  if (form?.kind === 'number' || isChoiceOf(form, 'number')) return numberOf(value)
  const isText = form?.kind === 'text' || isChoiceOf(form, 'string')
  return isText && typeof value === 'number' ? String(value) : value
}

function isChoiceOf(form: Form | undefined, type: 'number' | 'string'): boolean {
  return form?.kind === 'choice' && form.choices.every((choice) => typeof choice === type)
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value
}

/** 1 active, 2 disabled. */
function statusOf(enable: unknown): 1 | 2 | undefined {
  const flag = numberOf(enable)
  if (flag === 0) return 2
  return flag === 1 ? 1 : undefined
}
