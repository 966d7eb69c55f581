import type { CallbackEvent, Directory, UserChangedEvent, UserDeletedEvent } from '@wecom-kit/core'

/** What reacts to changes of the company's contacts. */
export interface ContactFollowers {
  readonly directory: Pick<Directory, 'invalidate'>
  readonly sso: { revoke(userId: string): Promise<unknown> }
}

/**
 * Makes the handler of contacts events: the directory reads what changed anew, and whoever left, was disabled or got
 * another userid is signed out. The events are hints, since WeCom leaves most fields out of them.
 */
export function followContacts({
  directory,
  sso,
}: ContactFollowers): (event: CallbackEvent) => Promise<void> {
  return async (event) => {
    if ('departmentId' in event) directory.invalidate({ departmentId: event.departmentId })
    if (!('userId' in event)) return
    directory.invalidate(event)
    if (mustLeave(event)) await sso.revoke(event.userId)
  }
}

function mustLeave(event: UserChangedEvent | UserDeletedEvent): boolean {
  if (event.type === 'delete_user') return true
  return event.newUserId !== undefined || event.status === 'disabled' || event.status === 'left'
}
