import * as fc from 'fast-check'
import { buildSchema, getNamedType, isLeafType, isObjectType } from 'graphql'
import { typeDefs } from '../src/schema/type-defs.ts'

interface Ids {
  users: readonly string[]
  departments: readonly number[]
}

// What a policy decides or a session adds, of which the server without our code knows nothing.
const decided = /^(?:mobile|email|businessEmail|address|gender|avatarUrl|thumbnailUrl|withheldFields)$/
const userLeaves = leavesOf('User').filter((name) => !decided.test(name))
const departmentLeaves = 'id name englishName parentId order __typename'.split(' ')

/** Random operations over the ids of a corp and some that are not there: nested, aliased, fragmented, switched off. */
export function randomOperation(ids: Ids): fc.Arbitrary<string> {
  const userId = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...ids.users) },
    fc.constantFrom('nobody', 'wwother/lisi'),
  )
  const anyCase = fc.tuple(userId, fc.boolean()).map(([id, loud]) => (loud ? id.toUpperCase() : id))
  const departmentId = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...ids.departments) },
    fc.constant(9999),
  )
  const listing = fc
    .tuple(
      fc.boolean(),
      fc.option(
        fc.constantFrom('isLeader: true', 'text: "a"', 'status: [ACTIVE]', 'status: [DISABLED, LEFT]'),
      ),
    )
    .map(([deep, filter]) => `fetchChild: ${deep}${filter === null ? '' : `, filter: { ${filter} }`}`)

  const { user, department } = fc.letrec<{ user: string; department: string }>((tie) => ({
    user: selection('User', userLeaves, [
      tie('department').map((below) => `mainDepartment ${below}`),
      tie('department').map((below) => `memberships { isLeader order department ${below} }`),
      tie('department').map((below) => `memberships { department ${below} }`),
      tie('user').map((below) => `directLeaders ${below}`),
    ]),
    department: selection('Department', departmentLeaves, [
      tie('department').map((below) => `parent ${below}`),
      tie('department').map((below) => `children ${below}`),
      tie('department').map((below) => `path ${below}`),
      tie('user').map((below) => `leaders ${below}`),
      fc
        .tuple(listing, tie('user'))
        .map(([args, below]) => `members(${args}, first: 200) { totalCount nodes ${below} }`),
    ]),
  }))

  const root = fc.oneof(
    user.map((below) => `me ${below}`),
    fc.tuple(anyCase, user).map(([id, below]) => `user(id: "${id}") ${below}`),
    fc
      .tuple(fc.array(anyCase, { maxLength: 12 }), user)
      .map(([list, below]) => `users(ids: ${JSON.stringify(list)}) ${below}`),
    fc.tuple(departmentId, department).map(([id, below]) => `department(id: ${id}) ${below}`),
    fc
      .tuple(fc.option(departmentId), fc.boolean(), department)
      .map(([id, deep, below]) => `departments(parentId: ${id}, recursive: ${deep}) ${below}`),
    fc
      .tuple(departmentId, listing, user)
      .map(([id, args, below]) => `departmentUsers(departmentId: ${id}, ${args}) ${below}`),
  )
  return fc
    .array(root, { minLength: 1, maxLength: 4 })
    .map(
      (roots) =>
        `query ($no: Boolean = false) { __typename @skip(if: $no) ${roots.map((field, index) => `users${index}: ${field}`).join(' ')} }`,
    )
}

function selection(
  type: string,
  leaves: readonly string[],
  branches: fc.Arbitrary<string>[],
): fc.Arbitrary<string> {
  const leaf = fc.constantFrom(...leaves)
  const some = fc.array(
    fc
      .tuple(leaf, fc.constantFrom('', '', '@include(if: $no)', '@skip(if: true)'))
      .map((pair) => pair.join(' ')),
    { minLength: 1, maxLength: 4 },
  )
  const nested = fc
    .tuple(some, fc.oneof(...branches), fc.boolean())
    .map(([fields, branch, wrapped]) =>
      wrapped
        ? `{ id ... on ${type} { ${branch} } ${fields.join(' ')} }`
        : `{ ${fields.join(' ')} ${branch} ${branch} }`,
    )
  return fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    some.map((fields) => `{ ${fields.join(' ')} }`),
    nested,
  )
}

/** The fields of a type that have nothing below them. */
function leavesOf(name: string): readonly string[] {
  const type = buildSchema(typeDefs, { assumeValidSDL: true }).getType(name)
  if (!isObjectType(type)) throw new Error(`there is no type ${name}`)
  const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)))
  return [...leaves.map((field) => field.name), '__typename']
}
