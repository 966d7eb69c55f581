import { isRecord, userKey } from '@wecom-kit/core/foundation'
import { cookieValues } from '../http/read-request.ts'
import type { SsoCookies } from './cookies.ts'
import type { Sealer } from './seal.ts'
import { clockSkew, parseJson, type Session } from './session.ts'

/**
 * What a browser remembers of a sign-out. WeCom's own browser signs in silently: without this mark, signing out would
 * last until the next page. It also ends the member's sessions that began before, even if a late response set their
 * cookie again.
 *
 * Where `__Host-` is not possible others can plant cookies of this name. So the mark is sealed and names the member: one
 * that was made up, is from the future, or belongs to whoever planted it ends nobody's session.
 */
export interface SignOutMark {
  write(user: string | undefined, cookies: SsoCookies): string
  /** Whether this browser signed out and nobody signed in since. */
  isPresent(header: string | undefined, cookies: SsoCookies): boolean
  /** Whether a session began before its member signed out here. */
  ends(session: Session, header: string | undefined, cookies: SsoCookies): boolean
}

/** `ttl` in milliseconds: no session outlives it. */
export function createSignOutMark(sealer: Sealer, ttl: number, now: () => number): SignOutMark {
  const read = (header: string | undefined, cookies: SsoCookies) =>
    cookieValues(header, cookies.signedOut).flatMap((token) => {
      const text = sealer.open(token)
      const mark = text === undefined ? undefined : parseJson(text)
      if (!isRecord(mark) || typeof mark['at'] !== 'number' || mark['at'] > now() + clockSkew) return []
      return [{ at: mark['at'], user: mark['user'] }]
    })
  return {
    write(user, cookies) {
      const mark = { at: now(), user: user === undefined ? undefined : userKey(user) }
      return cookies.write(cookies.signedOut, sealer.seal(JSON.stringify(mark)), Math.ceil(ttl / 1000))
    },
    isPresent: (header, cookies) => read(header, cookies).length > 0,
    ends: (session, header, cookies) =>
      header?.includes(cookies.signedOut) === true &&
      read(header, cookies).some(
        ({ at, user }) => user === userKey(session.user.userId) && session.user.loginAt <= at,
      ),
  }
}
