import type { MaybePromise } from '../internal/maybe-promise.ts'
import type { Session } from './session.ts'

/** Where sessions are: inside the cookie, or in a store with the cookie as the key to it. */
export interface SessionBackend {
  /** The session behind a cookie's value; undefined for whatever we did not write. Rejects when the store fails. */
  open(token: string): MaybePromise<Session | undefined>
  /** The cookie's value for a session. */
  seal(session: Session): string
  /** Keeps a session; its cookie means nothing before that. */
  keep(session: Session): MaybePromise<void>
  /** Forgets a session. */
  remove(session: Session): MaybePromise<void>
}
