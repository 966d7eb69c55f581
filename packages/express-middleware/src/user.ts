import { isRecord } from '@wecom-kit/core/foundation'

/**
 * Who is signed in. With the defaults only `corpId`, `agentId`, `userId` and `loginAt` are there; `profile:
 * 'directory'` adds name and departments, `scope: 'snsapi_privateinfo'` what the member consented to in WeCom's own
 * browser (the web-login page never yields those).
 */
export interface WecomUser {
  /** The corp the member belongs to: the linked corp's for a linked member. */
  readonly corpId: string
  /** The app the member signed in to. */
  readonly agentId: number
  /** WeCom's userid; a linked member's keeps its `CorpId/` prefix. Compared without case. */
  readonly userId: string
  readonly name?: string | undefined
  readonly alias?: string | undefined
  readonly departmentIds?: readonly number[] | undefined
  readonly mainDepartmentId?: number | undefined
  readonly position?: string | undefined
  readonly avatarUrl?: string | undefined
  readonly mobile?: string | undefined
  readonly email?: string | undefined
  readonly businessEmail?: string | undefined
  readonly gender?: 'male' | 'female' | undefined
  /** When this session began, in milliseconds since 1970. */
  readonly loginAt: number
}

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
