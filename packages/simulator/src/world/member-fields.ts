import {
  anyText,
  integer,
  listOf,
  matching,
  maybe,
  object,
  oneOf,
  type Shape,
  text,
  unsigned,
} from '../shape/shape.ts'
import type { EventValue } from './event.ts'
import type { Member, MemberAttribute, MemberExternalProfile } from './member.ts'

/** What there is to know of one field of a member. */
interface MemberField<T> {
  /** Its form in a seed, an edit and an answer. */
  readonly shape: Shape<T>
  /** True where user/create and user/update take it. */
  readonly written?: true
  /** Its name and value in the long form of change_contact. */
  readonly event?: readonly [name: string, value: (member: Member) => EventValue]
}

type MemberFields = { readonly [K in keyof Member]-?: MemberField<NonNullable<Member[K]>> }

/** A department's id; the root is 1. */
export const departmentIdShape: Shape<number> = integer(1, 2 ** 32 - 1)

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
    object<{ nickname: string; status?: number }>({ nickname: anyText, status: maybe(integer(0, 10)) }),
  ),
  external_attr: maybe(listOf(attribute, 100)),
})

/**
 * Every field of a member, once: the checks of seeds and edits, what write calls take, and what events tell derive from
 * here.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90195
 */
export const memberFields: MemberFields = {
  // Documented: 1 to 64 of these characters, a letter or digit first.
  userid: {
    shape: matching(/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/, 'a userid of 1 to 64 letters, digits and _-@.'),
    written: true,
  },
  name: { shape: text, written: true, event: ['Name', (member) => member.name] },
  department: {
    shape: listOf(departmentIdShape, 100),
    written: true,
    event: ['Department', (member) => member.department.join(',')],
  },
  main_department: {
    shape: departmentIdShape,
    written: true,
    event: ['MainDepartment', (member) => member.main_department],
  },
  order: { shape: listOf(unsigned, 100), written: true },
  is_leader_in_dept: {
    shape: listOf(oneOf(0, 1), 100),
    written: true,
    event: ['IsLeaderInDept', (member) => member.is_leader_in_dept.join(',')],
  },
  direct_leader: {
    shape: listOf(text, 100),
    written: true,
    event: ['DirectLeader', (member) => member.direct_leader.join(',')],
  },
  position: { shape: anyText, written: true, event: ['Position', (member) => member.position] },
  mobile: { shape: anyText, written: true, event: ['Mobile', (member) => member.mobile] },
  gender: {
    shape: oneOf('0', '1', '2'),
    written: true,
    event: ['Gender', (member) => Number(member.gender)],
  },
  email: { shape: anyText, written: true, event: ['Email', (member) => member.email] },
  biz_mail: { shape: anyText, written: true, event: ['BizMail', (member) => member.biz_mail] },
  status: { shape: oneOf(1, 2, 4, 5), event: ['Status', (member) => member.status] },
  avatar: { shape: anyText, event: ['Avatar', (member) => member.avatar] },
  thumb_avatar: { shape: anyText },
  qr_code: { shape: anyText },
  alias: { shape: anyText, written: true, event: ['Alias', (member) => member.alias] },
  english_name: { shape: anyText },
  telephone: { shape: anyText, written: true, event: ['Telephone', (member) => member.telephone] },
  address: { shape: anyText, written: true, event: ['Address', (member) => member.address] },
  extattr: {
    shape: object<Member['extattr']>({ attrs: listOf(attribute, 100) }),
    written: true,
    event: ['ExtAttr', ({ extattr }) => ({ Item: extattr.attrs.map(attributeEvent) })],
  },
  external_position: { shape: anyText, written: true },
  external_profile: { shape: externalProfile, written: true },
}

function attributeEvent({ name, text: written, type, web }: MemberAttribute): Record<string, EventValue> {
  const value: Record<string, EventValue> =
    written === undefined
      ? { Web: { Title: web?.title ?? '', Url: web?.url ?? '' } }
      : { Text: { Value: written.value } }
  return { Name: name, Type: type, ...value }
}

/** A member in the long form of change_contact, without the userid. */
export function memberEvent(member: Member): Record<string, EventValue> {
  const events = Object.values(memberFields).flatMap(({ event }) => (event === undefined ? [] : [event]))
  return Object.fromEntries(events.map(([name, value]) => [name, value(member)]))
}

/** The names of the fields that write calls take. */
export function writtenFields(): string[] {
  return Object.entries(memberFields).flatMap(([name, { written }]) => (written === true ? [name] : []))
}
