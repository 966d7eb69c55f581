import type { DirectoryDepartment, DirectoryUserFull } from '@wecom-kit/core'
import { readMember } from '@wecom-kit/core/foundation'
import type { MemoryCorp } from './memory-directory.ts'

/** A member with everything filled in, for tests to change. */
export function member(userId: string, fields: Partial<DirectoryUserFull> = {}): DirectoryUserFull {
  const departmentIds = fields.departmentIds ?? [2]
  return {
    ...readMember({ userid: userId, name: `Name of ${userId}`, department: departmentIds }),
    level: 'full',
    withheld: undefined,
    avatarUrl: `https://avatar.example/${userId}`,
    thumbnailUrl: `https://avatar.example/${userId}/100`,
    gender: 'female',
    status: 'active',
    position: 'Engineer',
    mainDepartmentId: departmentIds[0],
    memberships: departmentIds.map((departmentId) => ({ departmentId, isLeader: false, order: 4294967295 })),
    mobile: `1380000${userId.length}`,
    telephone: '010-1234',
    email: `${userId}@home.example`,
    businessEmail: `${userId}@corp.example`,
    address: 'Somewhere 1',
    ...fields,
  }
}

/** A department. */
function department(
  id: number,
  parentId: number | undefined,
  fields: Partial<DirectoryDepartment> = {},
): DirectoryDepartment {
  return {
    id,
    name: `Department ${id}`,
    englishName: undefined,
    parentId,
    order: 100 - id,
    leaderIds: [],
    ...fields,
  }
}

/** Departments 1 ⊃ (2 ⊃ 4, 3); zhangsan leads 2, lisi and wangwu are in it, zhaoliu in 4, qianqi in 3 and 4. */
export function smallCorp(): MemoryCorp {
  return {
    departments: [
      department(1, undefined),
      department(2, 1, { leaderIds: ['zhangsan'] }),
      department(3, 1),
      department(4, 2),
    ],
    users: [
      member('zhangsan', {
        name: '张三',
        alias: 'Jack',
        memberships: [{ departmentId: 2, isLeader: true, order: 4294967295 }],
        attributes: [
          { name: 'Shirt', type: 'text', value: 'M', url: undefined },
          { name: 'Page', type: 'link', value: 'Home', url: 'https://page.example' },
        ],
      }),
      member('lisi', { name: '李四', directLeaderIds: ['zhangsan'] }),
      member('WangWu', { name: '王五', status: 'disabled', directLeaderIds: ['zhangsan', 'ghost'] }),
      member('zhaoliu', { name: '赵六', departmentIds: [4] }),
      member('qianqi', { name: '钱七', departmentIds: [3, 4] }),
    ],
  }
}
