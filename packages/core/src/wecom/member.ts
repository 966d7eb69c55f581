import { isRecord } from '../internal/is-record.ts'
import * as read from './member-values.ts'
import type { MemberAttribute, MemberGender, MemberStatus } from './member-values.ts'

/** A member's place in one department. */
export interface MemberMembership {
  departmentId: number
  /** Whether the member leads the department; undefined when WeCom did not say. */
  isLeader: boolean | undefined
  /** Sort value inside the department, up to 2^32-1; larger comes first. */
  order: number | undefined
}

/** A member in our words; a withheld or empty field is undefined, {@link Member.withheld} tells which it was. */
export interface Member {
  readonly userId: string
  readonly name: string
  /** Visible departments, in WeCom's order. */
  readonly departmentIds: readonly number[]
  readonly alias: string | undefined
  readonly englishName: string | undefined
  readonly avatarUrl: string | undefined
  readonly thumbnailUrl: string | undefined
  /** undefined when withheld or not recorded: WeCom answers "0" for both. */
  readonly gender: MemberGender | undefined
  readonly status: MemberStatus
  readonly position: string | undefined
  readonly externalPosition: string | undefined
  readonly mainDepartmentId: number | undefined
  readonly directLeaderIds: readonly string[]
  readonly mobile: string | undefined
  readonly telephone: string | undefined
  readonly email: string | undefined
  readonly businessEmail: string | undefined
  readonly address: string | undefined
  readonly attributes: readonly MemberAttribute[]
  readonly memberships: readonly MemberMembership[]
  /**
   * Personal fields that WeCom left out of its answer: this app may not see them. A personal field that is undefined and
   * not named here is empty, as far as WeCom says; some deployments send withheld fields empty.
   */
  readonly withheld?: readonly PersonalMemberField[] | undefined
}

/** The personal fields: withheld from apps created since 2022-06-20, shown to others by a policy only. */
export type PersonalMemberField =
  | 'mobile'
  | 'telephone'
  | 'email'
  | 'businessEmail'
  | 'address'
  | 'gender'
  | 'avatarUrl'

/** One field of a member: its names in answers and callbacks, and the one way to read its value. */
export interface MemberField<Value> {
  /** Name in the JSON of user/get, user/list and getuserdetail. */
  readonly wire: string
  /** Name in change_contact callbacks; undefined where they do not have it. */
  readonly xml: string | undefined
  readonly read: (value: unknown) => Value
  /** The least answer that has it: user/simplelist (`simple`), user/get and user/list (`full`), getuserdetail. */
  readonly from: 'simple' | 'full' | 'consent'
  readonly personal?: true
  /** Whether a member can consent to it at a sign-in with `snsapi_privateinfo`. */
  readonly consented?: true
}

/** What {@link memberFields} has a row for. `memberships` and `withheld` are made of several. */
type Rows = Omit<Member, 'memberships' | 'withheld'> & { readonly qrCodeUrl: string | undefined }

/** Name of a field of a member in our words. */
export type MemberFieldName = keyof Rows

const personal = { personal: true } as const
const consented = { personal: true, consented: true } as const

/**
 * What a member consists of, a row per field. The only place that knows what WeCom calls a field and how its value
 * comes; everybody else asks a row.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90196
 */
export const memberFields: { readonly [Name in MemberFieldName]: MemberField<Rows[Name]> } = {
  userId: { wire: 'userid', xml: 'UserID', read: (value) => read.text(value) ?? '', from: 'simple' },
  name: { wire: 'name', xml: 'Name', read: (value) => read.text(value) ?? '', from: 'simple' },
  departmentIds: { wire: 'department', xml: 'Department', read: read.ids, from: 'simple' },
  alias: { wire: 'alias', xml: 'Alias', read: read.text, from: 'full' },
  englishName: { wire: 'english_name', xml: 'EnglishName', read: read.text, from: 'full' },
  avatarUrl: { wire: 'avatar', xml: 'Avatar', read: read.text, from: 'full', ...consented },
  thumbnailUrl: { wire: 'thumb_avatar', xml: undefined, read: read.text, from: 'full' },
  gender: { wire: 'gender', xml: 'Gender', read: read.gender, from: 'full', ...consented },
  status: { wire: 'status', xml: 'Status', read: read.status, from: 'full' },
  position: { wire: 'position', xml: 'Position', read: read.text, from: 'full' },
  externalPosition: { wire: 'external_position', xml: undefined, read: read.text, from: 'full' },
  // WeCom answers 0 where the main department is outside the visible range.
  mainDepartmentId: { wire: 'main_department', xml: 'MainDepartment', read: read.positiveId, from: 'full' },
  directLeaderIds: { wire: 'direct_leader', xml: 'DirectLeader', read: read.texts, from: 'full' },
  mobile: { wire: 'mobile', xml: 'Mobile', read: read.text, from: 'full', ...consented },
  telephone: { wire: 'telephone', xml: 'Telephone', read: read.text, from: 'full', ...personal },
  email: { wire: 'email', xml: 'Email', read: read.text, from: 'full', ...consented },
  businessEmail: { wire: 'biz_mail', xml: 'BizMail', read: read.text, from: 'full', ...consented },
  address: { wire: 'address', xml: 'Address', read: read.text, from: 'full', ...consented },
  attributes: { wire: 'extattr', xml: 'ExtAttr', read: read.attributes, from: 'full' },
  // Whoever scans it adds the member as a contact: no directory shows it, only the member may give it.
  qrCodeUrl: { wire: 'qr_code', xml: undefined, read: read.text, from: 'consent', ...consented },
}

