import { isRecord } from '@wecom-kit/core/foundation'
import { parseUser, type WecomUser } from '../user.ts'

export type JsonObject = { readonly [key: string]: JsonValue }

/** What JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject

/** Somebody's session. */
export interface Session {
  /** Random; names the session in the store and in the list of ended ones. */
  readonly id: string
  /** Frozen. */
  readonly user: WecomUser
  /** Milliseconds since 1970 of its last renewal. It began at `user.loginAt`. */
  readonly touchedAt: number
  /** What the app keeps with it. */
  readonly data: JsonObject | undefined
}

/** How long sessions live, in milliseconds; undefined for no limit. */
export interface Lifetimes {
  readonly idle: number | undefined
  readonly absolute: number | undefined
  readonly updateAge: number
}

/** The end of "no end", in milliseconds: browsers keep no cookie longer than 400 days. */
export const longestTtl: number = 400 * 24 * 3600 * 1000

/** Clocks of several servers differ; more than this ahead of ours is forged or broken. */
export const clockSkew = 60_000

/** When a session ends if nothing renews it. */
export function endOf(session: Session, lifetimes: Lifetimes): number {
  const idleEnd = session.touchedAt + (lifetimes.idle ?? Number.POSITIVE_INFINITY)
  const absoluteEnd = session.user.loginAt + (lifetimes.absolute ?? Number.POSITIVE_INFINITY)
  return Math.min(idleEnd, absoluteEnd)
}

/**
 * Whether a session still stands, by today's configuration: shortening a lifetime ends older sessions as well. What
 * the cookie's Max-Age said does not matter, clients can ignore it.
 */
export function isAlive(session: Session, lifetimes: Lifetimes, now: number): boolean {
  return (
    session.user.loginAt <= now + clockSkew &&
    session.touchedAt <= now + clockSkew &&
    now < endOf(session, lifetimes)
  )
}

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
