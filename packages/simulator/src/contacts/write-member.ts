import type { MemberInput } from '../world/member.ts'
import { parse } from '../shape/shape.ts'
import { memberPatchShape } from './contact-shapes.ts'

const known: ReadonlySet<string> = new Set([
  'userid',
  'name',
  'department',
  'order',
  'is_leader_in_dept',
  'direct_leader',
  'main_department',
  'position',
  'mobile',
  'gender',
  'email',
  'biz_mail',
  'telephone',
  'alias',
  'address',
  'extattr',
  'external_position',
  'external_profile',
])

/**
 * The member fields of a write call's body. Fields that this simulator does not keep (avatar_mediaid, to_invite and
 * others) are passed over, as WeCom passes over what it does not know.
 *
 * @throws TypeError that names a field of the wrong type.
 */
export function readMemberFields(body: Readonly<Record<string, unknown>>): Partial<MemberInput> {
  const fields = Object.fromEntries(Object.entries(body).filter(([name]) => known.has(name)))
  const { enable, gender } = body
  return parse(memberPatchShape, {
    ...fields,
    // A text in WeCom's answers, a number in the samples of older SDKs.
    ...(typeof gender === 'number' ? { gender: String(gender) } : {}),
    ...(enable === 0 ? { status: 2 } : {}),
  })
}
