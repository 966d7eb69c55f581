import { anyText, integer, listOf, matching, maybe, object, oneOf, type Shape, text } from '../shape/shape.ts'
import type { DepartmentInput } from '../world/department.ts'
import type { MemberAttribute, MemberExternalProfile, MemberInput } from '../world/member.ts'

/** Largest value of an `order`; more than a signed 32-bit integer holds. */
const order = integer(0, 2 ** 32 - 1)
/** Documented: 1 to 64 of these characters, a letter or digit first. */
const userid = matching(/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/, 'a userid of 1 to 64 letters, digits and _-@.')
const departmentId = integer(1, 2 ** 32 - 1)
const departments = listOf(departmentId, 100)
const flags = listOf(oneOf(0, 1), 100)

const attribute: Shape<MemberAttribute> = object<MemberAttribute>({
  type: oneOf(0, 1, 2),
  name: text,
  text: maybe(object<{ value: string }>({ value: anyText })),
  web: maybe(object<{ url: string; title: string }>({ url: anyText, title: anyText })),
  miniprogram: maybe(
    object<{ appid: string; pagepath: string; title: string }>({
      appid: anyText,
      pagepath: anyText,
      title: anyText,
    }),
  ),
})

const externalProfile: Shape<MemberExternalProfile> = object<MemberExternalProfile>({
  external_corp_name: maybe(anyText),
  wechat_channels: maybe(
    object<{ nickname: string; status: number }>({ nickname: anyText, status: integer(0, 10) }),
  ),
  external_attr: maybe(listOf(attribute, 100)),
})

const optionalMemberFields = {
  order: maybe(listOf(order, 100)),
  is_leader_in_dept: maybe(flags),
  direct_leader: maybe(listOf(text, 100)),
  main_department: maybe(departmentId),
  position: maybe(anyText),
  mobile: maybe(anyText),
  gender: maybe(oneOf('0', '1', '2')),
  email: maybe(anyText),
  biz_mail: maybe(anyText),
  avatar: maybe(anyText),
  thumb_avatar: maybe(anyText),
  qr_code: maybe(anyText),
  address: maybe(anyText),
  telephone: maybe(anyText),
  alias: maybe(anyText),
  english_name: maybe(anyText),
  status: maybe(oneOf(1, 2, 4, 5)),
  extattr: maybe(object<MemberInputAttributes>({ attrs: listOf(attribute, 100) })),
  external_position: maybe(anyText),
  external_profile: maybe(externalProfile),
}

interface MemberInputAttributes {
  attrs: MemberAttribute[]
}

/** Checks a new member. */
export const memberShape: Shape<MemberInput> = object<MemberInput>({
  userid,
  name: text,
  department: departments,
  ...optionalMemberFields,
})

/** Checks an edit of a member; another `userid` renames. */
export const memberPatchShape: Shape<Partial<MemberInput>> = object<Partial<MemberInput>>({
  userid: maybe(userid),
  name: maybe(text),
  department: maybe(departments),
  ...optionalMemberFields,
})

/** Checks a department of a seed. */
export const departmentShape: Shape<DepartmentInput> = object<DepartmentInput>({
  id: departmentId,
  name: text,
  parentid: integer(0, 2 ** 32 - 1),
  name_en: maybe(anyText),
  department_leader: maybe(listOf(text, 100)),
  order: maybe(order),
})

/** A new department: the id is the next free one and the parent is the root unless given. */
export type NewDepartment = Pick<DepartmentInput, 'name'> & Partial<DepartmentInput>

const departmentFields = {
  parentid: maybe(integer(0, 2 ** 32 - 1)),
  name_en: maybe(anyText),
  department_leader: maybe(listOf(text, 100)),
  order: maybe(order),
}

/** Checks a new department. */
export const newDepartmentShape: Shape<NewDepartment> = object<NewDepartment>({
  id: maybe(departmentId),
  name: text,
  ...departmentFields,
})

/** Checks an edit of a department. */
export const departmentPatchShape: Shape<Partial<Omit<DepartmentInput, 'id'>>> = object<
  Partial<Omit<DepartmentInput, 'id'>>
>({ name: maybe(text), ...departmentFields })
