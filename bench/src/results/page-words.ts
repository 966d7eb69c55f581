/** The page's own words; tables and names are the same in both. */
export interface PageWords {
  /** A table's heading. */
  readonly heading: (id: string, title: string) => string
  readonly intro: string
  readonly where: string
  readonly machine: string
  readonly date: string
  readonly versions: string
  readonly cpu: string
  readonly ours: string
  readonly others: string
  readonly notFirst: string
  readonly notFirstWords: string
  readonly first: string
  readonly behind: (name: string, leader: string, times: string) => string
  readonly rest: string
  readonly restWords: (parts: Readonly<Record<'jit' | 'ours' | 'bare', string>>) => string
}

export const english: PageWords = {
  heading: (_id, title) => title,
  intro:
    'What the packages cost beside others that do the same, on one machine. Every app runs in a process of its own and is loaded in turn with the others, round by round; CPU is the process’s own, without that of the load. The bare app gets the same cookie and answers the same bytes. Times differ between machines; the columns “of bare” hardly do. This part is written from `bench/results/latest.json`.',
  where: 'Measured where and with what',
  machine: 'machine',
  date: 'date',
  versions: 'versions',
  cpu: 'CPU per request, in multiples of the bare app’s',
  ours: 'ours',
  others: 'others',
  notFirst: 'Where we are not first',
  notFirstWords:
    'By CPU per request, ours against the best of each table; a bare app and floors count as others do.',
  first: 'nowhere',
  behind: (name, leader, times) => `${name}: ${times} × ${leader}`,
  rest: 'What the rest of a GraphQL answer is made of',
  restWords: ({ bare, jit, ours }) =>
    `Of ${bare} µs that graphql-js and Express take for 100 members × 8 fields a JIT that compiles the query to JavaScript takes ${jit} µs and judges nothing: most of that is reading the request, writing the JSON and sending it. apolloWecom takes ${ours} µs: the same HTTP and JSON, and besides limits, visibility of every member and field, and what one viewer may read in a minute. What it does not take is what graphql-js spends on a promise and a type check per field: a known query is planned once and run over all members.`,
}

export const chinese: PageWords = {
  heading: (id, title) => chineseHeading(id) ?? title,
  intro:
    '在同一台机器上，与同类软件并排测得的开销。每个应用运行在独立进程中，逐轮轮流施压；CPU 只计被测进程本身，不含压测端。裸应用收到同样的 Cookie，返回同样的字节。绝对时间因机器而异，“of bare” 一列几乎不变。以下由 `bench/results/latest.json` 生成。',
  where: '测试环境与版本',
  machine: '机器',
  date: '日期',
  versions: '版本',
  cpu: '每个请求的 CPU，为裸应用的多少倍',
  ours: '我们',
  others: '其他',
  notFirst: '哪些地方我们不是第一',
  notFirstWords: '按每个请求的 CPU 计，各表中我们与最好者之比；裸应用与下限也算对手。',
  first: '没有',
  behind: (name, leader, times) => `${name}：${leader} 的 ${times} 倍`,
  rest: 'GraphQL 应答剩下的时间花在哪里',
  restWords: ({ bare, jit, ours }) =>
    `查询 100 名成员 × 8 个字段，graphql-js 加 Express 需 ${bare} µs；把查询编译成 JavaScript 的 JIT 需 ${jit} µs，不做任何检查，其中大部分用于读取请求、生成并发送 JSON。apolloWecom 需 ${ours} µs：同样的 HTTP 与 JSON，另外还检查上限、逐人逐字段的可见性，以及每位查看者每分钟可读的数量。省下的是 graphql-js 在每个字段上的 Promise 与类型检查：已知的查询只规划一次，之后对全部成员直接执行。`,
}

const headings: readonly (readonly [id: RegExp, heading: string])[] = [
  [/^starts$/, '启动'],
  [/^core-processes$/, '8 个进程各 1,000 次冷启动调用，共用一个 Redis'],
  [/^directory-organisations$/, '通讯录：六种负载下的调用次数，与先知对比'],
  [/^directory-curves$/, '通讯录：随公司规模增长的开销'],
  [/^sessions-visitors$/, '已登录的 GET，5,000 名访客随机到来，并发 32'],
  [/^sessions-(\d+)$/, '已登录的 GET，一名访客，并发 $1'],
  [/^graphql-same-(\d+)$/, 'GraphQL，100 名成员 × 8 个字段，同一查询，并发 $1'],
  [/^graphql-variables$/, 'GraphQL，100 名成员 × 8 个字段，使用变量，并发 32'],
  [/^graphql-literals$/, 'GraphQL，100 名成员 × 8 个字段，每次查询文本都不同，并发 10'],
  [/^graphql-heap$/, '处理数千个不同的查询文本之后的堆内存'],
  [/^graphql-everybody$/, 'GraphQL，12,000 名成员 × 3 个字段，并发 4'],
]

function chineseHeading(id: string): string | undefined {
  const [pattern, heading] = headings.find(([each]) => each.test(id)) ?? []
  return pattern === undefined || heading === undefined ? undefined : id.replace(pattern, heading)
}
