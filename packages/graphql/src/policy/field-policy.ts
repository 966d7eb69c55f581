import type { DirectoryUser } from '@wecom-kit/core'
import { sameUser } from '../ids/same-user.ts'
import type { WecomViewer } from '../viewer.ts'

/** The fields of User that are personal data. */
export type PersonalField =
  | 'mobile'
  | 'telephone'
  | 'email'
  | 'businessEmail'
  | 'address'
  | 'gender'
  | 'avatarUrl'

/**
 * Whether a viewer may read a personal field of a member: `allow`, `null` (as if there were none) or `error`
 * (FORBIDDEN). Asked for every such field of every member, so it must be quick and synchronous; what it needs to know
 * of the viewer belongs into the viewer object. An exception hides the field.
 */
export type FieldPolicy<Viewer extends WecomViewer = WecomViewer> = (
  viewer: Viewer | null,
  owner: DirectoryUser,
  field: PersonalField,
) => 'allow' | 'null' | 'error'

const publicFields: ReadonlySet<PersonalField> = new Set<PersonalField>(['avatarUrl', 'businessEmail'])

/**
 * The default policy: one's own record is open; of others only the avatar and the company mail address; an anonymous
 * viewer sees nothing personal.
 */
export const defaultFieldPolicy: FieldPolicy = (viewer, owner, field) => {
  if (viewer === null) return 'null'
  return publicFields.has(field) || sameUser(viewer.userId, owner.userId) ? 'allow' : 'null'
}
