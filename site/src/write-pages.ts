import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { rewriteLinks, type LinkTargets } from './rewrite-links.ts'
import { routeIn, routeOf, type Route } from './routes.ts'

const root = join(import.meta.dirname, '..', '..')
const site = join(import.meta.dirname, '..')
const pages = join(site, 'dist', 'pages')
const reference = join(site, 'reference', 'dist')

/**
 * Writes the pages of the site from the Markdown of the repository, which stays readable where it is: READMEs beside
 * their packages, guides below `docs`. VitePress serves what this writes.
 */
export function writePages(): void {
  rmSync(pages, { recursive: true, force: true })
  const routed = markdownFiles().flatMap((file) => {
    const route = routeOf(file)
    return route === undefined ? [] : [{ file, route }]
  })
  const written = new Set(routed.map(({ route }) => route.page))
  for (const { file, route } of routed) {
    writePage(file, route)
    const chinese = routeIn('zh', route)
    if (!written.has(chinese.page)) writePage(file, chinese, 'English only')
  }
  cpSync(join(site, 'public'), join(pages, 'public'), { recursive: true })
  copyReference()
}

/** Markdown files that git knows or would know. */
function markdownFiles(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listing.split('\n').filter((file) => file !== '' && existsSync(join(root, file)))
}

/** A page that exists in English only stands among the Chinese ones too, so that its reader stays there. */
function writePage(file: string, { locale, page }: Route, only?: 'English only'): void {
  const markdown = rewriteLinks(readFileSync(join(root, file), 'utf8'), { file, locale }, targets)
  const path = join(pages, page)
  mkdirSync(dirname(path), { recursive: true })
  const bilingual = only === undefined || file === 'docs/glossary.md'
  writeFileSync(path, bilingual ? markdown : markdown.replace(/^# .*\n/m, '$&\n::: info 本页只有英文\n:::\n'))
}

const targets: LinkTargets = {
  exists: (path) => existsSync(join(root, path)),
  picture(path) {
    const copy = join(pages, 'public', 'pictures', basename(path))
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(join(root, path), copy)
    return `/pictures/${basename(path)}`
  },
}

function copyReference(): void {
  if (!existsSync(reference))
    throw new Error('The API reference is not written yet: npx -y pnpm@12 run site:build')
  cpSync(reference, join(pages, 'reference'), { recursive: true })
}
