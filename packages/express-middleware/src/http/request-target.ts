/** Path and query of a request, as sent: nothing is decoded. */
export interface RequestTarget {
  /** Begins with `/`. */
  path: string
  /** Without the `?`. */
  query: string
}

/**
 * Splits `request.url`. Absolute-form targets (`GET http://evil/x HTTP/1.1`) lose their authority: what a client
 * claims to be talking to must never become a place we redirect to. `*` and the empty target become `/`.
 */
export function requestTarget(url: string | undefined): RequestTarget {
  const target = url === undefined ? '/' : originForm(url)
  const mark = target.indexOf('?')
  return mark === -1
    ? { path: target, query: '' }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) }
}

function originForm(url: string): string {
  if (url.charCodeAt(0) === slash) return url
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i.exec(url)?.[1]
  if (rest === undefined || rest === '') return '/'
  return rest.startsWith('/') ? rest : `/${rest}`
}

const slash = 0x2f
