import type {
  DirectoryAttribute,
  DirectoryMembership,
  DirectoryUser,
  DirectoryUserFull,
} from '@wecom-kit/core'
import { readMember } from '@wecom-kit/core/foundation'
import type { GraphQLResolveInfo } from 'graphql'
import type { PersonalField, WecomViewer } from '../policy.ts'
import { isEnough } from '../request/level.ts'
import { directReports } from './direct-reports.ts'
import { userStatus } from './lists.ts'
import { membershipLevel, needsDepartment, perOccurrence, selectedFields, userLevel } from './selection.ts'
import {
  allShown,
  shown,
  type FieldResolvers,
  type Resolver,
  type ResolverTools,
  type Scope,
} from './tools.ts'

/** A field that is read from the full record alone. */
type ReadField = (user: DirectoryUserFull) => unknown

/** A field that also needs to know for whom, or what is selected below it. */
type ReadScopedField = (user: DirectoryUserFull, scope: Scope, info: GraphQLResolveInfo) => unknown

/** UserAttributeType as the schema spells it. */
const attributeType: Readonly<Record<DirectoryAttribute['type'], string>> = {
  text: 'TEXT',
  link: 'LINK',
  'mini-program': 'MINI_PROGRAM',
}

/** UserPersonalField as the schema spells it. */
const personalFieldName: Readonly<Record<PersonalField, string>> = {
  mobile: 'MOBILE',
  telephone: 'TELEPHONE',
  email: 'EMAIL',
  businessEmail: 'BUSINESS_EMAIL',
  address: 'ADDRESS',
  gender: 'GENDER',
  avatarUrl: 'AVATAR_URL',
}

/** Resolvers of User. Their source is the directory's own record, shared between requests and never changed. */
export function userResolvers(tools: ResolverTools): FieldResolvers {
  return {
    ...identityResolvers(tools),
    ...placeResolvers(tools),
    ...personalResolvers(tools),
    alias: fullField(tools, (user) => user.alias),
    englishName: fullField(tools, (user) => user.englishName),
    status: fullField(tools, (user) => userStatus[user.status]),
    position: fullField(tools, (user) => user.position),
    externalPosition: fullField(tools, (user) => user.externalPosition),
    withheldFields: scopedField(tools, ({ userId, withheld = [] }, scope) => {
      // What the session knows of its own member is not withheld.
      const own: object = scope.isMe(userId) ? { ...scope.viewer } : {}
      return withheld
        .filter((field) => Reflect.get(own, field) === undefined)
        .map((field) => personalFieldName[field])
    }),
    attributes: fullField(tools, ({ attributes }) =>
      attributes.map(({ name, type, value, url }) => ({ name, type: attributeType[type], value, url })),
    ),
  }
}

function identityResolvers(tools: ResolverTools): FieldResolvers {
  const { scopeOf } = tools
  const id: Resolver<DirectoryUser> = (user) => user.userId
  const upgradedName = fullField(tools, (user) => user.name)
  const name: Resolver<DirectoryUser> = (user, args, contextValue, info) =>
    user.level === 'id' ? upgradedName(user, args, contextValue, info) : user.name
  const isMe: Resolver<DirectoryUser> = (user, _args, contextValue) => scopeOf(contextValue).isMe(user.userId)
  return { id, name, isMe }
}

function placeResolvers(tools: ResolverTools): FieldResolvers {
  const { names, scopeOf } = tools
  const level = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const asksForDepartment = perOccurrence((nodes, info) => needsDepartment(nodes, names, info))
  const upgradedIds = scopedField(tools, (user, scope) => scope.visibleDepartmentIds(user.departmentIds))
  const departmentIds: Resolver<DirectoryUser> = (user, args, contextValue, info) =>
    user.level === 'id'
      ? upgradedIds(user, args, contextValue, info)
      : scopeOf(contextValue).visibleDepartmentIds(user.departmentIds)
  return {
    departmentIds,
    memberships: membershipsResolver(tools),
    mainDepartmentId: scopedField(tools, ({ mainDepartmentId }, scope) => {
      if (mainDepartmentId === undefined) return undefined
      const visible = scope.visibleDepartmentIds([mainDepartmentId])
      return visible instanceof Promise ? visible.then(([id]) => id) : visible[0]
    }),
    mainDepartment: scopedField(tools, ({ mainDepartmentId }, scope, info) => {
      if (mainDepartmentId === undefined) return undefined
      if (asksForDepartment(info) || scope.hidesAnything)
        return shown(scope, scope.department(mainDepartmentId))
      scope.count(1)
      return { id: mainDepartmentId }
    }),
    directLeaders: scopedField(tools, ({ directLeaderIds }, scope, info) =>
      allShown(scope, directLeaderIds, (userId) => scope.reference(userId, level(info))),
    ),
    directReports: ({ userId }: DirectoryUser, _args, contextValue) =>
      directReports(userId, scopeOf(contextValue)),
  }
}

/**
 * The resolver of User.memberships. With no more than the departments' ids wanted it needs neither the member's full
 * record nor the department tree.
 */
