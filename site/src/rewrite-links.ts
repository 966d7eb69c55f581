import { posix } from 'node:path'
import { addressOf, routeOf } from './routes.ts'

const repository = 'https://github.com/wecom-kit/wecom-kit/blob/main'

/** What a page's links lead to. */
export interface LinkTargets {
  /** Whether a path of the repository exists. */
  exists(path: string): boolean
  /** Takes a picture along and answers its address on the site. */
  picture(path: string): string
}

// The target of a link or picture: no spaces, so that nothing but a target is taken for one.
const target = /(!?)(\[[^\]\n]*\])\(([^()\s]+)\)/g

/** Turns links between files of the repository into links between pages; links to other files lead to the repository. */
export function rewriteLinks(markdown: string, file: string, targets: LinkTargets): string {
  return outsideFences(markdown, (text) =>
    text.replaceAll(target, (whole, mark: string, label: string, link: string) => {
      if (/^(?:[a-z]+:|#|\/\/)/i.test(link)) return whole
      const [path = '', hash] = link.split('#', 2)
      const found = posix.normalize(posix.join(posix.dirname(file), decodeURIComponent(path)))
      if (!targets.exists(found)) return whole
      const address = mark === '!' ? targets.picture(found) : pageOrSource(found)
      return `${mark}${label}(${address}${hash === undefined ? '' : `#${hash}`})`
    }),
  )
}

function pageOrSource(path: string): string {
  const route = routeOf(path)
  return route === undefined ? `${repository}/${path}` : addressOf(route)
}

/** Applies a change to everything but fenced code. */
function outsideFences(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/(^```[^]*?^```[^\n]*$)/m)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('')
}
