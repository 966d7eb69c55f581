import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { appendSetCookie } from '../http/append-set-cookie.ts'
import { keepUncached } from '../http/keep-uncached.ts'
import { cookieValues } from '../http/read-cookies.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import type { WecomUser } from '../user/wecom-user.ts'
import type { SsoCookies } from './cookies.ts'
import type { Revocations } from './revocations.ts'
import type { SessionBackend } from './session-backend.ts'
import { endOf, isAlive, type JsonObject, longestTtl, type Lifetimes, type Session } from './session.ts'

/** Reads, writes and ends the sessions of one instance. */
export interface SessionManager {
  /** The session a request comes with. */
  read(request: IncomingMessage, cookies: SsoCookies): MaybePromise<Session | undefined>
  /** A new session with a new id; nothing is kept or sent yet. */
  create(user: WecomUser, data: JsonObject | undefined): Session
  /** Keeps a session without a response to put its cookie on; gives the cookie's value. */
  issue(session: Session): { token: string; saved: Promise<void> }
  /** Keeps a session and puts its cookie on the response. */
  write(response: ServerResponse, cookies: SsoCookies, session: Session): MaybePromise<void>
  /** Renews a session's idle time when it is due, before the app writes its answer. */
  touch(response: ServerResponse, cookies: SsoCookies, session: Session): MaybePromise<void>
  /** Ends a session for good, wherever copies of its cookie may be. */
  end(session: Session): Promise<void>
}

/** What {@link createSessionManager} works with. */
export interface SessionManagerOptions {
  backend: SessionBackend
  revocations: Revocations
  lifetimes: Lifetimes
  now: () => number
}

/** Joins where sessions are kept with how long they live and how their cookie is written. */
export function createSessionManager(options: SessionManagerOptions): SessionManager {
  const { backend, revocations, lifetimes, now } = options
  const accept = (session: Session | undefined, signedOutAt: number) => {
    if (session === undefined || session.user.loginAt <= signedOutAt) return undefined
    if (!isAlive(session, lifetimes, now())) return undefined
    return chain(revocations.isRevoked(session), (revoked) => (revoked ? undefined : session))
  }
  const write: SessionManager['write'] = (response, cookies, session) =>
    chain(backend.keep(session), () => {
      const left = Math.min(endOf(session, lifetimes) - now(), longestTtl)
      appendSetCookie(response, [
        cookies.write(cookies.session, backend.seal(session), Math.ceil(left / 1000)),
      ])
    })
  return {
    read(request, cookies) {
      const header = request.headers.cookie
      const tokens = cookieValues(header, cookies.session)
      if (tokens.length === 0) return undefined
      const signedOutAt = signedOutTime(header, cookies)
      const tryFrom = (index: number): MaybePromise<Session | undefined> => {
        const token = tokens[index]
        if (token === undefined) return undefined
        const accepted = chain(backend.open(token), (session) => accept(session, signedOutAt))
        return chain(accepted, (session) => session ?? tryFrom(index + 1))
      }
      return tryFrom(0)
    },
    create: (user, data) => ({ id: randomBytes(16).toString('base64url'), user, touchedAt: now(), data }),
    issue: (session) => ({ token: backend.seal(session), saved: Promise.resolve(backend.keep(session)) }),
    write,
    touch(response, cookies, session) {
      // A cookie under a retired key moves to the newest one with this renewal, not sooner: during a rolling
      // deployment the other processes may not know that key yet.
      if (now() - session.touchedAt < lifetimes.updateAge || response.headersSent) return undefined
      keepUncached(response)
      return write(response, cookies, { ...session, touchedAt: now() })
    },
    async end(session) {
      await revocations.endSession(session)
      await backend.remove(session)
    },
  }
}

/** When this browser signed out: sessions that began before are over, even if a late response set their cookie again. */
function signedOutTime(header: string | undefined, cookies: SsoCookies): number {
  const [value] = cookieValues(header, cookies.signedOut, 1)
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : 0
}
