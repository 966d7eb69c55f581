import type { DepartmentInput } from '../world/department.ts'
import type { MemberInput } from '../world/member.ts'
import { Random } from '../world/random.ts'
import type { Seed } from '../world/seed.ts'
import { corpId, seedApps, seedLinkedMembers, seedOutsiders, seedRobots } from './corp-constants.ts'

/** Size of a generated corp. */
export interface BigCorpSize {
  /** @default 12000 */
  users?: number
  /** @default 300 */
  departments?: number
}

/** Every parent has this many children. */
const fanOut = 6
/** Share of members with a second department. */
const doubled = 0.08
/** A team of exactly 120 and a large one, when the corp has room for them: the sizes that make planners think. */
const fixedSizes: ReadonlyMap<number, number> = new Map([
  [8, 120],
  [20, 365],
])

const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '黄',
  '赵',
  '周',
  '吴',
  '徐',
  '孙',
  '马',
  '朱',
  '胡',
  '郭',
  '何',
  '林',
  '高',
  '罗',
]
const givenNames = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀兰',
  '霞',
  '平',
  '文博',
  '子涵',
  '雨桐',
  '思远',
  '嘉怡',
]
const teams = ['研发', '产品', '市场', '销售', '运营', '客服', '财务', '法务', '采购', '质量']
const positions = ['工程师', '高级工程师', '经理', '专员', '主管', '助理', '顾问']

/** A corp of any size: the same sizes always make the same people. `zhangsan` is the first of them. */
export function bigCorp({ users = 12_000, departments: count = 300 }: BigCorpSize = {}): Seed {
  const random = new Random(20_261_120)
  const departments = Array.from({ length: count }, (_, index) => toDepartment(index + 1))
  const homes = assignHomes(users, count, random)
  return {
    corp: {
      id: corpId,
      name: '万象集团',
      memberQuota: Math.max(200, users),
      verificationUrl: 'http://localhost/verify',
    },
    apps: seedApps({ departments: [Math.min(3, count)], users: users > 7 ? ['u00007'] : [] }),
    departments,
    members: homes.map((home, index) => toMember(index, home, count, random)),
    tags: [{ tagid: 1, tagname: '全员代表', userlist: ['zhangsan'], partylist: [Math.min(2, count)] }],
    linkedMembers: seedLinkedMembers,
    outsiders: seedOutsiders,
    robots: seedRobots,
  }
}

function toDepartment(id: number): DepartmentInput {
  if (id === 1) return { id, name: '万象集团', name_en: 'Wanxiang Group', parentid: 0, order: 100_000_000 }
  const parentid = Math.floor((id - 2) / fanOut) + 1
  const team = teams[id % teams.length] ?? ''
  return { id, name: `${team}${id}部`, name_en: `Team ${id}`, parentid, order: 4_294_967_295 - id }
}

/** The main department of each member: the fixed teams are filled exactly, the rest by weights of 1 to 9. */
function assignHomes(users: number, count: number, random: Random): number[] {
  const homes: number[] = []
  for (const [id, size] of fixedSizes) {
    if (id <= count && homes.length + size <= users / 2) homes.push(...Array.from({ length: size }, () => id))
  }
  const wheel = weightedIds(count, random)
  // 张三 comes first and lives in an ordinary team.
  return [wheel[0] ?? 1, ...homes, ...Array.from({ length: users }, () => random.pick(wheel))].slice(0, users)
}

function weightedIds(count: number, random: Random): number[] {
  const free = Array.from({ length: count }, (_, index) => index + 1).filter((id) => !fixedSizes.has(id))
  const ids = free.length === 0 ? [1] : free
  return ids
    .flatMap((id) => Array.from({ length: id === 1 ? 1 : 1 + random.below(9) }, () => id))
    .toReversed()
}

function toMember(index: number, home: number, count: number, random: Random): MemberInput {
  const userid = index === 0 ? 'zhangsan' : `u${String(index).padStart(5, '0')}`
  const second = 1 + random.below(count)
  const both = random.next() < doubled && second !== home && !fixedSizes.has(second)
  const name = `${random.pick(surnames)}${random.pick(givenNames)}`
  return {
    userid,
    name: index === 0 ? '张三' : name,
    department: both ? [home, second] : [home],
    order: both ? [1, 0] : [1],
    is_leader_in_dept: both ? [0, 0] : [0],
    position: random.pick(positions),
    gender: random.next() < 0.5 ? '1' : '2',
    mobile: `139${String(10_000_000 + index)}`,
    email: `${userid}@mail.example.com`,
    biz_mail: `${userid}@wanxiang.example.com`,
    english_name: index % 3 === 0 ? `Name${index}` : '',
  }
}
