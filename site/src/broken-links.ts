import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Links, anchors and pictures of the built pages that lead nowhere. VitePress looks for pages only; what people miss most
 * are the headings.
 */
export function brokenLinks(site: string, base: string): readonly string[] {
  const pages = new Map(
    globSync('**/*.html', { cwd: site }).map((file) => [file, readPage(join(site, file))]),
  )
  // The language switch of the API reference; the theme leads it to the Chinese start.
  const switchToNowhere = `${base}zh/reference/`
  return [...pages].flatMap(([file, { links }]) =>
    links.filter((link) => !leads(link, file)).map((link) => `${file}: ${link} leads nowhere`),
  )

  function leads(link: string, from: string): boolean {
    if (/^(?:[a-z]+:|\/\/)/i.test(link) || link.startsWith(switchToNowhere)) return true
    const { pathname, hash } = new URL(link, `http://site${base}${from}`)
    const path = decodeURIComponent(pathname).slice(base.length)
    const page = [path, `${path}.html`, `${path}index.html`].find((name) => pages.has(name))
    if (page === undefined) return path !== '' && existsSync(join(site, path))
    return hash === '' || pages.get(page)?.ids.has(decodeURIComponent(hash.slice(1))) === true
  }
}

function readPage(file: string): { readonly ids: ReadonlySet<string>; readonly links: readonly string[] } {
  const html = readFileSync(file, 'utf8')
  const values = (pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map(([, value = '']) => plain(value))),
  ]
  return { ids: new Set(values(/\sid="([^"]+)"/g)), links: values(/\s(?:href|src)="([^"]+)"/g) }
}

function plain(attribute: string): string {
  return attribute.replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}
