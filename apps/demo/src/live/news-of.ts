import type { CallbackEvent } from '@wecom-kit/core'
import type { Message } from './broadcast.ts'

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
