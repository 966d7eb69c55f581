import { readFileSync, writeFileSync } from 'node:fs'
import { drawBars } from './draw-bars.ts'
import { drawCurves } from './draw-curves.ts'
import { chinese, english, type PageWords } from './page-words.ts'
import type { ResultTable } from './record.ts'
import type { Results } from './results-file.ts'

const root = new URL('../../../', import.meta.url)

const cost = 'µs CPU per request'

const bars = (table: ResultTable): Promise<string> => drawBars(table, cost)
const curves = (table: ResultTable): Promise<string> =>
  drawCurves(table, [
    'calls of warm({ search })',
    'MB in memory',
    'longest block ms of it',
    'calls, mixed, with index',
    'calls, mixed, without',
    'µs planning a batch, with index',
  ])

/** Tables that are drawn as well, and how. */
const drawn = new Map([
  ['sessions-32', bars],
  ['graphql-same-10', bars],
  ['graphql-same-32', bars],
  ['directory-curves', curves],
])

/** Tables of which the README tells one line each. */
const inReadme = /^(sessions-32|sessions-visitors|graphql-same-(10|32)|graphql-everybody)$/

/** Writes the page and the README's table in both languages, and the charts. */
export async function writePages(results: Results): Promise<void> {
  for (const table of results.tables) {
    const draw = drawn.get(table.id)
    if (draw !== undefined)
      writeFileSync(new URL(`docs/images/${chartName(table)}`, root), `${await draw(table)}\n`)
  }
  replaceMeasured('docs/benchmarks.md', measuredOf(results, english))
  replaceMeasured('docs/benchmarks.zh-CN.md', measuredOf(results, chinese))
  replaceMeasured('README.md', summaryOf(results, english))
  replaceMeasured('README.zh-CN.md', summaryOf(results, chinese))
}

function chartName({ id }: ResultTable): string {
  return `benchmark-${id}.svg`
}

const begin = '<!-- measured: written by `bench --write` -->'
const end = '<!-- measured: end -->'

/** The rest of the page is written by hand. */
function replaceMeasured(name: string, measured: string): void {
  const file = new URL(name, root)
  const page = readFileSync(file, 'utf8')
  const [before = page, after = ''] = [page.split(begin)[0], page.split(end)[1]]
  writeFileSync(file, `${before.trimEnd()}\n\n${begin}\n\n${measured}\n${end}${after}`)
}

function measuredOf({ date, machine, tables, versions }: Results, words: PageWords): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return (
    [
      `## ${words.where}`,
      words.intro,
      markdown(
        ['', ''],
        [
          [words.machine, machine],
          [words.date, date],
          [words.versions, packages.join(', ')],
        ],
      ),
      ...tables.flatMap((table) => sectionOf(table, words)),
      `## ${words.notFirst}`,
      words.notFirstWords,
      lagsOf(tables, words),
      `## ${words.rest}`,
      words.restWords(partsOf(tables)),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

function sectionOf(table: ResultTable, words: PageWords): string[] {
  const heading = words.heading(table.id, table.title)
  const chart = drawn.has(table.id) ? [`![${heading}](images/${chartName(table)})`] : []
  return [`## ${heading}`, ...chart, markdown(table.columns, table.rows)]
}

function markdown(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** CPU per request of each table beside the bare app's, ours apart from the others. */
function summaryOf({ tables }: Results, words: PageWords): string {
  const rows = tables
    .filter(({ id }) => inReadme.test(id))
    .map((table) => {
      const at = table.columns.indexOf('of bare')
      const texts = table.rows
        .toSorted((a, b) => Number(a[at]) - Number(b[at]))
        .map((row) => `${row[0]} ${row[at]}`)
      const isOurs = (text: string) => /wecom/i.test(text)
      const others = texts.filter((text) => !isOurs(text) && !text.startsWith('bare '))
      return [words.heading(table.id, table.title), texts.filter(isOurs).join(' · '), others.join(' · ')]
    })
  return `${markdown([words.cpu, words.ours, words.others], rows)}\n`
}

function lagsOf(tables: readonly ResultTable[], words: PageWords): string {
  const lines = tables.flatMap(({ columns, id, rows, title }) => {
    const at = columns.indexOf(cost)
    if (at === -1) return []
    const costs = rows.map((row) => ({ name: row[0] ?? '', value: Number(row[at]) }))
    const ours = least(costs.filter(({ name }) => /wecom/i.test(name)))
    const best = least(costs)
    if (ours === undefined || best === undefined || best.value >= ours.value) return []
    return [
      `- ${words.heading(id, title)}. ${words.behind(ours.name, best.name, (ours.value / best.value).toFixed(2))}`,
    ]
  })
  return lines.length === 0 ? words.first : lines.join('\n')
}

function least<Item extends { readonly value: number }>(items: readonly Item[]): Item | undefined {
  return items.toSorted((a, b) => a.value - b.value)[0]
}

function partsOf(tables: readonly ResultTable[]): Record<'jit' | 'ours' | 'bare', string> {
  const rows = tables.find(({ id }) => id.startsWith('graphql-same'))?.rows ?? []
  const costOf = (name: string) => rows.find((row) => row[0] === name)?.[1] ?? '?'
  return {
    bare: costOf('bare graphql-js + Express'),
    jit: costOf('graphql-jit'),
    ours: costOf('apolloWecom'),
  }
}
