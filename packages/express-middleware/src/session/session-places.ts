import { isRecord } from '@wecom-kit/core/foundation'
import { WecomSSOError } from '../errors/sso-error.ts'
import { digest } from '../internal/digest.ts'
import type { MaybePromise } from '../internal/maybe-promise.ts'
import { remembering } from './remembering.ts'
import type { Sealer } from './seal.ts'
import {
  decodeSession,
  encodeSession,
  endOf,
  longestTtl,
  parseJson,
  type Lifetimes,
  type Session,
} from './session.ts'
import type { WecomSessionStore } from './session-store.ts'

/** Where sessions are: inside the cookie, or in a store with the cookie as the key to it. */
export interface SessionPlace {
  /** The session behind a cookie's value; undefined for whatever we did not write. Rejects when the store fails. */
  open(token: string): MaybePromise<Session | undefined>
  /** The cookie's value for a session. */
  seal(session: Session): string
  /** Keeps a session; its cookie means nothing before that. */
  keep(session: Session): MaybePromise<void>
  remove(session: Session): MaybePromise<void>
}

interface PlaceOptions {
  sealer: Sealer
  lifetimes: Lifetimes
  now: () => number
}

/**
 * nginx reads the whole head of an answer into 4 kB by default and answers 502 beyond; helmet's headers, the cookies that
 * end a sign-in and what an app adds need the rest. Browsers would drop a cookie above 4096 bytes and say nothing.
 */
const longestToken = 2200

/** Sessions that travel inside the cookie. Everything here is synchronous. */
export function inCookies(options: PlaceOptions & { memo: number }): SessionPlace {
  const { sealer, lifetimes, now } = options
  return {
    open: remembering(options.memo, (token) => {
      const text = sealer.open(token)
      return text === undefined ? undefined : decodeSession(text, now())
    }),
    seal(session) {
      const token = sealer.seal(encodeSession(fitting(session, lifetimes), lifetimes))
      if (token.length <= longestToken) return token
      throw new WecomSSOError(
        'WECOM_SESSION_TOO_LARGE',
        `the session takes ${token.length} bytes as a cookie, and proxies refuse answers with more than ${longestToken}; use session.store, or keep less in it`,
      )
    },
    keep() {},
    remove() {},
  }
}

// A third more as base64url, and the parts of a JWE beside it.
const longestText = Math.floor(((longestToken - 90) * 3) / 4)

/** What a directory tells again at every guard goes first, the least looked at before the rest. */
const dispensable = ['position', 'alias', 'avatarUrl', 'departmentIds'] as const

/** A member of a hundred departments has to fit: the session without some of what the directory knows anyway. */
function fitting(session: Session, lifetimes: Lifetimes): Session {
  let user = session.user
  for (const field of dispensable) {
    if (Buffer.byteLength(encodeSession({ ...session, user }, lifetimes)) <= longestText) break
    const { [field]: _left, ...rest } = user
    user = rest
  }
  return user === session.user ? session : { ...session, user }
}

/**
 * Sessions in a store. The cookie is the sealed session id, so that a made-up id never reaches the store; the store's
 * key is a digest of it, so that whoever reads the store cannot build a cookie; and what lies there is sealed, so that
 * whoever writes to the store is nobody else.
 */
export function inStore(
  options: PlaceOptions & { memo: number; store: WecomSessionStore; storeSealer: Sealer },
): SessionPlace {
  const { sealer, storeSealer, store, lifetimes, now } = options
  const keyOf = (id: string) => `session:${digest(id)}`
  const idBehind = remembering(options.memo, (token) => idOf(sealer.open(token)))
  const read = (value: unknown): Session | undefined => {
    const text = typeof value === 'string' ? storeSealer.open(value) : undefined
    return text === undefined ? undefined : decodeSession(text, now())
  }
  return {
    open(token) {
      const id = idBehind(token)
      if (id === undefined) return undefined
      return store.get(keyOf(id)).then((value) => {
        const session = read(value)
        return session?.id === id ? session : undefined
      })
    },
    seal: (session) => sealer.seal(JSON.stringify({ sid: session.id })),
    async keep(session) {
      const ttl = Math.min(endOf(session, lifetimes) - now(), longestTtl)
      await store.set(keyOf(session.id), storeSealer.seal(encodeSession(session, lifetimes)), ttl)
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
