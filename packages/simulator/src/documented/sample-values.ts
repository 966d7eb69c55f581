import type { World } from '../world/world.ts'

type Rule<T> = readonly [name: RegExp, value: (world: World, name: string) => T]

/** Texts by the name of the field; the first rule that fits. */
const texts: readonly Rule<string>[] = [
  [/cursor|^next_|_next$|spkey|^page_?key|buff(?:er)?$/i, () => ''],
  [/^external_?user_?id|external_userid/i, (world) => firstCustomer(world)],
  [/openid$/i, (world) => world.seed.outsiders?.[0]?.openid ?? 'oSimulated0000000000000000001'],
  [/unionid$/i, () => 'ozSimulated000000000000000001'],
  [/corp_?id$|^to_?user_?name$/i, (world) => world.corpId],
  [
    /user_?id(?:s|_?list)?$|^(?:owner|creator|admin|operator|leader|organizer|booker|applicant|approver|inviter|caller|sponsor)(?:_?list)?$|_?users?$|useridlist$/i,
    (world) => firstMember(world)?.userid ?? 'zhangsan',
  ],
  [/^user_?name$|^member_?name$|^nick_?name$/i, (world) => firstMember(world)?.name ?? '张三'],
  [/^corp_?(?:full_?)?name$/i, (world) => world.seed.corp.name],
  [/mobile|phone|^tel/i, () => '13800000000'],
  [/e?mail/i, () => 'someone@example.com'],
  [/avatar|url|link|^icon|image|pic$|qr_?code/i, (_world, name) => `https://wework.qpic.example/${name}`],
  [/time(?:stamp)?$|_at$/i, (world) => String(world.clock.seconds())],
  [/year_?month/i, () => '202601'],
  [/(?:^|_)date$|^day$/i, () => '2026-01-01'],
  [/^color$|_color$/i, () => '#2468F2'],
  [/^lang/i, () => 'zh_CN'],
  [/latitude|longitude|^lat$|^lng$/i, () => '23.1'],
  [/department_?id|party_?id|^partyid/i, (world) => String(rootDepartment(world))],
  [/^tag_?id/i, () => 'etSimulated00000000000000001'],
  [/name$|title$|subject$|^label/i, () => '示例'],
  [/remark|desc|content|text|summary|message|reason|comment/i, () => '示例内容'],
]

/** Numbers by the name of the field; the first rule that fits. */
const numbers: readonly Rule<number>[] = [
  [/err_?code$|^next_|offset$|^has_?more|has_next|^cursor/i, () => 0],
  [/time(?:stamp)?$|_at$|(?:^|_)date$|^begin_|^end_|stime|etime/i, (world) => world.clock.seconds()],
  [
    /^(?:department|party|partyid|departmentid|dept|parentid|main_department)(?:_?ids?|_?list)?$/i,
    rootDepartment,
  ],
  [/^tag_?ids?$/i, (world) => [...world.directory.tags()][0]?.tagid ?? 1],
  [/agent_?id$/i, (world) => world.apps().find((app) => app.agentId !== undefined)?.agentId ?? 1_000_002],
]

/** A text such as a field of this name holds. */
export function sampleText(world: World, name: string): string {
  return ruled(texts, world, name) ?? `sim-${name}`
}

/** A number such as a field of this name holds. */
export function sampleNumber(world: World, name: string): number {
  return ruled(numbers, world, name) ?? 1
}

function ruled<T>(rules: readonly Rule<T>[], world: World, name: string): T | undefined {
  return rules.find(([pattern]) => pattern.test(name))?.[1](world, name)
}

function firstMember(world: World): { userid: string; name: string } | undefined {
  return world.directory.findMember(({ status }) => status === 1)
}

function firstCustomer(world: World): string {
  const known = world.seed.outsiders?.find(({ externalUserid }) => externalUserid !== undefined)
  return known?.externalUserid ?? 'wmSimulated00000000000000001'
}

function rootDepartment(world: World): number {
  for (const { id } of world.directory.departments()) return id
  return 1
}