/** Sort values and leader flags, parallel to the departments. */
const parallel = { order: 'order', leads: 'is_leader_in_dept' } as const

const fullRows = Object.entries(memberFields).filter(([, { from }]) => from !== 'consent')
const consentedRows = Object.entries(memberFields).filter(([, row]) => row.consented === true)
const storedNames: ReadonlySet<string> = new Set([
  ...fullRows.map(([, { wire }]) => wire),
  ...Object.values(parallel),
])

/** An answer about a member, before anything but its userid is believed. */
export interface WireMember {
  readonly userid: string
}

/** Whether something from outside can be read as a member at all. */
export function isWireMember(value: unknown): value is WireMember {
  return isRecord(value) && typeof value['userid'] === 'string' && value['userid'] !== ''
}

/**
 * A member of user/get or user/list. Nothing but the userid is relied on: the answer may come from a store, or from a
 * private deployment of any age.
 */
export function readMember(wire: object): Member {
  const of = fieldsOf(wire)
  return Object.freeze({
    ...readSimpleMember(wire),
    alias: of('alias'),
    englishName: of('englishName'),
    avatarUrl: of('avatarUrl'),
    thumbnailUrl: of('thumbnailUrl'),
    gender: of('gender'),
    status: of('status'),
    position: of('position'),
    externalPosition: of('externalPosition'),
    mainDepartmentId: of('mainDepartmentId'),
    directLeaderIds: Object.freeze(of('directLeaderIds')),
    mobile: of('mobile'),
    telephone: of('telephone'),
    email: of('email'),
    businessEmail: of('businessEmail'),
    address: of('address'),
    attributes: Object.freeze(of('attributes')),
    memberships: membershipsOf(wire),
    withheld: withheldFrom(wire),
  })
}

/** A member of user/simplelist. Whoever has no name is shown by their userid. */
export function readSimpleMember(wire: object): Pick<Member, 'userId' | 'name' | 'departmentIds'> {
  const of = fieldsOf(wire)
  const [userId, name] = [of('userId'), of('name')]
  return { userId, name: name === '' ? userId : name, departmentIds: Object.freeze(of('departmentIds')) }
}

function fieldsOf(wire: object): <Name extends MemberFieldName>(name: Name) => Rows[Name] {
  return (name) => {
    const row = memberFields[name]
    return row.read(valueOf(wire, row.wire))
  }
}

/** What a member consented to, out of the answer of getuserdetail; fields without a value are absent. */
export function readConsented(wire: object): Partial<Pick<Rows, ConsentedField>> {
  const entries = consentedRows.map(([name, row]) => [name, row.read(valueOf(wire, row.wire))] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** The fields that {@link readConsented} may answer. */
export type ConsentedField =
  | 'gender'
  | 'avatarUrl'
  | 'qrCodeUrl'
  | 'mobile'
  | 'email'
  | 'businessEmail'
  | 'address'

/** A member as it may lie in a store that others can read: what the directory never shows is left out. */
export function storedMember(wire: object): object {
  return Object.fromEntries(Object.entries(wire).filter(([name]) => storedNames.has(name)))
}

function membershipsOf(wire: object): readonly MemberMembership[] {
  const leads = read.flags(valueOf(wire, parallel.leads))
  const orders = read.ids(valueOf(wire, parallel.order))
  const departments = fieldsOf(wire)('departmentIds')
  return Object.freeze(
    departments.map((departmentId, index) =>
      Object.freeze({ departmentId, isLeader: leads[index], order: orders[index] }),
    ),
  )
}

const personalRows = Object.entries(memberFields).flatMap(([name, row]) =>
  row.personal === true && isPersonal(name) ? [{ name, wire: row.wire }] : [],
)

// Most members of a corp have the same fields withheld: one list serves them all.
const withheldLists = new Map<string, readonly PersonalMemberField[]>()

function withheldFrom(wire: object): readonly PersonalMemberField[] {
  const names = personalRows.filter((row) => valueOf(wire, row.wire) === undefined).map(({ name }) => name)
  const key = names.join()
  const known = withheldLists.get(key) ?? Object.freeze(names)
  withheldLists.set(key, known)
  return known
}

function isPersonal(name: string): name is PersonalMemberField {
  return name !== 'qrCodeUrl'
}

function valueOf(wire: object, name: string): unknown {
  return Reflect.get(wire, name)
}
