import { posix } from 'node:path'
import { addressOf, routeIn, routeOf, type Locale } from './routes.ts'

const repository = 'https://github.com/wecom-kit/wecom-kit/blob/main'

/** What a page's links lead to. */
export interface LinkTargets {
  /** Whether a path of the repository exists. */
  exists(path: string): boolean
  /** Takes a picture along and answers its address on the site. */
  picture(path: string): string
}

/** The page whose links are rewritten: its file, and the language of the site it is shown in. */
export interface LinkSource {
  readonly file: string
  readonly locale: Locale
}

// The target of a link or picture: no spaces, so that nothing but a target is taken for one.
const target = /(!?)(\[[^\]\n]*\])\(([^()\s]+)\)/g
// The site has a switch of its own.
const languageLine = /^(?:English|\[English\]).*简体中文.*\n+/m
// Badges come from other servers; the site asks nobody but its own.
const badges = /^\[!\[[^\]]*\]\(https:.*\n+/gm

/**
 * Turns links between files of the repository into links between pages of the same language; links to other files lead
 * to the repository.
 */
export function rewriteLinks(markdown: string, { file, locale }: LinkSource, targets: LinkTargets): string {
  return outsideFences(markdown.replace(languageLine, '').replace(badges, ''), (text) =>
    text.replaceAll(target, (whole, mark: string, label: string, link: string) => {
      const [path = '', hash] = link.replace(`${repository}/`, '/').split('#', 2)
      if (/^(?:[a-z]+:|#|\/\/)/i.test(path) || path === '') return whole
      const found = inRepository(file, decodeURIComponent(path))
      if (!targets.exists(found)) return whole
      const address = mark === '!' ? targets.picture(found) : pageOrSource(found, locale)
      return `${mark}${label}(${address}${hash === undefined ? '' : `#${hash}`})`
    }),
  )
}

function inRepository(from: string, path: string): string {
  return posix.normalize(path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path))
}

function pageOrSource(path: string, locale: Locale): string {
  const route = routeOf(path)
  return route === undefined ? `${repository}/${path}` : addressOf(routeIn(locale, route))
}

/** Applies a change to everything but fenced code. */
function outsideFences(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/(^```[^]*?^```[^\n]*$)/m)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('')
}
