import type { MessageKey } from '../lib/messages/zh.ts'
import type { Person } from '../directory/person.ts'

/** One entry of the examples menu. */
export interface Example {
  readonly title: MessageKey
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/** Queries that work for this member as they stand. */
export function examplesFor(me: Person): readonly Example[] {
  const departmentId = me.mainDepartmentId ?? '1'
  return [
    { title: 'exampleDepartmentUsers', query: departmentUsers, variables: { departmentId } },
    { title: 'exampleMe', query: whoAmI },
    { title: 'exampleUser', query: oneUser, variables: { id: me.id } },
    { title: 'exampleDepartments', query: departmentTree },
    { title: 'exampleSearch', query: search, variables: { text: Array.from(me.name)[0] ?? me.name } },
    { title: 'exampleMixed', query: mixed, variables: { departmentId, ids: [me.id] } },
    { title: 'exampleTwo', query: two, variables: { departmentId } },
  ]
}

/** The query that the link on a person's card leads to. */
export function personExample(id: string): Example {
  return { title: 'exampleUser', query: oneUser, variables: { id } }
}

const departmentUsers = `query DepartmentUsers($departmentId: ID!) {
  departmentUsers(departmentId: $departmentId) {
    id
    name
    position
    mainDepartment {
      name
    }
  }
}
`

const whoAmI = `{
  me {
    id
    name
    position
    businessEmail
    memberships {
      isLeader
      department {
        name
      }
    }
  }
}
`

const oneUser = `query OneUser($id: ID!) {
  user(id: $id) {
    id
    name
    position
    status
    directLeaders {
      id
      name
    }
  }
}
`

const departmentTree = `{
  departments {
    id
    name
    leaders {
      name
    }
    children {
      id
      name
      children {
        id
        name
      }
    }
  }
}
`

const search = `query Search($text: String!) {
  searchUsers(query: $text, first: 10) {
    totalCount
    nodes {
      id
      name
      mainDepartment {
        name
      }
    }
  }
}
`

const mixed = `# 成员、部门、列表一起问：服务器合并成最少的企业微信调用
# One batch: the server merges it into the fewest WeCom calls
query Mixed($departmentId: ID!, $ids: [ID!]!) {
  me {
    name
  }
  users(ids: $ids) {
    name
    mainDepartment {
      name
      leaders {
        name
      }
    }
  }
  department(id: $departmentId) {
    name
    path {
      name
    }
    members(first: 5) {
      totalCount
      nodes {
        name
      }
    }
  }
}
`

const two = `query Me {
  me {
    name
    position
  }
}

query Team($departmentId: ID!) {
  department(id: $departmentId) {
    name
    members {
      totalCount
      nodes {
        name
      }
    }
  }
}
`
