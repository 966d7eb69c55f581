import type { IncomingMessage } from 'node:http'
import type { DirectoryUser } from '@wecom-kit/core'
import { type MemberStatus, failedAs, memberFields, userKey } from '@wecom-kit/core/foundation'
import { WecomSSOError } from '../errors/sso-error.ts'
import { ExpiringMap } from '../internal/expiring-map.ts'
import { inTime } from '../internal/in-time.ts'
import { isTrue, type MaybePromise } from '../internal/maybe-promise.ts'
import type { Settings } from '../options/settings.ts'
import type { Session } from '../session/session.ts'
import type { WecomUser } from '../user.ts'
import { withFields } from './directory-fields.ts'

/**
 * What one instance thinks of a member, whichever instance of the app signed them in: its own rules hold at use. A hook
 * is asked once per session and again after `session.updateAge`.
 */
export interface Standing {
  /** Why a session's member may not use this instance; undefined when they may. */
  judge(session: Session, request: IncomingMessage): MaybePromise<WecomSSOError | undefined>
  /** Whether a guard has to ask {@link today}: without a directory nothing changes between two renewals. */
  readonly changes: boolean
  /** A session that was judged at sign-in. */
  admitted(session: Session): void
  /**
   * The member as the directory has them now, without one as the session has them; undefined for somebody who left or was
   * disabled. Who cannot be looked at (outside the visible range, of a linked corp, WeCom in trouble) stays. Rejects when
   * the directory has not answered after `patience` milliseconds.
   */
  today(session: Session, patience: number): Promise<WecomUser | undefined>
  /** Whether a member is still one, as far as a client can tell. */
  isStillMember(session: Session): Promise<boolean>
}

/** Sessions in use within an hour. */
const limit = 50_000

/** A renewal, and a guard that goes on without the answer, do not wait for WeCom longer than this. */
export const lookMs = 2000

/** Remembers the verdicts of one instance. */
export function createStanding({ client, options, lifetimes, now }: Settings): Standing {
  const verdicts = new ExpiringMap<boolean>(limit, now)
  const looks = new ExpiringMap<Promise<boolean>>(limit, now)
  /** When WeCom said that there is no such member. It says so of those outside the visible range, too. */
  const absentAt = new ExpiringMap<number>(limit, now)
  const { authorize, directory } = options
  const isLinked = ({ user }: Session) => user.corpId !== client.corpId
  const ask = async (session: Session, request: IncomingMessage) => {
    const allowed = isTrue(await authorize?.(session.user, request))
    verdicts.set(session.id, allowed, lifetimes.updateAge)
    return allowed ? undefined : forbidden()
  }
  /** Whoever signed in after WeCom had said so is there: outside the visible range, and never to be known. */
  const isGone = ({ user }: Session): boolean => {
    const before = absentAt.get(userKey(user.userId))
    if (before !== undefined && user.loginAt > before) return false
    if (before === undefined) absentAt.set(userKey(user.userId), now(), lifetimes.absolute ?? 7 * 86_400_000)
    return true
  }
  const look = async (session: Session): Promise<boolean> => {
    try {
      const { status } = await client.users.get(session.user.userId, {
        signal: AbortSignal.timeout(lookMs),
        priority: 'interactive',
      })
      return !hasEnded(memberFields.status.read(status))
    } catch (error) {
      return !failedAs(error, 'absent') || failedAs(error, 'hidden') || !isGone(session)
    }
  }
  const isStillMember = async (session: Session): Promise<boolean> => {
    if (isLinked(session)) return true
    const known = looks.get(session.id)
    if (known !== undefined) return await known
    const looking = look(session)
    looks.set(session.id, looking, lifetimes.updateAge)
    return await looking
  }
  return {
    changes: options.profile === 'directory',
    isStillMember,
    admitted(session) {
      if (authorize !== undefined) verdicts.set(session.id, true, lifetimes.updateAge)
    },
    judge(session, request) {
      if (isLinked(session) && !options.allowLinked) return linked()
      if (authorize === undefined) return undefined
      const verdict = verdicts.get(session.id)
      if (verdict === undefined) return ask(session, request)
      return verdict ? undefined : forbidden()
    },
    async today(session, patience) {
      const { user } = session
      if (options.profile !== 'directory' || directory === undefined || isLinked(session)) return user
      const member = await inTime(patience, () => directory.user(user.userId))
      if (isDisabled(member)) return undefined
      if (member === undefined && !(await isStillMember(session))) return undefined
      return withFields(user, member)
    },
  }
}

function isDisabled(member: DirectoryUser | undefined): boolean {
  return member?.level === 'full' && hasEnded(member.status)
}

function hasEnded(status: MemberStatus): boolean {
  return status === 'disabled' || status === 'left'
}

function forbidden(): WecomSSOError {
  return new WecomSSOError('WECOM_FORBIDDEN', 'the member may not use this part of the app')
}

/** A member of a linked corp where `allowLinked` is off. */
export function linked(): WecomSSOError {
  return new WecomSSOError(
    'WECOM_LINKED_MEMBER',
    'the member belongs to a linked corp; set allowLinked to let them in',
  )
}
