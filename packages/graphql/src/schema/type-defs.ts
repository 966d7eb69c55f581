/**
 * The schema as a string, with descriptions; the same text as the file `@wecom-kit/graphql/schema.graphql`.
 * Written from that file by `tools/write-type-defs.ts`: change the file, then run it.
 */
export const typeDefs: string = `"""
Read-only view of the WeCom (企业微信) contact directory.
"""
type Query {
  """
  The signed-in member. Null when the request carries no session.
  """
  me: User

  """
  One member. Null when no such member exists or the caller may not see it; the two cases are indistinguishable on purpose.
  """
  user(
    """
    WeCom userid. Compared without regard to case.
    """
    id: ID!
  ): User

  """
  Several members, in the order of \`ids\`; a missing or hidden member is null at its position. At most 200 ids.
  """
  users(
    """
    WeCom userids; duplicates are allowed and cost nothing.
    """
    ids: [ID!]!
  ): [User]

  """
  One department. Null when it does not exist or is outside the visible range.
  """
  department(
    """
    Numeric WeCom department id; the root department is 1.
    """
    id: ID!
  ): Department

  """
  Departments directly below \`parentId\`, or the topmost visible departments when it is omitted.
  """
  departments(
    """
    Department whose children are wanted.
    """
    parentId: ID

    """
    Return the whole subtree instead of one level.
    """
    recursive: Boolean = false
  ): [Department!]

  """
  Members of a department in WeCom order, as a plain list. Pass the id of the last member received as \`after\` to continue.
  Null when the department does not exist or is not visible.
  """
  departmentUsers(
    """
    Department to list.
    """
    departmentId: ID!

    """
    Include the members of all descendant departments; each member appears once.
    """
    fetchChild: Boolean = false

    """
    Page size, 1 to 1000. Omit it to get everything up to the server's ceiling.
    """
    first: Int

    """
    Id of the last member of the previous page.
    """
    after: ID

    """
    Keep only members matching all given conditions.
    """
    filter: UserFilter
  ): [User!]

  """
  Members whose name, alias, English name or id contains \`query\`. Needs a warmed directory index.
  """
  searchUsers(
    """
    Text of at least two characters (one for CJK).
    """
    query: String!

    """
    Page size, 1 to 100.
    """
    first: Int = 20

    """
    Cursor from \`pageInfo.endCursor\`.
    """
    after: String
  ): UserConnection
}

"""
A member of the organisation.
"""
type User {
  """
  WeCom userid in its canonical case. Unique within the organisation.
  """
  id: ID!

  """
  Display name. For third-party apps WeCom returns the userid here.
  """
  name: String!

  """
  Alias set in the directory.
  """
  alias: String

  """
  Name in English.
  """
  englishName: String

  """
  Address of the avatar image. Null when the app or the member has not granted it.
  """
  avatarUrl: String

  """
  Address of a small avatar image.
  """
  thumbnailUrl: String

  """
  Gender. Null when not granted.
  """
  gender: Gender

  """
  State of the account.
  """
  status: UserStatus

  """
  Job title shown inside the organisation.
  """
  position: String

  """
  Job title shown to external contacts.
  """
  externalPosition: String

  """
  Ids of the visible departments the member belongs to.
  """
  departmentIds: [ID!]!

  """
  Id of the main department. Null when it is not visible.
  """
  mainDepartmentId: ID

  """
  The main department. Null when it is not visible.
  """
  mainDepartment: Department

  """
  Every visible department of the member with the member's role there.
  """
  memberships: [DepartmentMembership!]!

  """
  Direct superiors inside the visible range, at most five.
  """
  directLeaders: [User!]!

  """
  Members who have this one as a direct superior. Needs a warmed directory index.
  """
  directReports: [User!]

  """
  Mobile number. Personal data: null unless the field policy admits the caller.
  """
  mobile: String

  """
  Landline number. Personal data: null unless the field policy admits the caller.
  """
  telephone: String

  """
  Mail address. Personal data: null unless the field policy admits the caller.
  """
  email: String

  """
  Company mail address. Personal data: null unless the field policy admits the caller.
  """
  businessEmail: String

  """
  Postal address. Personal data: null unless the field policy admits the caller.
  """
  address: String

  """
  Personal fields of this member that WeCom does not give to this app: null there does not mean that there is nothing.
  """
  withheldFields: [UserPersonalField!]!

  """
  Custom directory attributes.
  """
  attributes: [UserAttribute!]!

  """
  True when this is the signed-in member.
  """
  isMe: Boolean!
}

"""
A member's place in one department.
"""
type DepartmentMembership {
  """
  The department.
  """
  department: Department!

  """
  Whether the member leads this department. Null when not granted.
  """
  isLeader: Boolean

  """
  Sort value inside the department; larger comes first.
  """
  order: Float
}

"""
One custom attribute of a member.
"""
type UserAttribute {
  """
  Label of the attribute.
  """
  name: String!

  """
  Kind of the attribute.
  """
  type: UserAttributeType!

  """
  Text, or the title of the link.
  """
  value: String

  """
  Target of a link attribute.
  """
  url: String
}

"""
A department.
"""
type Department {
  """
  Numeric id, as a string.
  """
  id: ID!

  """
  Name. Null for apps that may only see ids.
  """
  name: String

  """
  Name in English.
  """
  englishName: String

  """
  Id of the parent. Null for the root and for the topmost visible department.
  """
  parentId: ID

  """
  The parent department. Null for the root and for the topmost visible department.
  """
  parent: Department

  """
  Departments directly below, in WeCom order.
  """
  children: [Department!]!

  """
  Departments from the topmost visible one down to this one.
  """
  path: [Department!]!

  """
  Sort value among siblings; larger comes first.
  """
  order: Float

  """
  Members who lead the department.
  """
  leaders: [User!]!

  """
  Members of the department.
  """
  members(
    """
    Include the members of all descendant departments.
    """
    fetchChild: Boolean = false

    """
    Page size, 1 to 200.
    """
    first: Int = 50

    """
    Cursor from \`pageInfo.endCursor\`.
    """
    after: String

    """
    Keep only members matching all given conditions.
    """
    filter: UserFilter
  ): UserConnection!
}

"""
A page of members.
"""
type UserConnection {
  """
  The page with cursors.
  """
  edges: [UserEdge!]!

  """
  The page without cursors.
  """
  nodes: [User!]!

  """
  Where the page lies in the whole list.
  """
  pageInfo: PageInfo!

  """
  Number of members in the whole list after filtering.
  """
  totalCount: Int!
}

"""
One member of a page.
"""
type UserEdge {
  """
  Opaque position of the member.
  """
  cursor: String!

  """
  The member.
  """
  node: User!
}

"""
Position of a page.
"""
type PageInfo {
  """
  Whether more items follow.
  """
  hasNextPage: Boolean!

  """
  Whether items precede the page. Always false on the first page.
  """
  hasPreviousPage: Boolean!

  """
  Cursor of the first item of the page.
  """
  startCursor: String

  """
  Cursor of the last item of the page.
  """
  endCursor: String
}

"""
Conditions on members; all given ones must hold.
"""
input UserFilter {
  """
  Account states to keep.
  """
  status: [UserStatus!]

  """
  Text contained in name, alias, English name or id; at most 64 characters.
  """
  text: String

  """
  Keep only leaders of the listed department.
  """
  isLeader: Boolean
}

"""
State of a member's account.
"""
enum UserStatus {
  """
  Activated.
  """
  ACTIVE

  """
  Disabled by an administrator.
  """
  DISABLED

  """
  Invited but never signed in.
  """
  PENDING

  """
  Left the organisation.
  """
  LEFT

  """
  A state this version of the server does not know.
  """
  UNKNOWN
}

"""
Gender as recorded in the directory.
"""
enum Gender {
  """
  Male.
  """
  MALE

  """
  Female.
  """
  FEMALE

  """
  Not recorded.
  """
  UNSPECIFIED
}

"""
A field of a member that is personal data.
"""
enum UserPersonalField {
  """
  Mobile number.
  """
  MOBILE

  """
  Landline number.
  """
  TELEPHONE

  """
  Mail address.
  """
  EMAIL

  """
  Company mail address.
  """
  BUSINESS_EMAIL

  """
  Postal address.
  """
  ADDRESS

  """
  Gender.
  """
  GENDER

  """
  Avatar image.
  """
  AVATAR_URL
}

"""
Kind of a custom attribute.
"""
enum UserAttributeType {
  """
  Plain text.
  """
  TEXT

  """
  A link.
  """
  LINK

  """
  A mini program.
  """
  MINI_PROGRAM
}
`
