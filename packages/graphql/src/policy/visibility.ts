import type { DirectoryDepartment, DirectoryUser } from '@wecom-kit/core'
import type { WecomViewer } from '../viewer.ts'

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
