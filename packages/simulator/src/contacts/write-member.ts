import { parse } from '../shape/shape.ts'
import type { Member, MemberInput } from '../world/member.ts'
import { writtenFields } from '../world/member-fields.ts'
import type { World } from '../world/world.ts'
import { memberPatchShape } from './contact-shapes.ts'
import { EditError } from './edit-error.ts'
import type { Patch } from '../shape/patched.ts'

type Fields = Patch<MemberInput>

/**
 * The member fields of a write call's body. Fields that this simulator does not keep (to_invite and others) are passed
 * over, as WeCom passes over what it does not know; a main department of 0 is none.
 *
 * @throws TypeError that names a field of the wrong type, with WeCom's code where there is one of its own.
 */
export function readMemberFields(body: Readonly<Record<string, unknown>>, before?: Member): Fields {
  const known = new Set(writtenFields())
  const given = Object.fromEntries(Object.entries(body).filter(([name]) => known.has(name)))
  const { department, gender, main_department: main, mobile, ...rest } = given
  const status = statusFor(body['enable'], before)
  const fields = parse(memberPatchShape, {
    ...rest,
    ...(main === undefined || main === 0 ? {} : { main_department: main }),
    // 0 stands for "not set yet"; the caller puts such a member into the department for that.
    ...(department === undefined ? {} : { department: withoutZeros(department) }),
    // A text in WeCom's answers, a number in the samples of older SDKs.
    ...(gender === undefined ? {} : { gender: typeof gender === 'number' ? String(gender) : gender }),
    ...(typeof mobile === 'string' ? { mobile: mobile.replace(/^\+?86[ -]*(?=1\d{10}$)/, '') } : {}),
    ...(status === undefined ? {} : { status }),
  })
  for (const rule of rules) checkRule(fields, rule)
  return fields
}

function withoutZeros(department: unknown): unknown {
  return Array.isArray(department) ? department.filter((id) => id !== 0) : department
}

function statusFor(enable: unknown, before: Member | undefined): Member['status'] | undefined {
  if (enable === 0) return 2
  return enable === 1 && before?.status === 2 ? 1 : undefined
}

interface Rule {
  readonly field: keyof Fields
  readonly errcode: number
  readonly what: string
  readonly fits: (fields: Fields) => boolean
}

const characters = (value = ''): number => Array.from(value).length
const isMail = (value = ''): boolean => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)

/** @see https://developer.work.weixin.qq.com/document/path/90195 */
const rules: readonly Rule[] = [
  {
    field: 'name',
    errcode: 60112,
    what: '1 to 64 characters',
    fits: ({ name = 'x' }) => characters(name) <= 64,
  },
  {
    field: 'alias',
    errcode: 40058,
    what: 'at most 64 characters',
    fits: ({ alias }) => characters(alias) <= 64,
  },
  {
    field: 'position',
    errcode: 40058,
    what: 'at most 128 characters',
    fits: ({ position }) => characters(position) <= 128,
  },
  {
    field: 'address',
    errcode: 40058,
    what: 'at most 128 characters',
    fits: ({ address }) => characters(address) <= 128,
  },
  {
    field: 'telephone',
    errcode: 40058,
    what: 'at most 32 digits, -, + and ,',
    fits: ({ telephone = '' }) => /^[\d+,-]{0,32}$/.test(telephone),
  },
  {
    field: 'mobile',
    errcode: 60103,
    what: 'a mobile number, with its country code unless it is a Chinese one',
    fits: ({ mobile = '' }) => mobile === '' || /^\+?[\d -]{5,32}$/.test(mobile),
  },
  { field: 'email', errcode: 60105, what: 'an e-mail address', fits: ({ email }) => isMail(email) },
  {
    field: 'biz_mail',
    errcode: 60143,
    what: 'an e-mail address',
    fits: ({ biz_mail: mail }) => isMail(mail),
  },
  {
    field: 'direct_leader',
    errcode: 40058,
    what: 'one leader at most',
    fits: ({ direct_leader: leaders = [] }) => leaders.length <= 1,
  },
  {
    field: 'is_leader_in_dept',
    errcode: 60132,
    what: 'as many as department has',
    fits: ({ department, is_leader_in_dept: leads }) => sameLength(department, leads),
  },
  {
    field: 'order',
    errcode: 40058,
    what: 'as many as department has',
    fits: ({ department, order }) => sameLength(department, order),
  },
]

function sameLength(
  department: readonly unknown[] | undefined,
  list: readonly unknown[] | undefined,
): boolean {
  if (department === undefined || department.length === 0 || list === undefined) return true
  return list.length === department.length
}

function checkRule(fields: Fields, { errcode, field, fits, what }: Rule): void {
  if (!fits(fields)) throw new EditError(errcode, `${field}: expected ${what}`)
}

/** Refuses a mobile number or mail that somebody else in the corp has. */
export function refuseTaken(world: World, fields: Fields, before?: Member): void {
  for (const [field, errcode] of unique) {
    const value = fields[field]
    if (value === undefined || value === '' || value === before?.[field]) continue
    if (world.directory.findMember((member) => member[field] === value && member !== before))
      throw new EditError(errcode, `${field}: somebody else has it`)
  }
}

const unique: readonly (readonly ['mobile' | 'email' | 'biz_mail', number])[] = [
  ['mobile', 60104],
  ['email', 60106],
  ['biz_mail', 60145],
]
