import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { rewriteLinks, type LinkTargets } from './rewrite-links.ts'
import { routeOf } from './routes.ts'

const root = join(import.meta.dirname, '..', '..')
const pages = join(import.meta.dirname, '..', 'dist', 'pages')

/** Markdown files that git knows or would know. */
function markdownFiles(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listing.split('\n').filter((file) => file !== '' && existsSync(join(root, file)))
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
  for (const { file, route } of routed) {
    const markdown = readFileSync(join(root, file), 'utf8')
    const page = join(pages, route.page)
    mkdirSync(dirname(page), { recursive: true })
    writeFileSync(page, rewriteLinks(markdown, file, targets))
  }
}
