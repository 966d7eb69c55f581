import { isRecord } from '../internal/is-record.ts'
import type { User, UserAttribute } from '../endpoints/users.ts'
import type {
  DirectoryAttribute,
  DirectoryMembership,
  DirectoryUserFull,
  DirectoryUserSimple,
  DirectoryUserStatus,
} from './types.ts'

const statuses = new Map<unknown, DirectoryUserStatus>([
  [1, 'active'],
  [2, 'disabled'],
  [4, 'pending'],
  [5, 'left'],
])

// What the directory never shows does not belong into a store that others can read.
const neverStored = new Set([
  'qr_code',
  'open_userid',
  'external_profile',
  'hide_mobile',
  'enable',
  'isleader',
])

/**
 * A member of user/get or user/list in the directory's words. Frozen: the cache hands the same object to everyone.
 * Nothing but the userid is relied on: the answer may come from a store, or from a private deployment of any age.
 */
export function fullUser(wire: User): DirectoryUserFull {
  return Object.freeze({
    ...simpleUser(wire),
    level: 'full',
    alias: given(wire.alias),
    englishName: given(wire.english_name),
    avatarUrl: given(wire.avatar),
    thumbnailUrl: given(wire.thumb_avatar),
    gender: genderOf(wire.gender),
    status: statuses.get(wire.status) ?? 'unknown',
    position: given(wire.position),
    externalPosition: given(wire.external_position),
    mainDepartmentId: numbers([wire.main_department]).find((id) => id > 0),
    memberships: membershipsOf(wire),
    directLeaderIds: Object.freeze((wire.direct_leader ?? []).filter((id) => typeof id === 'string')),
    mobile: given(wire.mobile),
    telephone: given(wire.telephone),
    email: given(wire.email),
    businessEmail: given(wire.biz_mail),
    address: given(wire.address),
    attributes: Object.freeze(attributesOf(wire.extattr)),
  })
}

/** A member of user/simplelist in the directory's words, frozen. */
export function simpleUser(wire: Pick<User, 'userid' | 'name' | 'department'>): DirectoryUserSimple {
  return Object.freeze({
    level: 'simple',
    userId: wire.userid,
    name: given(wire.name) ?? wire.userid,
    departmentIds: Object.freeze(numbers(wire.department)),
  })
}

/** Whether something from outside can be read as a member at all. */
export function isWireUser(value: unknown): value is User {
  return (
    isRecord(value) && typeof value['userid'] === 'string' && lists.every((name) => isListOrNone(value[name]))
  )
}

/** A member as it is kept in a store. */
export function storedUser(wire: object): object {
  return Object.fromEntries(Object.entries(wire).filter(([name]) => !neverStored.has(name)))
}

const lists = ['department', 'order', 'is_leader_in_dept', 'direct_leader']

function isListOrNone(value: unknown): boolean {
  return value === undefined || Array.isArray(value)
}

/** WeCom leaves a withheld field out or sends it empty: to a reader both are "not known". */
function given(text: unknown): string | undefined {
  return typeof text === 'string' && text !== '' ? text : undefined
}

function numbers(values: readonly unknown[] | undefined): number[] {
  return (values ?? []).filter((value) => typeof value === 'number')
}

// Documented as a string; a private deployment was seen to send a number.
function genderOf(gender: string | number | undefined): 'male' | 'female' | undefined {
  const text = String(gender)
  if (text === '1') return 'male'
  return text === '2' ? 'female' : undefined
}

function membershipsOf(wire: User): readonly DirectoryMembership[] {
  const leads = (index: number): boolean | undefined => {
    const flag = wire.is_leader_in_dept?.[index]
    return flag === undefined ? undefined : flag === 1
  }
  return Object.freeze(
    numbers(wire.department).map((departmentId, index) =>
      Object.freeze({ departmentId, isLeader: leads(index), order: wire.order?.[index] }),
    ),
  )
}

function attributesOf(extattr: unknown): DirectoryAttribute[] {
  const attributes = isRecord(extattr) ? extattr['attrs'] : undefined
  return Array.isArray(attributes) ? attributes.filter(isRecord).map(attributeOf) : []
}

function attributeOf(wire: Partial<UserAttribute>): DirectoryAttribute {
  const name = given(wire.name) ?? ''
  if (wire.web) {
    return Object.freeze({ name, type: 'link', value: given(wire.web.title), url: given(wire.web.url) })
  }
  if (wire.miniprogram) {
    return Object.freeze({ name, type: 'mini-program', value: given(wire.miniprogram.title), url: undefined })
  }
  return Object.freeze({ name, type: 'text', value: given(wire.text?.value ?? wire.value), url: undefined })
}
