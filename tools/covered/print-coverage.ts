import type { AreaName, CoveredRoute } from './read-coverage.ts'

/** The two languages of the page. */
export type Language = 'en' | 'zh'

interface Texts {
  readonly title: string
  readonly switch: string
  readonly intro: string
  readonly areas: string
  readonly areaHead: string
  readonly all: string
  readonly columns: string
  readonly others: string
  readonly othersIntro: string
  readonly othersHead: string
  readonly rows: readonly string[]
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    title: '# What of WeCom is covered',
    switch: '[English](coverage.md) · [简体中文](coverage.zh-CN.md)',
    intro:
      "Every path that WeCom's documents had on 2026-02-12 for a corp's own apps; third-party, delegated and hardware paths are left out. This page is written by `tools/write-coverage.ts` from the facts, the client and the simulator.",
    areas: '## By area',
    areaHead: '| area | paths | typed | method | simulated | answered in shape |',
    all: '**all**',
    columns:
      'Typed: `client.request` checks parameters and answer. Method: the client has one for it. Simulated: the simulator behaves as WeCom does. Answered in shape: it checks token, secret, address and parameters, and answers with the documented fields.',
    others: '## Beside other SDKs',
    othersIntro:
      'Paths of the same 611 that an SDK has a method or a type for, counted on 2026-11-28 in the versions of that day. Ours are the typed ones.',
    othersHead: '| | paths | contacts (37) | external contacts (89) | messages (13) |',
    rows: [
      '**wecom-kit**',
      'SKIT.FlurlHttpClient.Wechat.Work (C#)',
      'wecom-core (Go)',
      'wecom-sdk (Java)',
      'WxJava (2025-01)',
      'PowerWeChat (Go)',
      "Tencent's OpenApi (2023)",
    ],
  },
  zh: {
    title: '# 覆盖了企业微信的哪些接口',
    switch: '[English](coverage.md) · [简体中文](coverage.zh-CN.md)',
    intro:
      '企业微信文档在 2026-02-12 时供企业自建应用使用的全部接口；第三方、代开发与硬件接口不在其中。本页由 `tools/write-coverage.ts` 根据接口数据、客户端与模拟器生成。',
    areas: '## 按领域',
    areaHead: '| 领域 | 接口 | 带类型 | 有方法 | 已模拟 | 按文档形状应答 |',
    all: '**合计**',
    columns:
      '带类型：`client.request` 检查参数与应答。有方法：客户端有对应的方法。已模拟：模拟器的行为与企业微信一致。按文档形状应答：检查 token、secret、IP 与参数，按文档的字段应答。',
    others: '## 与其他 SDK 对比',
    othersIntro:
      '同样 611 个接口中，各 SDK 有方法或类型的数量，2026-11-28 按当日版本统计。我们一行是带类型的接口数。',
    othersHead: '| | 接口 | 通讯录（37） | 客户联系（89） | 消息（13） |',
    rows: [
      '**wecom-kit**',
      'SKIT.FlurlHttpClient.Wechat.Work（C#）',
      'wecom-core（Go）',
      'wecom-sdk（Java）',
      'WxJava（2025-01）',
      'PowerWeChat（Go）',
      '腾讯 OpenApi（2023）',
    ],
  },
}

/** Counted by hand on 2026-11-28; the row of our own is counted anew. */
const others = [
  [579, 37, 89, 10],
  [447, 37, 87, 7],
  [302, 31, 88, 4],
  [281, 37, 70, 8],
  [218, 36, 63, 9],
  [197, 33, 31, 7],
] as const

/** The whole page in one language. */
export function printCoverage(
  routes: readonly CoveredRoute[],
  names: Readonly<Record<string, AreaName>>,
  language: Language,
): string {
  const words = texts[language]
  const byArea = Map.groupBy(routes, ({ area }) => area)
  const areas = [...byArea].map(([area, ofArea]) => row(names[area]?.[language] ?? area, ofArea))
  return [
    words.title,
    words.switch,
    words.intro,
    words.areas,
    [words.areaHead, '|---|--:|--:|--:|--:|--:|', ...areas, row(words.all, routes)].join('\n'),
    words.columns,
    words.others,
    words.othersIntro,
    [words.othersHead, '|---|--:|--:|--:|--:|', ...comparison(routes, words.rows)].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function row(name: string, routes: readonly CoveredRoute[]): string {
  const methods = routes.filter(({ hasMethod }) => hasMethod).length
  const simulated = routes.filter(({ isSimulated }) => isSimulated).length
  const { length } = routes
  return `| ${[name, length, length, methods, simulated, length - simulated].join(' | ')} |`
}

function comparison(routes: readonly CoveredRoute[], names: readonly string[]): readonly string[] {
  const inArea = (area: string): number => routes.filter((route) => route.area === area).length
  // The count of others knew 13 paths of messages; aibot/response came later.
  const ours = [routes.length, inArea('contacts'), inArea('external-contact'), 13]
  return [ours, ...others].map((counts, index) => `| ${[names[index], ...counts].join(' | ')} |`)
}
