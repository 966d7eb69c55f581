/** Builds the site; with `--serve` VitePress then serves it, on every interface, as `pnpm site` shows it. A dead link is a failure. */
import { join } from 'node:path'
import { build, serve } from 'vitepress'
import { brokenLinks } from './broken-links.ts'
import { writePages } from './write-pages.ts'

const site = join(import.meta.dirname, '..')
const port = Number(process.env['PORT'] ?? 4173)

writePages()
// GitHub serves a repository's pages below its name.
const base = process.env['SITE_BASE'] ?? '/'
await build(site, { base })
const broken = brokenLinks(join(site, 'dist', 'site'), base)
if (broken.length > 0) throw new Error(`${broken.length} links lead nowhere:\n${broken.join('\n')}`)
if (process.argv.includes('--serve')) {
  await serve({ root: site, port })
  console.log(`The site is at http://localhost:${port} (English) and http://localhost:${port}/zh/ (简体中文)`)
}
