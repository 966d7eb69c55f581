import type { App } from './app.ts'
import type { Outsider } from './customers.ts'
import type { DepartmentInput } from './department.ts'
import type { Robot } from './group-chat.ts'
import type { Made } from './made.ts'
import type { MemberInput } from './member.ts'
import type { Tag } from './tag.ts'

/** A member of another corp who may log in to our apps; the userid is `CorpId/userid`. */
export interface LinkedMember {
  userid: string
  name: string
}

/** A whole starting state: what `startSimulator` and every reset begin with. `seed.schema.json` is its JSON Schema. */
export interface Seed {
  corp: {
    id: string
    name: string
    /** Seats of the corp; a fifth of it in failed mobile or e-mail look-ups blocks them for a day. @default 200 */
    memberQuota?: number | undefined
    /** The second-verification page of the corp; without one get_tfa_info answers 40210. */
    verificationUrl?: string | undefined
    /** Userids covered by the second verification. @default every member */
    verificationUsers?: readonly string[] | undefined
  }
  apps: readonly App[]
  departments: readonly DepartmentInput[]
  members: readonly MemberInput[]
  tags?: readonly Tag[] | undefined
  linkedMembers?: readonly LinkedMember[] | undefined
  outsiders?: readonly Outsider[] | undefined
  robots?: readonly Robot[] | undefined
  /** What apps and people made while the recorded simulator ran. */
  made?: Made | undefined
}
