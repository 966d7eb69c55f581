import { expect, test } from 'vitest'
import { createWecomGraphQL } from '../src/index.ts'
import { ask } from './ask.ts'
import { memoryDirectory } from './memory-directory.ts'
import { member, smallCorp } from './small-corp.ts'

function setUp(options: Partial<Parameters<typeof createWecomGraphQL>[0]> = {}) {
  const directory = memoryDirectory(smallCorp())
  const wecom = createWecomGraphQL({ directory, logger: { error: () => {} }, ...options })
  return { directory, wecom }
}

test('me { id } asks the directory nothing', async () => {
  const { directory, wecom } = setUp()
  expect(await ask(wecom, '{ me { __typename id isMe } }')).toEqual({
    data: { me: { __typename: 'User', id: 'zhangsan', isMe: true } },
  })
  expect(directory.batches).toEqual([])
})

test('me is null for an anonymous caller, every other root field is UNAUTHENTICATED', async () => {
  const { wecom } = setUp()
  const answer = await ask(
    wecom,
    '{ me { id } user(id: "lisi") { id } users(ids: ["lisi"]) { id } department(id: 1) { id } departments { id } departmentUsers(departmentId: 1) { id } searchUsers(query: "张") { totalCount } }',
    { as: null },
  )
  expect(answer.data).toEqual({
    me: null,
    user: null,
    users: null,
    department: null,
    departments: null,
    departmentUsers: null,
    searchUsers: null,
  })
  expect(answer.errors?.map((error) => error.extensions?.['code'])).toEqual(Array(6).fill('UNAUTHENTICATED'))
})

test('allowAnonymous opens the directory but no personal field', async () => {
  const { wecom } = setUp({ allowAnonymous: true })
  expect(
    await ask(wecom, '{ user(id: "lisi") { name avatarUrl businessEmail mobile } }', { as: null }),
  ).toEqual({
    data: { user: { name: '李四', avatarUrl: null, businessEmail: null, mobile: null } },
  })
})

test('the viewer who is outside the visible range gets a record from the session', async () => {
  const { wecom } = setUp()
  const contextValue = wecom.context({ userId: 'outsider', name: '外人', departmentIds: [9] })
  const answer = await ask(
    wecom,
    '{ me { id name isMe departmentIds status } user(id: "outsider") { id name } }',
    {
      contextValue,
    },
  )
  expect(answer).toEqual({
    data: {
      me: { id: 'outsider', name: '外人', isMe: true, departmentIds: ['9'], status: 'UNKNOWN' },
      user: null,
    },
  })
})

test('absent, deleted and linked members are null without an error', async () => {
  const { wecom } = setUp()
  expect(await ask(wecom, '{ a: user(id: "nobody") { id } b: user(id: "wwother1/lisi") { name } }')).toEqual({
    data: { a: null, b: null },
  })
})

test('users answers in the order of its ids, null where missing, whatever the case', async () => {
  const { directory, wecom } = setUp()
  const answer = await ask(wecom, '{ users(ids: ["LISI", "nobody", "wangwu", "lisi"]) { id name } }')
  expect(answer).toEqual({
    data: {
      users: [
        { id: 'lisi', name: '李四' },
        null,
        { id: 'WangWu', name: '王五' },
        { id: 'lisi', name: '李四' },
      ],
    },
  })
  expect(directory.batches).toHaveLength(1)
  expect(directory.batches[0]).toHaveLength(3)
})

test('one bad id fails alone', async () => {
  const { wecom } = setUp()
  const answer = await ask(wecom, '{ a: user(id: "has space") { id } b: user(id: "lisi") { id } }')
  expect(answer.data).toEqual({ a: null, b: { id: 'lisi' } })
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'id' })
})

