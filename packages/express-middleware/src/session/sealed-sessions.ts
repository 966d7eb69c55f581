import { WecomSSOError } from '../errors/sso-error.ts'
import type { Sealer } from '../seal/sealer.ts'
import type { SessionBackend } from './session-backend.ts'
import { decodeSession, encodeSession } from './session-codec.ts'
import type { SessionMemo } from './session-memo.ts'
import type { Lifetimes } from './session.ts'

/** What {@link createSealedSessions} works with. */
export interface SealedSessionsOptions {
  sealer: Sealer
  memo: SessionMemo
  lifetimes: Lifetimes
  now: () => number
}

// Browsers drop a cookie above 4096 bytes, name and attributes included, and say nothing: an endless login.
const maxTokenLength = 3800

/** Sessions that travel inside the cookie. Everything here is synchronous. */
export function createSealedSessions(options: SealedSessionsOptions): SessionBackend {
  const { sealer, memo, lifetimes, now } = options
  return {
    open(token) {
      const known = memo.get(token)
      if (known !== undefined) return known
      const text = sealer.open(token)
      const session = text === undefined ? undefined : decodeSession(text, now())
      if (session !== undefined) memo.set(token, session)
      return session
    },
    seal(session) {
      const token = sealer.seal(encodeSession(session, lifetimes))
      if (token.length <= maxTokenLength) return token
      throw new WecomSSOError(
        'WECOM_SESSION_TOO_LARGE',
        `the session takes ${token.length} bytes as a cookie and browsers drop more than ${maxTokenLength}; use session.store, or keep less in it`,
      )
    },
    keep() {},
    remove() {},
  }
}
