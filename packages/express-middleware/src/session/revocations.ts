import { digest } from '../internal/digest.ts'
import { ExpiringMap } from '../internal/expiring-map.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import type { Session } from './session.ts'
import type { WecomSessionStore } from './shared-store.ts'

/** Sessions that ended before their time. */
export interface Revocations {
  /** Ends every session of a member that began until now; a later sign-in works. */
  revokeUser(userId: string): Promise<void>
  /** Ends one session, also for a copy of its cookie. */
  endSession(session: Session): Promise<void>
  /** Whether a session was ended. Rejects when the shared store fails: better no answer than a wrong one. */
  isRevoked(session: Session): MaybePromise<boolean>
}

/** What {@link createRevocations} works with. */
export interface RevocationsOptions {
  /** Shared by the processes; without it revocations stay in this one. */
  store: WecomSessionStore | undefined
  /** Milliseconds a revocation is remembered: no session outlives it. */
  ttl: number
  now: () => number
  /** The app's own check. */
  isRevoked: ((session: Session) => MaybePromise<boolean>) | undefined
}

const limit = 10_000

/** Remembers revocations here and, when there is one, in the shared store. */
export function createRevocations(options: RevocationsOptions): Revocations {
  const { store, ttl, now } = options
  const users = new ExpiringMap<number>(limit, now)
  const sessions = new ExpiringMap<true>(limit, now)
  const isRevokedHere = (session: Session) => {
    const revokedAt = users.size === 0 ? undefined : users.get(session.user.userId.toLowerCase())
    if (revokedAt !== undefined && session.user.loginAt <= revokedAt) return true
    return sessions.size > 0 && sessions.get(session.id) === true
  }
  const ask = (session: Session) => (store === undefined ? false : isRevokedThere(store, session))
  const askApp = (session: Session) => options.isRevoked?.(session) ?? false
  return {
    async revokeUser(userId) {
      const user = userId.toLowerCase()
      users.set(user, now(), ttl)
      await store?.set(userKey(user), now(), ttl)
    },
    async endSession(session) {
      sessions.set(session.id, true, ttl)
      await store?.set(sessionKey(session), true, ttl)
    },
    isRevoked(session) {
      if (isRevokedHere(session)) return true
      return chain(ask(session), (revoked) => revoked || askApp(session))
    },
  }
}

async function isRevokedThere(store: WecomSessionStore, session: Session): Promise<boolean> {
  const [ended, revokedAt] = await Promise.all([
    store.get(sessionKey(session)),
    store.get(userKey(session.user.userId.toLowerCase())),
  ])
  return ended === true || (typeof revokedAt === 'number' && session.user.loginAt <= revokedAt)
}

const userKey = (user: string): string => `revoked:user:${digest(user)}`
const sessionKey = (session: Session): string => `revoked:session:${digest(session.id)}`
