/** Members of the simulator's small corp. */
export const members: readonly [string, ...string[]] = [
  'zhangsan',
  'LiSi',
  'wangwu',
  'zhaoliu',
  'chenjing',
  'hetao',
]

type Team = readonly [id: number, members: readonly string[]]

/** Departments of it with their members in WeCom's order. */
export const departments: readonly [Team, ...Team[]] = [
  [1, ['wangfang']],
  [2, ['liwei', 'zhangsan']],
  [4, ['zhangsan', 'LiSi', 'wangwu', 'zhaoliu', 'sunqi', 'zhouba']],
  [6, ['linxia', 'xuyan', 'dengkai', 'tangrui', 'yanping']],
]