test('members and lists of one tick are one batch', async () => {
  const { directory, wecom } = setUp()
  await ask(
    wecom,
    '{ me { name } user(id: "lisi") { position } departmentUsers(departmentId: 2) { name } d: departmentUsers(departmentId: 4, fetchChild: true) { mobile } }',
  )
  expect(directory.batches).toEqual([
    [
      { kind: 'user', userId: 'zhangsan', level: 'simple' },
      { kind: 'user', userId: 'lisi', level: 'full' },
      { kind: 'list', departmentId: 2, recursive: false, level: 'simple' },
      { kind: 'list', departmentId: 4, recursive: true, level: 'full' },
    ],
  ])
})

test('departmentUsers lists in order, null for an unknown department', async () => {
  const { wecom } = setUp()
  const answer = await ask(
    wecom,
    '{ a: departmentUsers(departmentId: "2") { id } b: departmentUsers(departmentId: 1) { id } c: departmentUsers(departmentId: 2, fetchChild: true) { id } d: departmentUsers(departmentId: 77) { id } }',
  )
  expect(answer).toEqual({
    data: {
      a: [{ id: 'zhangsan' }, { id: 'lisi' }, { id: 'WangWu' }],
      b: [],
      c: [{ id: 'zhangsan' }, { id: 'lisi' }, { id: 'WangWu' }, { id: 'zhaoliu' }, { id: 'qianqi' }],
      d: null,
    },
  })
})

test('departmentUsers pages by member id', async () => {
  const { wecom } = setUp()
  const page = '(departmentId: 2, fetchChild: true, first: 2'
  const answer = await ask(
    wecom,
    `{ a: departmentUsers${page}) { id } b: departmentUsers${page}, after: "LISI") { id } c: departmentUsers${page}, after: "qianqi") { id } d: departmentUsers${page}, after: "gone") { id } }`,
  )
  expect(answer.data).toEqual({
    a: [{ id: 'zhangsan' }, { id: 'lisi' }],
    b: [{ id: 'WangWu' }, { id: 'zhaoliu' }],
    c: [],
    d: null,
  })
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' })
})

test('filters: status, text and leadership of the listed department', async () => {
  const { wecom } = setUp()
  const answer = await ask(
    wecom,
    `query ($disabled: UserFilter) {
      a: departmentUsers(departmentId: 2, filter: $disabled) { id }
      b: departmentUsers(departmentId: 2, filter: { text: "ｊａｃｋ" }) { id }
      c: departmentUsers(departmentId: 2, filter: { isLeader: false }) { id }
      d: departmentUsers(departmentId: 2, filter: { status: [], text: null }) { id }
      e: departmentUsers(departmentId: 2, filter: {}) { id }
    }`,
    { variables: { disabled: { status: ['DISABLED', 'LEFT'] } } },
  )
  expect(answer).toEqual({
    data: {
      a: [{ id: 'WangWu' }],
      b: [{ id: 'zhangsan' }],
      c: [{ id: 'lisi' }, { id: 'WangWu' }],
      d: [],
      e: [{ id: 'zhangsan' }, { id: 'lisi' }, { id: 'WangWu' }],
    },
  })
})

test('a list longer than the ceiling needs a page size', async () => {
  const { wecom } = setUp({ limits: { departmentUsers: 2 } })
  const answer = await ask(
    wecom,
    '{ a: departmentUsers(departmentId: 2) { id } b: departmentUsers(departmentId: 2, first: 3) { id } }',
  )
  expect(answer.data?.['a']).toBeNull()
  expect(answer.data?.['b']).toHaveLength(3)
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'RESULT_TOO_LARGE', max: 2 })
})

