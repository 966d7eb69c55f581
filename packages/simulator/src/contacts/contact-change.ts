import type { Department } from '../world/department.ts'
import type { Member } from '../world/member.ts'

/** An edit of the directory, as the callbacks will tell it. */
export type ContactChange =
  | { type: 'create_user'; after: Member }
  | { type: 'update_user'; before: Member; after: Member }
  | { type: 'delete_user'; before: Member }
  | { type: 'create_party'; after: Department }
  | { type: 'update_party'; before: Department; after: Department }
  | { type: 'delete_party'; before: Department }
