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
