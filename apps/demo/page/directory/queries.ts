const row = /* GraphQL */ `
  fragment Row on User {
    id
    isMe
    name
    alias
    englishName
    position
    avatarUrl
    status
    mainDepartmentId
  }
`

/** The signed-in member; null for a stranger. */
export const meQuery = /* GraphQL */ `
  query Me {
    me {
      ...Row
    }
  }
  ${row}
`

/** Every visible department, flat. */
export const departmentsQuery = /* GraphQL */ `
  query Departments {
    departments(recursive: true) {
      id
      name
      englishName
      parentId
      order
    }
  }
`

/** A department with the beginning of its list. */
export const departmentQuery = /* GraphQL */ `
  query Department($id: ID!, $all: Boolean!, $first: Int!) {
    department(id: $id) {
      id
      leaders {
        id
      }
      members(fetchChild: $all, first: 1) {
        totalCount
      }
    }
    departmentUsers(departmentId: $id, fetchChild: $all, first: $first) {
      ...Row
    }
  }
  ${row}
`

/** What comes after a member of the list. */
export const moreMembersQuery = /* GraphQL */ `
  query MoreMembers($id: ID!, $all: Boolean!, $first: Int!, $after: ID!) {
    departmentUsers(departmentId: $id, fetchChild: $all, first: $first, after: $after) {
      ...Row
    }
  }
  ${row}
`

/** A page of what a search finds. */
export const searchQuery = /* GraphQL */ `
  query Search($text: String!, $after: String) {
    searchUsers(query: $text, first: 100, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...Row
      }
    }
  }
  ${row}
`

/** Everything on a person's card. Who reports to them is known once the server has read the directory. */
export const personQuery = /* GraphQL */ `
  query Person($id: ID!, $reports: Boolean!) {
    user(id: $id) {
      ...Row
      externalPosition
      mobile
      telephone
      email
      businessEmail
      address
      attributes {
        name
        type
        value
        url
      }
      memberships {
        isLeader
        department {
          id
          path {
            id
            name
          }
        }
      }
      directLeaders {
        ...Row
        directLeaders {
          ...Row
          directLeaders {
            ...Row
          }
        }
      }
      directReports @include(if: $reports) {
        ...Row
      }
    }
  }
  ${row}
`
