import { isRecord } from '../internal/is-record.ts'
import type { WecomUser } from './wecom-user.ts'

const texts = ['name', 'alias', 'position', 'avatarUrl', 'mobile', 'email', 'businessEmail'] as const

/**
 * Reads a user out of opened or stored JSON, field by field, and freezes it. Unknown fields are dropped: nothing
 * named `__proto__` or `isAdmin` gets from a stored value onto `req.wecomUser`.
 */
export function parseUser(value: unknown): WecomUser | undefined {
  if (!isRecord(value)) return undefined
  const { corpId, agentId, userId, loginAt } = value
  if (typeof corpId !== 'string' || typeof agentId !== 'number') return undefined
  if (typeof userId !== 'string' || userId === '' || typeof loginAt !== 'number') return undefined
  const user: Mutable<WecomUser> = { corpId, agentId, userId, loginAt }
  for (const field of texts) {
    const text = value[field]
    if (typeof text === 'string') user[field] = text
  }
  const { departmentIds, mainDepartmentId, gender } = value
  if (isNumbers(departmentIds)) user.departmentIds = Object.freeze([...departmentIds])
  if (typeof mainDepartmentId === 'number') user.mainDepartmentId = mainDepartmentId
  if (gender === 'male' || gender === 'female') user.gender = gender
  return Object.freeze(user)
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number')
}
