/**
 * Who is signed in. With the defaults only `corpId`, `agentId`, `userId` and `loginAt` are there; `profile:
 * 'directory'` adds name and departments, `scope: 'snsapi_privateinfo'` what the member consented to in WeCom's own
 * browser (the web-login page never yields those).
 */
export interface WecomUser {
  /** The corp the member belongs to: the linked corp's for a linked member. */
  readonly corpId: string
  /** The app the member signed in to. */
  readonly agentId: number
  /** WeCom's userid; a linked member's keeps its `CorpId/` prefix. Compared without case. */
  readonly userId: string
  readonly name?: string
  readonly alias?: string
  readonly departmentIds?: readonly number[]
  readonly mainDepartmentId?: number
  readonly position?: string
  readonly avatarUrl?: string
  readonly mobile?: string
  readonly email?: string
  readonly businessEmail?: string
  readonly gender?: 'male' | 'female'
  /** When this session began, in milliseconds since 1970. */
  readonly loginAt: number
}
