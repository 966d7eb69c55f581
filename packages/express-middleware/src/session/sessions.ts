import { randomBytes } from 'node:crypto'
import { cookieValues } from '../http/read-request.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import type { SsoCookies } from './cookies.ts'
import type { Revocations } from './revocations.ts'
import { looksSealed } from './seal.ts'
import type { SessionPlace } from './session-places.ts'
import { endOf, isAlive, type JsonObject, longestTtl, type Lifetimes, type Session } from './session.ts'
import type { SignOutMark } from './sign-out-mark.ts'
import type { WecomUser } from '../user.ts'

/** Reads, keeps and ends the sessions of one app. */
export interface Sessions {
  /** The session a Cookie header comes with. Rejects when a store fails. */
  read(header: string | undefined, cookies: SsoCookies): MaybePromise<Session | undefined>
  /** A new session with a new id; nothing is kept or sent yet. */
  create(user: WecomUser, data: JsonObject | undefined): Session
  /**
   * Keeps a session; gives its cookie, which means nothing before that.
   *
   * @param endsWithBrowser whether the cookie goes when the browser is closed
   */
  keep(session: Session, cookies: SsoCookies, endsWithBrowser: boolean): MaybePromise<string>
  /** Keeps a session without a response to put its cookie on; gives the cookie's value. */
  issue(session: Session): { token: string; saved: Promise<void> }
  /** Whether a session's idle time is due for renewal. */
  isDue(session: Session): boolean
  /** The same session, renewed now. */
  renewed(session: Session): Session
  /** Ends a session for good, wherever copies of its cookie may be. */
  end(session: Session): Promise<void>
}

interface SessionsOptions {
  place: SessionPlace
  revocations: Revocations
  signedOut: SignOutMark
  lifetimes: Lifetimes
  now: () => number
}

/** As many as fit into the header that node:http accepts. */
const mostCookies = 150

/** Joins where sessions are kept with how long they live and what ends them early. */
export function createSessions({ place, revocations, signedOut, lifetimes, now }: SessionsOptions): Sessions {
  const accept = (session: Session | undefined, header: string | undefined, cookies: SsoCookies) => {
    if (session === undefined || !isAlive(session, lifetimes, now())) return undefined
    if (signedOut.ends(session, header, cookies)) return undefined
    return chain(revocations.isRevoked(session), (revoked) => (revoked ? undefined : session))
  }
  return {
    read(header, cookies) {
      const tokens = cookieValues(header, cookies.session, mostCookies, looksSealed)
      const tryFrom = (index: number): MaybePromise<Session | undefined> => {
        const token = tokens[index]
        if (token === undefined) return undefined
        const accepted = chain(place.open(token), (session) => accept(session, header, cookies))
        return chain(accepted, (session) => session ?? tryFrom(index + 1))
      }
      return tryFrom(0)
    },
    create: (user, data) => ({ id: randomBytes(16).toString('base64url'), user, touchedAt: now(), data }),
    keep: (session, cookies, endsWithBrowser) =>
      chain(place.keep(session), () => {
        const left = Math.min(endOf(session, lifetimes) - now(), longestTtl)
        const maxAge = endsWithBrowser ? undefined : Math.ceil(left / 1000)
        return cookies.write(cookies.session, place.seal(session), maxAge)
      }),
    issue: (session) => ({ token: place.seal(session), saved: Promise.resolve(place.keep(session)) }),
    // A cookie under a retired key moves to the newest one with this renewal, not sooner: during a rolling deployment the
    // other processes may not know that key yet.
    isDue: (session) => now() - session.touchedAt >= lifetimes.updateAge,
    renewed: (session) => ({ ...session, touchedAt: now() }),
    async end(session) {
      await revocations.endSession(session)
      await place.remove(session)
    },
  }
}