test('a member with everything', async () => {
  const { wecom } = setUp()
  const answer = await ask(
    wecom,
    `{ user(id: "zhangsan") {
      id name alias englishName avatarUrl thumbnailUrl gender status position externalPosition departmentIds
      mainDepartmentId mainDepartment { id name } memberships { department { id name } isLeader order }
      directLeaders { id } mobile telephone email businessEmail address attributes { name type value url } isMe
    } }`,
  )
  expect(answer).toEqual({
    data: {
      user: {
        id: 'zhangsan',
        name: '张三',
        alias: 'Jack',
        englishName: null,
        avatarUrl: 'https://avatar.example/zhangsan',
        thumbnailUrl: 'https://avatar.example/zhangsan/100',
        gender: 'FEMALE',
        status: 'ACTIVE',
        position: 'Engineer',
        externalPosition: null,
        departmentIds: ['2'],
        mainDepartmentId: '2',
        mainDepartment: { id: '2', name: 'Department 2' },
        memberships: [{ department: { id: '2', name: 'Department 2' }, isLeader: true, order: 4294967295 }],
        directLeaders: [],
        mobile: '13800008',
        telephone: '010-1234',
        email: 'zhangsan@home.example',
        businessEmail: 'zhangsan@corp.example',
        address: 'Somewhere 1',
        attributes: [
          { name: 'Shirt', type: 'TEXT', value: 'M', url: null },
          { name: 'Page', type: 'LINK', value: 'Home', url: 'https://page.example' },
        ],
        isMe: true,
      },
    },
  })
})

test("of others only the avatar and the company's mail address are shown", async () => {
  const { wecom } = setUp()
  const answer = await ask(
    wecom,
    '{ user(id: "lisi") { mobile telephone email businessEmail address gender avatarUrl thumbnailUrl isMe } }',
  )
  expect(answer).toEqual({
    data: {
      user: {
        mobile: null,
        telephone: null,
        email: null,
        businessEmail: 'lisi@corp.example',
        address: null,
        gender: null,
        avatarUrl: 'https://avatar.example/lisi',
        thumbnailUrl: 'https://avatar.example/lisi/100',
        isMe: false,
      },
    },
  })
})

test("the session's profile completes one's own record, wherever it is read, and nobody else's", async () => {
  const withheld = { departmentIds: [2], mobile: undefined, gender: undefined }
  const directory = memoryDirectory({
    departments: smallCorp().departments,
    users: [member('zhangsan', withheld), member('lisi', withheld), member('wangwu', withheld)],
  })
  const wecom = createWecomGraphQL({ directory, fieldPolicy: () => 'allow' })
  const contextValue = wecom.context({ userId: 'ZhangSan', mobile: '139', gender: 'male' })
  const answer = await ask(wecom, '{ me { mobile gender } departmentUsers(departmentId: 2) { mobile } }', {
    contextValue,
  })
  expect(answer).toEqual({
    data: {
      me: { mobile: '139', gender: 'MALE' },
      departmentUsers: [{ mobile: '139' }, { mobile: null }, { mobile: null }],
    },
  })
})

test('what WeCom withholds is told apart from what is empty, the session counted along', async () => {
  const directory = memoryDirectory({
    departments: smallCorp().departments,
    users: [
      member('zhangsan', { mobile: undefined, email: undefined, withheld: ['mobile', 'email'] }),
      member('lisi', { mobile: undefined, telephone: undefined, withheld: ['mobile', 'businessEmail'] }),
      member('wangwu'),
    ],
  })
  const wecom = createWecomGraphQL({ directory })
  const contextValue = wecom.context({ userId: 'zhangsan', mobile: '139' })
  const source = '{ users(ids: ["zhangsan", "lisi", "wangwu"]) { withheldFields } }'
  expect(await ask(wecom, source, { contextValue })).toEqual({
    data: {
      users: [
        { withheldFields: ['EMAIL'] },
        { withheldFields: ['MOBILE', 'BUSINESS_EMAIL'] },
        { withheldFields: [] },
      ],
    },
  })
})

test('a field policy may refuse with an error that names the field', async () => {
  const { wecom } = setUp({
    fieldPolicy: (_viewer, _owner, field) => (field === 'mobile' ? 'error' : 'allow'),
  })
  const answer = await ask(wecom, '{ user(id: "lisi") { name mobile email } }')
  expect(answer.data).toEqual({ user: { name: '李四', mobile: null, email: 'lisi@home.example' } })
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', field: 'mobile' })
})

