import type { Language } from './print-coverage.ts'
import type { AreaName, CoveredRoute } from './read-coverage.ts'

const words = {
  en: {
    only: 'Only the contacts-sync secret opens',
    closed: 'Closed to the contacts-sync secret from addresses that are new since 2022-08-15 are',
    ended: "Paths whose system app's own secret ended for new corps",
    head: '| area | paths |',
    none: '.',
  },
  zh: {
    only: '只有通讯录同步的 secret 能调用',
    closed: '2022-08-15 之后新增的 IP 不能用通讯录同步的 secret 调用',
    ended: '新企业不能再用基础应用自己的 secret 调用的接口',
    head: '| 领域 | 接口数 |',
    none: '。',
  },
} as const

/** The part of the page about secrets that comes from the facts. */
export function printSecrets(
  routes: readonly CoveredRoute[],
  names: Readonly<Record<string, AreaName>>,
  language: Language,
): string {
  const { only, closed, ended, head, none } = words[language]
  const list = (wanted: CoveredRoute['contactsSync']): string =>
    routes
      .filter(({ contactsSync }) => contactsSync === wanted)
      .map(({ path }) => `\`${path.replace('/cgi-bin/', '')}\``)
      .join(language === 'zh' ? '、' : ', ')
  const gap = language === 'zh' ? '：' : ' '
  const byArea = Map.groupBy(
    routes.filter(({ systemSecretEnded }) => systemSecretEnded),
    ({ area }) => area,
  )
  const rows = [...byArea].map(([area, { length }]) => `| ${names[area]?.[language] ?? area} | ${length} |`)
  return [
    `${only}${gap}${list('only')}${none}`,
    `${closed}${gap}${list('old-ips-only')}${none}`,
    `${ended}${language === 'zh' ? '：' : ':'}`,
    [head, '|---|--:|', ...rows].join('\n'),
  ].join('\n\n')
}
