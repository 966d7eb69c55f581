/** The signed-in member with the way to each department. */
export const meQuery = /* GraphQL */ `
  query Me {
    me {
      id
      isMe
      name
      position
      avatarUrl
      status
      mainDepartmentId
      memberships {
        isLeader
        department {
          id
          name
          path {
            name
          }
        }
      }
    }
  }
`

/** One page of a department's members. */
export const colleaguesQuery = /* GraphQL */ `
  query Colleagues($departmentId: ID!, $fetchChild: Boolean!, $first: Int!, $after: ID) {
    departmentUsers(departmentId: $departmentId, fetchChild: $fetchChild, first: $first, after: $after) {
      id
      isMe
      name
      position
      avatarUrl
      status
      memberships {
        isLeader
        department {
          id
        }
      }
    }
  }
`
