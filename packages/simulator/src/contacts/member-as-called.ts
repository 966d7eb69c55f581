import { isRecord } from '../shape/shape.ts'

const lists = new Set(['department', 'order', 'is_leader_in_dept'])
const numbers = new Set([...lists, 'main_department', 'status'])
const texts = new Set(['userid', 'gender', 'mobile', 'telephone'])

/**
 * A member in a switch's body, as people write it who have user/create and user/update before them: `enable` instead of
 * a status, digits as text or number, one department without a list, null for absent. What is still wrong is said by
 * the check behind.
 */
export function memberAsCalled(body: unknown): unknown {
  if (!isRecord(body)) return body
  const { enable, ...rest } = body
  const given = Object.entries(rest).filter(([, value]) => value !== null)
  const fields = Object.fromEntries(given.map(([name, value]) => [name, fieldAsCalled(name, value)]))
  const status = statusOf(enable)
  if (status === undefined) return enable === undefined || enable === null ? fields : { ...fields, enable }
  return { status, ...fields }
}

function fieldAsCalled(name: string, value: unknown): unknown {
  if (lists.has(name)) return (Array.isArray(value) ? value : [value]).map(numberOf)
  if (numbers.has(name)) return numberOf(value)
  return texts.has(name) && typeof value === 'number' ? String(value) : value
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
