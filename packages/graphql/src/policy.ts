import type { DirectoryDepartment, DirectoryUser } from '@wecom-kit/core'
import { sameUser, type PersonalMemberField } from '@wecom-kit/core/foundation'

/**
 * The signed-in member as this package needs to know it: `req.wecomUser` of `@wecom-kit/express-middleware` is one,
 * and so is any object of yours with a `userId`.
 *
 * The optional fields complete the viewer's *own* record where WeCom withholds them from the directory (new apps get
 * no mobile, mail, avatar or gender there, only the sign-in with consent yields them). They never reach another
 * member's answer or a cache.
 */
export interface WecomViewer {
  /** WeCom userid; with its `CorpId/` prefix for a member of a linked organisation. */
  readonly userId: string
  readonly corpId?: string | undefined
  readonly agentId?: number | undefined
  readonly loginAt?: number | undefined
  readonly name?: string | undefined
  readonly alias?: string | undefined
  readonly departmentIds?: readonly number[] | undefined
  readonly mainDepartmentId?: number | undefined
  readonly position?: string | undefined
  readonly avatarUrl?: string | undefined
  readonly mobile?: string | undefined
  readonly email?: string | undefined
  readonly businessEmail?: string | undefined
  readonly gender?: string | undefined
}

/** What a {@link CanSee} is asked about. A user comes with at least its name and departments. */
export type VisibilityTarget =
  | { readonly kind: 'user'; readonly user: DirectoryUser }
  | { readonly kind: 'department'; readonly department: DirectoryDepartment }

/**
 * Whether a viewer may know of a member or a department at all. WeCom applies its own "hide department" and "restrict
 * contacts" rules inside its clients only, never to an app's token, so an app that must honour them does it here.
 *
 * What is hidden answers exactly as what does not exist; so does whatever is answered other than `true`. The viewer's own
 * record is never asked about. Synchronous: load what the decision needs into the viewer object first.
 */
export type CanSee<Viewer extends WecomViewer = WecomViewer> = (
  viewer: Viewer | null,
  target: VisibilityTarget,
) => boolean

/** The fields of User that are personal data. */
export type PersonalField = PersonalMemberField

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
