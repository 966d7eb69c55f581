import type { SimpleUser, User, UserAttribute } from '../endpoints/users.ts'
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

/** A member of user/get or user/list in the directory's words. Frozen: the cache hands the same object to everyone. */
export function fullUser(wire: User): DirectoryUserFull {
  const departmentIds = Object.freeze([...(wire.department ?? [])])
  return Object.freeze({
    level: 'full',
    userId: wire.userid,
    name: wire.name ?? wire.userid,
    departmentIds,
    alias: given(wire.alias),
    englishName: given(wire.english_name),
    avatarUrl: given(wire.avatar),
    thumbnailUrl: given(wire.thumb_avatar),
    gender: genderOf(wire.gender),
    status: statuses.get(wire.status) ?? 'unknown',
    position: given(wire.position),
    externalPosition: given(wire.external_position),
    mainDepartmentId: wire.main_department || undefined,
    memberships: membershipsOf(wire),
    directLeaderIds: Object.freeze([...(wire.direct_leader ?? [])]),
    mobile: given(wire.mobile),
    telephone: given(wire.telephone),
    email: given(wire.email),
    businessEmail: given(wire.biz_mail),
    address: given(wire.address),
    attributes: Object.freeze((wire.extattr?.attrs ?? []).map(attributeOf)),
  })
}

/** A member of user/simplelist in the directory's words, frozen. */
export function simpleUser(wire: SimpleUser): DirectoryUserSimple {
  return Object.freeze({
    level: 'simple',
    userId: wire.userid,
    name: wire.name ?? wire.userid,
    departmentIds: Object.freeze([...(wire.department ?? [])]),
  })
}

/** WeCom leaves a withheld field out or sends it empty: to a reader both are "not known". */
function given(text: string | undefined): string | undefined {
  return text === '' || text === null ? undefined : text
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
    (wire.department ?? []).map((departmentId, index) =>
      Object.freeze({ departmentId, isLeader: leads(index), order: wire.order?.[index] }),
    ),
  )
}

function attributeOf(wire: UserAttribute): DirectoryAttribute {
  if (wire.web !== undefined) {
    return Object.freeze({
      name: wire.name,
      type: 'link',
      value: given(wire.web.title),
      url: given(wire.web.url),
    })
  }
  if (wire.miniprogram !== undefined) {
    const value = given(wire.miniprogram.title)
    return Object.freeze({ name: wire.name, type: 'mini-program', value, url: undefined })
  }
  return Object.freeze({
    name: wire.name,
    type: 'text',
    value: given(wire.text?.value ?? wire.value),
    url: undefined,
  })
}