test('departments: topmost, below one, whole subtree, unknown parent', async () => {
  const { wecom } = setUp()
  const answer = await ask(
    wecom,
    '{ a: departments { id parentId } b: departments(parentId: 1) { id } c: departments(parentId: "1", recursive: true) { id order } d: departments(parentId: 9) { id } e: departments(parentId: 3) { id } }',
  )
  expect(answer).toEqual({
    data: {
      a: [{ id: '1', parentId: null }],
      b: [{ id: '2' }, { id: '3' }],
      c: [
        { id: '2', order: 98 },
        { id: '4', order: 96 },
        { id: '3', order: 97 },
      ],
      d: null,
      e: [],
    },
  })
})

test('a department with everything', async () => {
  const { wecom } = setUp()
  const answer = await ask(
    wecom,
    '{ department(id: 4) { id name englishName parentId parent { id leaders { id name } } path { id } children { id } order members { totalCount nodes { id } } } missing: department(id: 5) { id } }',
  )
  expect(answer).toEqual({
    data: {
      department: {
        id: '4',
        name: 'Department 4',
        englishName: null,
        parentId: '2',
        parent: { id: '2', leaders: [{ id: 'zhangsan', name: '张三' }] },
        path: [{ id: '1' }, { id: '2' }, { id: '4' }],
        children: [],
        order: 96,
        members: { totalCount: 2, nodes: [{ id: 'zhaoliu' }, { id: 'qianqi' }] },
      },
      missing: null,
    },
  })
})

test('Department.members pages with opaque cursors and survives a member leaving in between', async () => {
  const { directory, wecom } = setUp()
  const query = `query ($after: String) { department(id: 2) { members(fetchChild: true, first: 2, after: $after) {
    totalCount edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } } }`
  const first = await ask(wecom, query)
  expect(first.data).toMatchObject({
    department: {
      members: {
        totalCount: 5,
        nodes: [{ id: 'zhangsan' }, { id: 'lisi' }],
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
      },
    },
  })
  const { endCursor } = Object(first.data).department.members.pageInfo
  const second = await ask(wecom, query, { variables: { after: endCursor } })
  expect(second.data).toMatchObject({
    department: {
      members: {
        nodes: [{ id: 'WangWu' }, { id: 'zhaoliu' }],
        pageInfo: { hasNextPage: true, hasPreviousPage: true },
      },
    },
  })
  directory.resolve = async () => [
    smallCorp().users.filter((user) => user.userId !== 'lisi' && user.userId !== 'qianqi'),
  ]
  const withoutLisi = await ask(wecom, query, { variables: { after: endCursor } })
  expect(withoutLisi.data).toMatchObject({
    department: {
      members: {
        totalCount: 3,
        nodes: [{ id: 'WangWu' }, { id: 'zhaoliu' }],
        pageInfo: { hasNextPage: false },
      },
    },
  })
})

test.each(['!', 'bm9wZQ', 'MTIzNDU2Nzg5OnpoYW5nc2Fu'])('the foreign cursor %s is refused', async (after) => {
  const { wecom } = setUp()
  const answer = await ask(wecom, `{ department(id: 2) { id members(after: "${after}") { totalCount } } }`)
  expect(answer.data).toEqual({ department: null })
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' })
})

test('ids of leaders and of memberships cost nothing, hidden leaders vanish', async () => {
  const { directory, wecom } = setUp()
  const answer = await ask(
    wecom,
    '{ departmentUsers(departmentId: 2) { memberships { department { id } } } department(id: 2) { leaders { id } } }',
  )
  expect(answer.data).toMatchObject({ department: { leaders: [{ id: 'zhangsan' }] } })
  expect(directory.batches).toEqual([[{ kind: 'list', departmentId: 2, recursive: false, level: 'simple' }]])
  expect(directory.departmentReads).toEqual(['department 2'])
  const leaders = await ask(wecom, '{ user(id: "wangwu") { directLeaders { id name } } }')
  expect(leaders).toEqual({ data: { user: { directLeaders: [{ id: 'zhangsan', name: '张三' }] } } })
})

