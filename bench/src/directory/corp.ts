import type { Department, User } from '@wecom-kit/core'
import { pick, randomFrom } from './random.ts'

/** A generated corp. */
export interface Corp {
  readonly departments: readonly Department[]
  readonly users: Map<string, User>
  readonly userIds: readonly string[]
  readonly members: Map<number, string[]>
}

/** 12,000 members in 300 departments: a tree with six children each, sizes skewed, 8 % in two departments. */
export function generateCorp(users: number = 12_000, departments: number = 300, seed: number = 7): Corp {
  const random = randomFrom(seed)
  const tree: Department[] = Array.from({ length: departments }, (_unused, index) => ({
    id: index + 1,
    name: `部门${index + 1}`,
    parentid: index === 0 ? 0 : Math.floor((index - 1) / 6) + 1,
    order: departments - index,
    department_leader: [],
  }))
  // The largest department gets about ten times what the median gets.
  const slots = tree.flatMap(({ id }) => Array<number>(1 + Math.floor(10 * random() ** 3 * 10)).fill(id))
  const corp = { departments: tree, users: new Map<string, User>(), members: new Map<number, string[]>() }
  for (let index = 0; index < users; index += 1) {
    const homes = new Set([pick(slots, random)])
    if (random() < 0.08) homes.add(pick(slots, random))
    addUser(corp, `user${index}`, [...homes])
  }
  return { ...corp, userIds: [...corp.users.keys()] }
}

function addUser(corp: Pick<Corp, 'users' | 'members'>, userid: string, department: number[]): void {
  corp.users.set(userid, {
    userid,
    name: `成员${userid}`,
    department,
    order: department.map(() => 1),
    is_leader_in_dept: department.map(() => 0),
    main_department: department[0] ?? 1,
    position: '工程师',
    status: 1,
    direct_leader: [],
    alias: '',
    telephone: '',
    english_name: `User ${userid}`,
    extattr: { attrs: [{ type: 0, name: '工号', text: { value: userid } }] },
    external_position: '',
  })
  for (const id of department) {
    const list = corp.members.get(id)
    if (list === undefined) corp.members.set(id, [userid])
    else list.push(userid)
  }
}
