import type { CallbackEvent, Directory } from '@wecom-kit/core'
import type { Broadcast, Message } from './broadcast.ts'

/** Has every process forget what one of them was told has changed. */
export function followChanges(broadcast: Broadcast, directory: Directory): void {
  broadcast.listen((message, own) => {
    // The process that got the callback has already forgotten it.
    if (!own && message.kind !== 'session') directory.invalidate(message)
  })
}

/** The news in a callback; undefined for events that are no change of a member or a department. */
export function newsOf(event: CallbackEvent): Message | undefined {
  if ('departmentId' in event && typeof event.departmentId === 'number')
    return { kind: 'department', departmentId: event.departmentId }
  if (!isMemberChange(event)) return undefined
  const { userId } = event
  if (event.type === 'delete_user') return { kind: 'member', userId }
  const { newUserId, departmentIds } = event
  return {
    kind: 'member',
    userId,
    ...(newUserId !== undefined && { newUserId }),
    ...(departmentIds !== undefined && { departmentIds }),
  }
}

type MemberChange = Extract<CallbackEvent, { type: 'create_user' | 'update_user' | 'delete_user' }>

function isMemberChange(event: CallbackEvent): event is MemberChange {
  return ['create_user', 'update_user', 'delete_user'].includes(event.type) && 'userId' in event
}
