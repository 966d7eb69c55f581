import type { DepartmentInput } from '../world/department.ts'
import type { MemberInput } from '../world/member.ts'
import type { Seed } from '../world/seed.ts'
import { corpId, seedApps, seedLinkedMembers, seedOutsiders, seedRobots } from './corp-constants.ts'

/** The largest order WeCom allows; a signed 32-bit integer overflows on it. */
const maxOrder = 4_294_967_295

const departments: readonly DepartmentInput[] = [
  {
    id: 1,
    name: '云杉科技',
    name_en: 'Yunshan Technology',
    parentid: 0,
    order: 100_000_000,
    department_leader: ['wangfang'],
  },
  { id: 2, name: '研发中心', name_en: 'R&D', parentid: 1, order: maxOrder, department_leader: ['liwei'] },
  { id: 3, name: '前端组', name_en: 'Web', parentid: 2, order: 300, department_leader: ['chenjing'] },
  { id: 4, name: '后端组', name_en: 'Backend', parentid: 2, order: 200, department_leader: ['zhangsan'] },
  { id: 5, name: '测试组', name_en: 'Quality', parentid: 2, order: 100, department_leader: ['hetao'] },
  { id: 6, name: '产品部', name_en: 'Product', parentid: 1, order: 99_000_000, department_leader: ['xuyan'] },
  {
    id: 7,
    name: '市场部',
    name_en: 'Marketing',
    parentid: 1,
    order: 98_000_000,
    department_leader: ['sunli'],
  },
  { id: 8, name: '品牌组', name_en: 'Brand', parentid: 7, order: 100, department_leader: [] },
  {
    id: 9,
    name: '销售部',
    name_en: 'Sales',
    parentid: 1,
    order: 97_000_000,
    department_leader: ['zhaoqiang'],
  },
  { id: 10, name: '华东区', name_en: 'East China', parentid: 9, order: 200, department_leader: ['qianyu'] },
  { id: 11, name: '华北区', name_en: 'North China', parentid: 9, order: 100, department_leader: ['fengbo'] },
  {
    id: 12,
    name: '人力资源部',
    name_en: 'People',
    parentid: 1,
    order: 96_000_000,
    department_leader: ['guoxin'],
  },
]

/** userid, name, departments, position, gender. The first department is the main one. */
type Row = readonly [
  userid: string,
  name: string,
  department: readonly number[],
  position: string,
  gender: '1' | '2',
]

const rows: readonly Row[] = [
  ['wangfang', '王芳', [1], '总经理', '2'],
  ['liwei', '李伟', [2], '研发总监', '1'],
  ['zhangsan', '张三', [4, 2], '后端组长', '1'],
  ['LiSi', '李四', [4], '高级工程师', '1'],
  ['wangwu', '王五', [4], '工程师', '1'],
  ['zhaoliu', '赵六', [4], '工程师', '1'],
  ['sunqi', '孙琪', [4], '工程师', '2'],
  ['zhouba', '周坝', [4], '数据库工程师', '1'],
  ['chenjing', '陈静', [3], '前端组长', '2'],
  ['wujiu', '吴九', [3], '前端工程师', '1'],
  ['zhengshi', '郑石', [3], '前端工程师', '1'],
  ['linxia', '林夏', [3, 6], '交互设计师', '2'],
  ['maojun', '毛军', [3], '前端工程师', '1'],
  ['hetao', '何涛', [5], '测试组长', '1'],
  ['gaoyue', '高悦', [5], '测试工程师', '2'],
  ['luohan', '罗涵', [5], '测试工程师', '2'],
  ['xuyan', '许妍', [6], '产品总监', '2'],
  ['dengkai', '邓凯', [6], '产品经理', '1'],
  ['tangrui', '唐睿', [6], '产品经理', '1'],
  ['yanping', '严萍', [6], '用户研究员', '2'],
  ['sunli', '孙莉', [7], '市场总监', '2'],
  ['panwen', '潘文', [7], '市场专员', '1'],
  ['jiangnan', '江楠', [8], '品牌经理', '2'],
  ['shenyi', '沈毅', [8], '文案', '1'],
  ['ouyangfeng', '欧阳枫', [8], '设计师', '2'],
  ['zhaoqiang', '赵强', [9], '销售总监', '1'],
  ['qianyu', '钱雨', [10], '华东区经理', '2'],
  ['weilai', '魏来', [10], '客户经理', '1'],
  ['yuanye', '袁野', [10], '客户经理', '1'],
  ['caoyun', '曹云', [10], '客户经理', '2'],
  ['xiaohe', '萧荷', [10], '销售助理', '2'],
  ['fengbo', '冯博', [11], '华北区经理', '1'],
  ['dongqing', '董青', [11], '客户经理', '2'],
  ['liangchen', '梁晨', [11], '客户经理', '1'],
  ['jiayi', '贾依', [11], '客户经理', '2'],
  ['guoxin', '郭欣', [12], '人力资源总监', '2'],
  ['heshan', '贺珊', [12], '招聘专员', '2'],
  ['tianye', '田野', [12], '薪酬专员', '1'],
  ['zhoujie', '周洁', [12], '前招聘专员', '2'],
  ['shixi', '石溪', [5], '实习生', '2'],
]

