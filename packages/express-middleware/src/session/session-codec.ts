import { isRecord } from '../internal/is-record.ts'
import { parseUser } from '../user/parse-user.ts'
import { endOf, type JsonObject, type Lifetimes, type Session } from './session.ts'

/**
 * A session as JSON. `iat` and `exp` are JWT's (seconds), so that a JOSE library checks the same end we do; ours are
 * `uat` (last renewal, milliseconds), `sid`, `user` and `data`.
 */
export function encodeSession(session: Session, lifetimes: Lifetimes): string {
  const end = endOf(session, lifetimes)
  return JSON.stringify({
    iat: Math.floor(session.user.loginAt / 1000),
    ...(Number.isFinite(end) ? { exp: Math.ceil(end / 1000) } : {}),
    uat: session.touchedAt,
    sid: session.id,
    user: session.user,
    data: session.data,
  })
}

/** Reads {@link encodeSession}'s JSON; undefined for anything else, and after the end written inside. */
export function decodeSession(text: string, now: number): Session | undefined {
  const claims = parseJson(text)
  if (!isRecord(claims)) return undefined
  const { uat, sid, exp, data } = claims
  const user = parseUser(claims['user'])
  if (user === undefined || typeof uat !== 'number' || typeof sid !== 'string') return undefined
  if (exp !== undefined && (typeof exp !== 'number' || exp * 1000 <= now)) return undefined
  return { id: sid, user, touchedAt: uat, data: isJsonObject(data) ? data : undefined }
}

/** JSON or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a parsed JSON value is an object: JSON.parse makes nothing a JsonObject could not hold. */
function isJsonObject(value: unknown): value is JsonObject {
  return isRecord(value)
}
