import type { CallbackEvent } from '@wecom-kit/core'
import type { WecomCallbackOptions } from './callback-options.ts'

/**
 * What a change of the contacts means for us: whoever left, was disabled or renamed is signed out, and the directory
 * forgets. Only contacts-sync (管理工具 → 通讯录同步) gets these events, not ordinary apps.
 */
export async function applyEvent(
  event: CallbackEvent,
  { sso, directory }: Pick<WecomCallbackOptions, 'sso' | 'directory'>,
): Promise<void> {
  if ('departmentId' in event) directory?.invalidate(event)
  if (!isMemberEvent(event)) return
  directory?.invalidate(event)
  if (endsSessions(event)) await Promise.all(asArray(sso).map((instance) => instance.revoke(event.userId)))
}

type MemberEvent = Extract<CallbackEvent, { userId: string }>

function isMemberEvent(event: CallbackEvent): event is MemberEvent {
  return 'userId' in event
}

function endsSessions(event: MemberEvent): boolean {
  if (event.type === 'delete_user') return true
  return event.newUserId !== undefined || event.status === 'disabled' || event.status === 'left'
}

function asArray(sso: WecomCallbackOptions['sso']) {
  if (sso === undefined) return []
  return typeof sso === 'function' ? [sso] : sso
}
