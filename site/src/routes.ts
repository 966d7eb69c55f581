/** Language of a page. */
export type Locale = 'en' | 'zh'

/** Where a Markdown file of the repository stands on the site. */
export interface Route {
  readonly locale: Locale
  /** Path of the page below the site's root, with `.md`: `zh/sso/errors.md`. */
  readonly page: string
}

/**
 * The place of a file on the site: READMEs by the package they explain, everything below `docs` by its path. Chinese
 * twins (`NAME.zh-CN.md`, `zh-CN/NAME.md`) stand at the same path below `zh`. Undefined for what is no page.
 */
export function routeOf(file: string): Route | undefined {
  const english = file.replace(/\.zh-CN\.md$/, '.md').replace('/zh-CN/', '/')
  const locale: Locale = english === file ? 'en' : 'zh'
  const page = pageOf(english)
  return page === undefined ? undefined : { locale, page: locale === 'zh' ? `zh/${page}` : page }
}

function pageOf(file: string): string | undefined {
  if (file === 'README.md') return 'index.md'
  if (file === 'deploy/README.md' || file === 'examples/README.md')
    return file.replace('/README.md', '/index.md')
  const root = /^(ARCHITECTURE|SECURITY|CONTRIBUTING)\.md$/.exec(file)?.[1]
  if (root !== undefined) return `${root.toLowerCase()}.md`
  const [, kind, name] = /^(packages|examples|apps)\/([^/]+)\/README\.md$/.exec(file) ?? []
  if (kind !== undefined && name !== undefined) return `${kind}/${name}.md`
  const [, path] = /^docs\/(.+\.md)$/.exec(file) ?? []
  return path?.replace(/(^|\/)README\.md$/, '$1index.md')
}

/** The address of a page, as VitePress serves it. */
export function addressOf({ page }: Route): string {
  return `/${page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}`
}

/** The same page among those of a language. Every English page stands among the Chinese ones too, translated or not. */
export function routeIn(locale: Locale, route: Route): Route {
  return route.locale === 'en' && locale === 'zh' ? { locale, page: `zh/${route.page}` } : route
}
