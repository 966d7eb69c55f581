import { describe, expect, test } from 'vitest'
import type { User } from '../endpoints/users.ts'
import { fullUser, isWireUser, simpleUser, storedUser } from './wire-user.ts'

const zhangsan: User = {
  userid: 'ZhangSan',
  name: '张三',
  department: [1, 2],
  order: [4_294_967_295, 1],
  is_leader_in_dept: [1, 0],
  direct_leader: ['lisi'],
  main_department: 1,
  position: '工程师',
  mobile: '13800000000',
  gender: '1',
  email: 'zs@example.com',
  biz_mail: 'zs@corp.example.com',
  avatar: 'https://a/0',
  thumb_avatar: 'https://a/100',
  telephone: '020-123456',
  alias: 'jackzhang',
  english_name: 'Jack',
  address: '广州市',
  status: 1,
  external_position: '产品经理',
  extattr: {
    attrs: [
      { type: 0, name: '文本', text: { value: '一' } },
      { type: 1, name: '网页', web: { url: 'https://w', title: '标题' } },
      { type: 2, name: '小程序', miniprogram: { appid: 'wx1', pagepath: '/p', title: '程序' } },
      { name: '旧', value: '旧值' },
    ],
  },
}

describe('a member of user/get or user/list', () => {
  test('keeps every field under the directory’s name', () => {
    expect(fullUser(zhangsan)).toEqual({
      level: 'full',
      userId: 'ZhangSan',
      name: '张三',
      departmentIds: [1, 2],
      alias: 'jackzhang',
      englishName: 'Jack',
      avatarUrl: 'https://a/0',
      thumbnailUrl: 'https://a/100',
      gender: 'male',
      status: 'active',
      position: '工程师',
      externalPosition: '产品经理',
      mainDepartmentId: 1,
      memberships: [
        { departmentId: 1, isLeader: true, order: 4_294_967_295 },
        { departmentId: 2, isLeader: false, order: 1 },
      ],
      directLeaderIds: ['lisi'],
      mobile: '13800000000',
      telephone: '020-123456',
      email: 'zs@example.com',
      businessEmail: 'zs@corp.example.com',
      address: '广州市',
      attributes: [
        { name: '文本', type: 'text', value: '一', url: undefined },
        { name: '网页', type: 'link', value: '标题', url: 'https://w' },
        { name: '小程序', type: 'mini-program', value: '程序', url: undefined },
        { name: '旧', type: 'text', value: '旧值', url: undefined },
      ],
    })
  })

  test('has nothing where WeCom withholds, whether by leaving out or by sending empty', () => {
    const empty = {
      gender: '0',
      mobile: '',
      email: '',
      biz_mail: '',
      avatar: '',
      address: '',
      main_department: 0,
    }
    const absent = fullUser({ userid: 'a', name: 'a' })
    expect(fullUser({ userid: 'a', name: 'a', ...empty })).toEqual(absent)
    expect(absent).toMatchObject({
      gender: undefined,
      mobile: undefined,
      mainDepartmentId: undefined,
      memberships: [],
    })
  })

  test.each([
    ['1', 'male'],
    ['2', 'female'],
    [2, 'female'],
    ['0', undefined],
    [undefined, undefined],
  ])('gender %j is %s', (wire, gender) => {
    expect(fullUser({ ...zhangsan, gender: wire! }).gender).toBe(gender)
  })

  test.each([
    [1, 'active'],
    [2, 'disabled'],
    [4, 'pending'],
    [5, 'left'],
    [99, 'unknown'],
  ])('status %i is %s', (status, name) => {
    expect(fullUser({ ...zhangsan, status }).status).toBe(name)
  })
})

test.each([5, null, { attrs: 5 }, { attrs: [null, 'x'] }])('attributes that are %j are none', (extattr) => {
  const wire: unknown = { userid: 'a', extattr }
  expect(isWireUser(wire) && fullUser(wire).attributes).toEqual([])
})

test('a third party’s member without a name is called by the userid', () => {
  expect(simpleUser({ userid: 'woABC', name: '' })).toEqual({
    level: 'simple',
    userId: 'woABC',
    name: 'woABC',
    departmentIds: [],
  })
})

test.each([
  null,
  'x',
  7,
  [],
  {},
  { userid: 7 },
  { userid: 'a', department: 'two' },
  { userid: 'a', order: {} },
])('%j is no member', (value) => {
  expect(isWireUser(value)).toBe(false)
})

test('a stored member has no field that is never shown', () => {
  const stored = storedUser({ ...zhangsan, qr_code: 'https://qr', external_profile: {}, open_userid: 'o' })
  expect(stored).toEqual(zhangsan)
})