function membershipsResolver({ names, scopeOf }: ResolverTools): Resolver<DirectoryUser> {
  const wanted = perOccurrence((nodes, info: GraphQLResolveInfo) => ({
    level: membershipLevel(nodes, names, info),
    departments: needsDepartment(
      selectedFields(nodes, names.type('DepartmentMembership'), info).get('department') ?? [],
      names,
      info,
    ),
  }))
  const presented = (user: DirectoryUser | undefined, scope: Scope, departments: boolean): unknown => {
    const places = user ? placesOf(user) : []
    if (departments || scope.hidesAnything) return allShown(scope, places, (place) => placed(place, scope))
    scope.count(places.length)
    return places.map(({ departmentId, isLeader, order }) => ({
      department: { id: departmentId },
      isLeader,
      order,
    }))
  }
  return (user, _args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    const { level, departments } = wanted(info)
    if (isEnough(user.level, level)) return presented(user, scope, departments)
    return scope.user(user.userId, level).then((known) => presented(known, scope, departments))
  }
}

function placesOf(user: DirectoryUser): readonly DirectoryMembership[] {
  if (user.level === 'full') return user.memberships
  if (user.level === 'id') return []
  return user.departmentIds.map((departmentId) => ({ departmentId, isLeader: undefined, order: undefined }))
}

async function placed(
  { departmentId, isLeader, order }: DirectoryMembership,
  scope: Scope,
): Promise<unknown> {
  const department = await scope.department(departmentId)
  return department && { department, isLeader, order }
}

function personalResolvers(tools: ResolverTools): FieldResolvers {
  const field = personalField.bind(undefined, tools)
  return {
    mobile: field(
      'mobile',
      (user) => user.mobile,
      (viewer) => viewer.mobile,
    ),
    telephone: field('telephone', (user) => user.telephone),
    email: field(
      'email',
      (user) => user.email,
      (viewer) => viewer.email,
    ),
    businessEmail: field(
      'businessEmail',
      (user) => user.businessEmail,
      (viewer) => viewer.businessEmail,
    ),
    address: field('address', (user) => user.address),
    gender: field(
      'gender',
      (user) => genderName(user.gender),
      (viewer) => genderName(viewer.gender),
    ),
    avatarUrl: field(
      'avatarUrl',
      (user) => user.avatarUrl,
      (viewer) => viewer.avatarUrl,
    ),
    // The same picture, smaller: who may not see the one may not see the other.
    thumbnailUrl: field('avatarUrl', (user) => user.thumbnailUrl),
  }
}

/**
 * The resolver of a personal field: the field policy first, then the directory's value, then, in the viewer's own
 * record, what the session knows. New apps get these fields from nowhere but the sign-in the member consented to, and
 * that covers only themselves.
 */
function personalField(
  { scopeOf }: ResolverTools,
  field: PersonalField,
  read: ReadField,
  own: (viewer: WecomViewer) => unknown = () => undefined,
): Resolver<DirectoryUser> {
  return (user, _args, contextValue) => {
    const scope = scopeOf(contextValue)
    if (!scope.allows(user, field)) return undefined
    const whole = (known: DirectoryUserFull): unknown =>
      read(known) ?? (scope.viewer && scope.isMe(known.userId) ? own(scope.viewer) : undefined)
    return user.level === 'full' ? whole(user) : upgraded(user, scope, whole)
  }
}

/** The resolver of a field of the full record. Finding the scope costs more than the field, so it is not done. */
function fullField({ scopeOf }: ResolverTools, read: ReadField): Resolver<DirectoryUser> {
  return (user, _args, contextValue) =>
    user.level === 'full' ? read(user) : upgraded(user, scopeOf(contextValue), read)
}

/** The same for a field that needs the scope. */
function scopedField({ scopeOf }: ResolverTools, read: ReadScopedField): Resolver<DirectoryUser> {
  return (user, _args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    if (user.level === 'full') return read(user, scope, info)
    return upgraded(user, scope, (known) => read(known, scope, info))
  }
}

// The level is worked out before loading, so this looks up a second time only what an executor of another kind, or a
// host's own resolver, handed over with less.
async function upgraded(user: DirectoryUser, scope: Scope, read: ReadField): Promise<unknown> {
  const found = await scope.user(user.userId, 'full')
  return found?.level === 'full' ? read(found) : undefined
}

/**
 * Gender as the schema spells it. Withheld and "not recorded" look alike in the directory, both are null; only a
 * profile the member consented to can say that nothing is recorded.
 */
function genderName(gender: string | undefined): string | undefined {
  if (gender === undefined) return undefined
  if (gender === 'male' || gender === '1') return 'MALE'
  return gender === 'female' || gender === '2' ? 'FEMALE' : 'UNSPECIFIED'
}

/**
 * The viewer's own record from the session alone, for members the app's visible range leaves out: they can sign in, and
 * `me` must not tell a front end that they did not.
 */
export function viewerRecord(viewer: WecomViewer): DirectoryUserFull {
  const { userId, name, departmentIds = [], ...known } = viewer
  const blank = readMember({ userid: userId, name, department: departmentIds })
  const { alias, avatarUrl, position, mainDepartmentId, mobile, email, businessEmail } = known
  const own = { alias, avatarUrl, position, mainDepartmentId, mobile, email, businessEmail }
  return { ...blank, ...own, level: 'full', withheld: undefined }
}
