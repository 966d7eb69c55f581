import { describe, expect, test } from 'vitest'
import type { User } from '../endpoints/users.ts'
import { isWireMember, readConsented, readMember, readSimpleMember, storedMember } from './member.ts'

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
    expect(readMember(zhangsan)).toEqual({
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
      withheld: [],
    })
  })

  test('has nothing where WeCom withholds, whether by leaving out or by sending empty, and says which it was', () => {
    const empty = { gender: '0', mobile: '', email: '', biz_mail: '', avatar: '', address: '', telephone: '' }
    const { withheld: sent, ...whole } = readMember({ userid: 'a', name: 'a', main_department: 0, ...empty })
    const { withheld, ...absent } = readMember({ userid: 'a', name: 'a' })
    expect(whole).toEqual(absent)
    expect(absent).toMatchObject({
      gender: undefined,
      mobile: undefined,
      mainDepartmentId: undefined,
      memberships: [],
    })
    expect(sent).toEqual([])
    expect(new Set(withheld)).toEqual(
      new Set(['address', 'avatarUrl', 'businessEmail', 'email', 'gender', 'mobile', 'telephone']),
    )
    expect(readMember({ userid: 'b' }).withheld).toBe(withheld)
  })

  test('reads values that come in other types than documented', () => {
    const odd = {
      userid: 7,
      name: 8,
      department: ['1', 2],
      order: '3,4',
      is_leader_in_dept: ['1', true],
      main_department: '2',
    }
    expect(
      readMember({ ...odd, gender: 1, status: '2', mobile: 13800000000, direct_leader: 'lisi' }),
    ).toMatchObject({
      userId: '7',
      name: '8',
      departmentIds: [1, 2],
      mainDepartmentId: 2,
      memberships: [
        { departmentId: 1, isLeader: true, order: 3 },
        { departmentId: 2, isLeader: true, order: 4 },
      ],
      gender: 'male',
      status: 'disabled',
      mobile: '13800000000',
      directLeaderIds: ['lisi'],
    })
    expect(readSimpleMember({ userid: 'a', department: 1 }).departmentIds).toEqual([1])
  })

  test.each([null, 'two', {}, [{}], NaN, 1.5])('departments that are %j are none', (department) => {
    expect(readMember({ userid: 'a', department }).departmentIds).toEqual([])
  })

  test.each([
    ['1', 'male'],
    ['2', 'female'],
    [2, 'female'],
    ['0', undefined],
    [undefined, undefined],
  ])('gender %j is %s', (wire, gender) => {
    expect(readMember({ ...zhangsan, gender: wire! }).gender).toBe(gender)
  })

  test.each([
    [1, 'active'],
    [2, 'disabled'],
    [4, 'pending'],
    [5, 'left'],
    [99, 'unknown'],
  ])('status %i is %s', (status, name) => {
    expect(readMember({ ...zhangsan, status }).status).toBe(name)
  })
})

test.each([5, null, { attrs: 5 }, { attrs: [null, 'x'] }])('attributes that are %j are none', (extattr) => {
  const wire: unknown = { userid: 'a', extattr }
  expect(isWireMember(wire) && readMember(wire).attributes).toEqual([])
})

test('a third party’s member without a name is called by the userid', () => {
  expect(readSimpleMember({ userid: 'woABC', name: '' })).toEqual({
    userId: 'woABC',
    name: 'woABC',
    departmentIds: [],
  })
})

test.each([null, 'x', 7, [], {}, { userid: 7 }])('%j is no member', (value) => {
  expect(isWireMember(value)).toBe(false)
})

test('what a member consented to has no fields without a value', () => {
  expect(
    readConsented({ userid: 'a', gender: '2', avatar: '', qr_code: 'https://qr', address: '广州市' }),
  ).toEqual({
    gender: 'female',
    qrCodeUrl: 'https://qr',
    address: '广州市',
  })
})

test('a stored member has no field that is never shown', () => {
  const stored = storedMember({ ...zhangsan, qr_code: 'https://qr', external_profile: {}, open_userid: 'o' })
  expect(stored).toEqual(zhangsan)
})
