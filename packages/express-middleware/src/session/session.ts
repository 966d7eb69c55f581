import type { WecomUser } from '../user/wecom-user.ts'

/** A JSON object. */
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
