import { userKey } from '@wecom-kit/core/foundation'
import { digest } from '../internal/digest.ts'
import { ExpiringMap } from '../internal/expiring-map.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import type { Session } from './session.ts'
import type { WecomSessionStore } from './session-store.ts'

/** Sessions that ended before their time. */
export interface Revocations {
  /** Ends every session of a member that began until now; a later sign-in works. */
  revokeUser(userId: string): Promise<void>
  /** Ends one session, also for a copy of its cookie. */
  endSession(session: Session): Promise<void>
  /** Whether a session was ended. Rejects when the shared store fails: better no answer than a wrong one. */
  isRevoked(session: Session): MaybePromise<boolean>
  /** What a sibling in this process ended. */
  hear(ended: Ended): void
}

/** A member's sessions until a moment, or one session. */
export type Ended = { readonly user: string } | { readonly session: string }

/** Times are in milliseconds. */
export interface RevocationsOptions {
  /** Shared by the processes; without it revocations stay in this one. */
  store: WecomSessionStore | undefined
  /** How long a revocation is remembered: no session outlives it. */
  ttl: number
  now: () => number
  /** The app's own check. */
  isRevoked: ((session: Session) => MaybePromise<boolean>) | undefined
  /**
   * Whether sessions would survive the loss of what the store holds: then a session from before the loss may be one that
   * was ended, and counts as ended.
   */
  outliveStore: boolean
  /** Tells the other instances of this app in this process: their sessions are the same. */
  tell: (ended: Ended) => void
}

/** A company of a hundred thousand that signs out every day stays below it. Beyond it, see `forgotten`. */
const many = 1_000_000

/** Remembers revocations here and, when there is one, in the shared store, until no session can be that old. */
export function createRevocations(options: RevocationsOptions, most: number = many): Revocations {
  const { store, ttl, now, isRevoked, tell } = options
  const memory = store !== undefined && options.outliveStore ? watchMemory(store, ttl, now) : undefined
  // Should it ever be full: who was forgotten is not let in again, and neither is anybody who signed in before.
  let forgotten = Number.NEGATIVE_INFINITY
  const forget = (at: number) => {
    forgotten = Math.max(forgotten, at)
  }
  const users = new ExpiringMap<number>(most, now, forget)
  const sessions = new ExpiringMap<number>(most, now, forget)
  const isRevokedHere = (session: Session) => {
    const { loginAt } = session.user
    if (loginAt <= forgotten || loginAt < (memory?.since() ?? 0)) return true
    const revokedAt = users.size === 0 ? undefined : users.get(userKey(session.user.userId))
    if (revokedAt !== undefined && loginAt <= revokedAt) return true
    return sessions.size > 0 && sessions.get(session.id) !== undefined
  }
  const hear = (ended: Ended) => {
    if ('user' in ended) users.set(ended.user, now(), ttl)
    else sessions.set(ended.session, now(), ttl)
  }
  const askApp = (session: Session): MaybePromise<boolean> => isRevoked?.(session) ?? false
  return {
    hear,
    async revokeUser(userId) {
      const user = userKey(userId)
      hear({ user })
      tell({ user })
      await store?.set(keyOfUser(user), now(), ttl)
    },
    async endSession({ id }) {
      hear({ session: id })
      tell({ session: id })
      await store?.set(keyOfSession(id), true, ttl)
    },
    isRevoked(session) {
      if (isRevokedHere(session)) return true
      if (store === undefined) return askApp(session)
      return chain(isRevokedThere(store, session), (revoked) => revoked || askApp(session))
    },
  }
}

async function isRevokedThere(store: WecomSessionStore, session: Session): Promise<boolean> {
  const [ended, revokedAt] = await Promise.all([
    store.get(keyOfSession(session.id)),
    store.get(keyOfUser(userKey(session.user.userId))),
  ])
  return ended === true || (typeof revokedAt === 'number' && session.user.loginAt <= revokedAt)
}

const keyOfUser = (user: string): string => `revoked:user:${digest(user)}`
const keyOfSession = (id: string): string => `revoked:session:${digest(id)}`

const lookEvery = 60_000

/**
 * Since when a store has remembered everything it was told. The answer lies in the store itself: when it is gone, so are
 * the revocations beside it, and everybody who signed in before counts as signed out. Looked at once a minute.
 */
function watchMemory(store: WecomSessionStore, ttl: number, now: () => number): { since: () => number } {
  let since = 0
  let lookedAt = now()
  const look = async (begun: number): Promise<void> => {
    const kept = await store.get('remembers-since')
    since = Math.max(since, typeof kept === 'number' ? kept : begun)
    await store.set('remembers-since', since, ttl * 2)
  }
  const lookSafely = (begun: number) => {
    look(begun).catch(() => undefined)
  }
  lookSafely(lookedAt)
  return {
    since() {
      const time = now()
      if (time - lookedAt >= lookEvery) {
        lookedAt = time
        lookSafely(time)
      }
      return since
    },
  }
}
