import type { Department, User } from '@wecom-kit/core'
import { pick, randomFrom } from './random.ts'

/** A generated corp. */
export interface Corp {
  readonly departments: readonly Department[]
  readonly users: Map<string, User>
  readonly userIds: readonly string[]
  readonly members: Map<number, string[]>
}

/** What a generated corp looks like. */
export interface CorpShape {
  readonly users?: number
  readonly departments?: number
  readonly seed?: number
  /** `even`: the largest department gets about ten times what the median gets; `heavy`: fifty times. */
  readonly sizes?: 'even' | 'heavy'
  /** `bushy`: six children each; `flat`: all below the root; `deep`: one below the other, twenty levels. */
  readonly tree?: 'bushy' | 'flat' | 'deep'
  /** Departments of every member; without it one, and two for 8 %. */
  readonly homes?: number
}

const parentOf: Readonly<Record<NonNullable<CorpShape['tree']>, (index: number) => number>> = {
  bushy: (index) => Math.floor((index - 1) / 6) + 1,
  flat: () => 1,
  deep: (index) => (index % 20 === 1 ? 1 : index),
}

/** 12,000 members in 300 departments: a tree with six children each, sizes skewed, 8 % in two departments. */
export function generateCorp({
  users = 12_000,
  departments = 300,
  seed = 7,
  sizes = 'even',
  tree: form = 'bushy',
  homes,
}: CorpShape = {}): Corp {
  const random = randomFrom(seed)
  const tree: Department[] = Array.from({ length: departments }, (_unused, index) => ({
    id: index + 1,
    name: `部门${index + 1}`,
    parentid: index === 0 ? 0 : parentOf[form](index),
    order: departments - index,
    department_leader: [],
  }))
  const weight = sizes === 'even' ? evenWeight : heavyWeight
  const slots = tree.flatMap(({ id }) => Array<number>(weight(random)).fill(id))
  const corp = { departments: tree, users: new Map<string, User>(), members: new Map<number, string[]>() }
  for (let index = 0; index < users; index += 1) {
    addUser(corp, `user${index}`, drawHomes(slots, random, homes))
  }
  return { ...corp, userIds: [...corp.users.keys()] }
}

function drawHomes(slots: readonly number[], random: () => number, count: number | undefined): number[] {
  const drawn = new Set([pick(slots, random)])
  if (count === undefined) {
    if (random() < 0.08) drawn.add(pick(slots, random))
  } else while (drawn.size < count) drawn.add(pick(slots, random))
  return [...drawn]
}

/** The largest department gets about ten times what the median gets. */
function evenWeight(random: () => number): number {
  return 1 + Math.floor(10 * random() ** 3 * 10)
}

/** Logarithms of sizes are about normal, as in real companies. */
function heavyWeight(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.max(1, Math.round(10 * Math.exp(1.2 * normal)))
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
