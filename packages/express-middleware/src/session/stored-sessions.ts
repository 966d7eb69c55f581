import { digest } from '../internal/digest.ts'
import { isRecord } from '../internal/is-record.ts'
import type { Sealer } from '../seal/sealer.ts'
import type { SessionBackend } from './session-backend.ts'
import { decodeSession, encodeSession, parseJson } from './session-codec.ts'
import { endOf, longestTtl, type Lifetimes } from './session.ts'
import type { WecomSessionStore } from './shared-store.ts'

/** What {@link createStoredSessions} works with. */
export interface StoredSessionsOptions {
  sealer: Sealer
  store: WecomSessionStore
  lifetimes: Lifetimes
  now: () => number
}

/**
 * Sessions in a store. The cookie is the sealed session id, so that a made-up id never reaches the store; the store's
 * key is a digest of it, so that whoever reads the store cannot build a cookie.
 */
export function createStoredSessions(options: StoredSessionsOptions): SessionBackend {
  const { sealer, store, lifetimes, now } = options
  const keyOf = (id: string) => `session:${digest(id)}`
  return {
    open(token) {
      const id = idOf(sealer.open(token))
      if (id === undefined) return undefined
      return store.get(keyOf(id)).then((value) => {
        const session = typeof value === 'string' ? decodeSession(value, now()) : undefined
        return session?.id === id ? session : undefined
      })
    },
    seal: (session) => sealer.seal(JSON.stringify({ sid: session.id })),
    async keep(session) {
      const ttl = Math.min(endOf(session, lifetimes) - now(), longestTtl)
      await store.set(keyOf(session.id), encodeSession(session, lifetimes), ttl)
    },
    async remove(session) {
      await store.delete(keyOf(session.id))
    },
  }
}

function idOf(text: string | undefined): string | undefined {
  const claims = text === undefined ? undefined : parseJson(text)
  return isRecord(claims) && typeof claims['sid'] === 'string' ? claims['sid'] : undefined
}
