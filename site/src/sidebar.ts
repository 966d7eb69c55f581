import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEntries } from 'reference/entries'
import { referenceTitle, sections, shortTitles } from './contents.ts'
import { addressOf, routeIn, routeOf, type Locale } from './routes.ts'

const root = join(import.meta.dirname, '..', '..')

/** A group of the sidebar as VitePress takes it. */
export interface SidebarGroup {
  text: string
  collapsed: boolean
  items: { text: string; link: string }[]
}

/** The sidebar of one language: each page under the first heading it has. Pages without a Chinese twin lead to English. */
export function sidebar(locale: Locale): SidebarGroup[] {
  return [
    ...sections.map(({ title, pages, collapsed = false }) => ({
      text: title[locale],
      collapsed,
      items: pages.flatMap((english) => itemOf(english, locale)),
    })),
    { text: referenceTitle[locale], collapsed: true, items: readEntries().map(itemOfEntry) },
  ]
}

function itemOfEntry({ name }: { readonly name: string }): { text: string; link: string } {
  const path = name.replace('@wecom-kit/', '')
  return { text: path, link: `/reference/${path}/` }
}

function itemOf(english: string, locale: Locale): SidebarGroup['items'] {
  const file = locale === 'zh' ? (twinOf(english) ?? english) : english
  const route = routeOf(file)
  if (route === undefined || !existsSync(join(root, file))) return []
  return [{ text: shortTitles[english]?.[locale] ?? titleOf(file), link: addressOf(routeIn(locale, route)) }]
}

function twinOf(english: string): string | undefined {
  const beside = english.replace(/\.md$/, '.zh-CN.md')
  const below = english.replace(/([^/]+)$/, 'zh-CN/$1')
  return [beside, below].find((file) => existsSync(join(root, file)))
}

function titleOf(file: string): string {
  const heading = /^# (.+)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? file
  return heading.replaceAll('`', '').replace(/^@wecom-kit\//, '')
}
