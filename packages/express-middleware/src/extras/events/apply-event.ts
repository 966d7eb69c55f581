import type { CallbackEvent, Directory, WecomLogger } from '@wecom-kit/core'
import { report } from '../../errors/report.ts'

/** What can sign a member out. */
interface SignsOut {
  revoke(userId: string): Promise<void>
}

/** The directory reads anew what an event changed. Only contacts-sync (管理工具 → 通讯录同步) gets these events. */
export function forgetChange(
  event: CallbackEvent,
  directory: Pick<Directory, 'invalidate'> | undefined,
): void {
  if ('departmentId' in event || isMemberEvent(event)) directory?.invalidate(event)
}

/** Whoever left, was disabled or renamed is signed out. */
export async function signOutWhoLeft(
  event: CallbackEvent,
  {
    sso,
    directory,
    logger,
  }: {
    sso: readonly SignsOut[]
    directory: Pick<Directory, 'user'> | undefined
    logger: WecomLogger | undefined
  },
): Promise<void> {
  if (sso.length === 0 || !isMemberEvent(event)) return
  const signOut = async (): Promise<void> => {
    await Promise.all(sso.map((instance) => instance.revoke(event.userId)))
  }
  if (endsSessions(event)) return await signOut()
  if (event.type !== 'update_user' || event.status !== undefined || directory === undefined) return
  // Since 2022-08-15 an update tells no status, so a disabled member looks like any other change until it is read. WeCom
  // waits 5 s for its answer and the read may take longer.
  mayStay(event.userId, directory)
    .then((stays) => (stays ? undefined : signOut()))
    .catch((error: unknown) => {
      report(logger, 'warn', 'wecomCallback: a changed member could not be checked', { err: error })
    })
}

const memberEvents = ['create_user', 'update_user', 'delete_user'] as const

type MemberEvent = Extract<CallbackEvent, { type: (typeof memberEvents)[number] }>

/** Events about customers name members as well; those say nothing about the member. */
function isMemberEvent(event: CallbackEvent): event is MemberEvent {
  return memberEvents.some((type) => type === event.type)
}

function endsSessions(event: MemberEvent): boolean {
  if (event.type === 'delete_user') return true
  return event.newUserId !== undefined || event.status === 'disabled' || event.status === 'left'
}

/** A member the app cannot see is no proof of anything: members outside the visible range may sign in. */
async function mayStay(userId: string, directory: Pick<Directory, 'user'>): Promise<boolean> {
  const user = await directory.user(userId, { level: 'full' })
  return user?.level !== 'full' || (user.status !== 'disabled' && user.status !== 'left')
}