test('searchUsers needs a warmed index, then pages', async () => {
  const { directory, wecom } = setUp()
  const query =
    '{ searchUsers(query: " 五 ", first: 1) { totalCount nodes { id position } pageInfo { hasNextPage } } }'
  const cold = await ask(wecom, query)
  expect(cold.data).toEqual({ searchUsers: null })
  expect(cold.errors?.[0]?.extensions).toEqual({ code: 'FEATURE_UNAVAILABLE', feature: 'searchUsers' })
  await directory.warm({ search: true })
  expect(await ask(wecom, query)).toEqual({
    data: {
      searchUsers: {
        totalCount: 1,
        nodes: [{ id: 'WangWu', position: 'Engineer' }],
        pageInfo: { hasNextPage: false },
      },
    },
  })
})

test('one word of a script without spaces is enough to search for', async () => {
  const { directory, wecom } = setUp()
  await directory.warm({ search: true })
  for (const query of ['五', 'ひ', 'カ', '한']) {
    const answer = await ask(wecom, 'query ($query: String!) { searchUsers(query: $query) { totalCount } }', {
      variables: { query },
    })
    expect(answer.errors).toBeUndefined()
  }
})

test('searchUsers finds those the viewer may see, however many hidden ones match before them', async () => {
  const crowd = Array.from({ length: 1500 }, (_unused, index) => member(`user-${index}`))
  const { departments } = smallCorp()
  const directory = memoryDirectory({ departments, users: crowd })
  await directory.warm({ search: true })
  const wecom = createWecomGraphQL({
    directory,
    canSee: (_viewer, target) => target.kind === 'department' || target.user.userId === 'user-1400',
  })
  expect(await ask(wecom, '{ searchUsers(query: "user-") { totalCount nodes { id } } }')).toEqual({
    data: { searchUsers: { totalCount: 1, nodes: [{ id: 'user-1400' }] } },
  })
})

test.each([[undefined], ['yes'], [Promise.resolve(true)]])(
  'a visibility rule that answers %s instead of true shows nothing',
  async (verdict) => {
    const directory = memoryDirectory(smallCorp())
    const wecom: ReturnType<typeof createWecomGraphQL> = Reflect.apply(createWecomGraphQL, undefined, [
      { directory, canSee: () => verdict },
    ])
    expect(await ask(wecom, '{ user(id: "lisi") { id } departments { id } me { id } }')).toEqual({
      data: { user: null, departments: [], me: { id: 'zhangsan' } },
    })
  },
)

test.each([
  ['departmentUsers(departmentId: 2, first: 0) { id }', 'first'],
  ['departmentUsers(departmentId: 2, first: 1001) { id }', 'first'],
  ['departmentUsers(departmentId: "two") { id }', 'departmentId'],
  ['department(id: "-1") { id }', 'id'],
  ['departments(parentId: "1 OR 1") { id }', 'parentId'],
  ['searchUsers(query: "a") { totalCount }', 'query'],
  ['searchUsers(query: "ab", first: 101) { totalCount }', 'first'],
  ['users(ids: ["ok", "../etc"]) { id }', 'ids'],
])('%s is bad input', async (field, argument) => {
  const { directory, wecom } = setUp()
  const answer = await ask(wecom, `{ ${field} }`)
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument })
  expect(directory.batches).toEqual([])
})

test('more than 200 ids are too complex', async () => {
  const { directory, wecom } = setUp()
  const answer = await ask(wecom, 'query ($ids: [ID!]!) { users(ids: $ids) { id } }', {
    variables: { ids: Array.from({ length: 201 }, (_, index) => `u${index}`) },
  })
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_TOO_COMPLEX', limit: 'ids', max: 200 })
  expect(directory.batches).toEqual([])
})

test('50 aliases of one member are one demand on the schema', async () => {
  const { directory, wecom } = setUp()
  const aliases = Array.from({ length: 50 }, (_, index) => `u${index}: user(id: "lisi") { name }`)
  const answer = await ask(wecom, `{ ${aliases.join('\n')} }`)
  expect(answer.errors).toBeUndefined()
  expect(directory.batches).toEqual([[{ kind: 'user', userId: 'lisi', level: 'simple' }]])
})