/** What some members have that most do not. */
const extras: Readonly<Record<string, Partial<MemberInput>>> = {
  zhangsan: {
    alias: '三哥',
    english_name: 'Sam',
    order: [maxOrder, 1],
    telephone: '020-123456',
    address: '广州市海珠区新港中路',
    external_position: '技术顾问',
    extattr: {
      attrs: [
        { type: 0, name: '工号', text: { value: 'YS0003' } },
        {
          type: 1,
          name: '主页',
          web: { url: 'https://portal.example.com/people/zhangsan', title: '个人主页' },
        },
      ],
    },
    external_profile: {
      external_corp_name: '云杉科技',
      wechat_channels: { nickname: '云杉技术', status: 1 },
      external_attr: [{ type: 0, name: '专长', text: { value: '后端架构' } }],
    },
  },
  LiSi: { alias: '四喜', english_name: 'Leo' },
  zhoujie: { status: 2 },
  shixi: { status: 4, mobile: '' },
}

const leaders = new Map(
  departments.flatMap(({ department_leader, id }) =>
    (department_leader ?? []).map((userid) => [`${userid} ${id}`, 1]),
  ),
)

/** About 40 people in 12 departments, with every special case a client should have met once. */
export function smallCorp(): Seed {
  return {
    corp: { id: corpId, name: '云杉科技', memberQuota: 200, verificationUrl: 'http://localhost/verify' },
    apps: seedApps({ departments: [12], users: ['LiSi'] }),
    departments,
    members: rows.map(toMember),
    tags: [
      { tagid: 1, tagname: '值班', userlist: ['zhangsan', 'hetao', 'LiSi'], partylist: [] },
      { tagid: 2, tagname: '华东协作', userlist: ['linxia'], partylist: [10] },
    ],
    linkedMembers: seedLinkedMembers,
    outsiders: seedOutsiders,
    robots: seedRobots,
  }
}

function toMember([userid, name, department, position, gender]: Row, index: number): MemberInput {
  const leads = department.map((id) => leaders.get(`${userid} ${id}`) ?? 0)
  return {
    userid,
    name,
    department,
    position,
    gender,
    is_leader_in_dept: leads,
    order: department.map(() => (rows.length - index) * 10),
    direct_leader: leads.includes(1)
      ? directLeader('wangfang', userid)
      : directLeader(leaderOf(department[0]), userid),
    mobile: `138000${String(10_000 + index)}`,
    email: `${userid.toLowerCase()}@mail.example.com`,
    biz_mail: `${userid.toLowerCase()}@yunshan.example.com`,
    ...extras[userid],
  }
}

function leaderOf(departmentId: number | undefined): string {
  return departments.find(({ id }) => id === departmentId)?.department_leader?.[0] ?? 'wangfang'
}

function directLeader(leader: string, userid: string): string[] {
  return leader === userid ? [] : [leader]
}
