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

/** A query parameter: absent, exactly one value, or something no honest client sends. */
export type QueryParameter =
  | { readonly kind: 'absent' }
  | { readonly kind: 'one'; readonly value: string }
  | { readonly kind: 'invalid' }

/**
 * Reads one parameter of a raw query. Repeated or undecodable ones are `invalid`: "first wins" here and "last wins"
 * in another layer is how checks are bypassed. Express's own parser is not used, because `?code[x]=1` makes objects
 * there and its rules differ between 4 and 5.
 */
export function queryParameter(query: string, name: string): QueryParameter {
  let found: string | undefined
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=')
    const key = equals === -1 ? pair : pair.slice(0, equals)
    if (key !== name && (!key.includes('%') || decode(key) !== name)) continue
    if (found !== undefined) return invalid
    found = decode(equals === -1 ? '' : pair.slice(equals + 1))
    if (found === undefined) return invalid
  }
  return found === undefined ? absent : { kind: 'one', value: found }
}

/** The value of a parameter that occurs exactly once. */
export function queryText(query: string, name: string): string | undefined {
  const parameter = queryParameter(query, name)
  return parameter.kind === 'one' ? parameter.value : undefined
}

/** A query without some of its parameters, the others as they were. */
export function withoutParameters(query: string, names: readonly string[]): string {
  return query
    .split('&')
    .filter((pair) => {
      const key = decode(pair.split('=', 1)[0] ?? '')
      return key === undefined || !names.includes(key)
    })
    .join('&')
}

const absent: QueryParameter = { kind: 'absent' }
const invalid: QueryParameter = { kind: 'invalid' }

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/**
 * Every value of a cookie, in the order sent. A name can come several times: a sibling subdomain or a deeper path
 * may have planted one ("cookie tossing"), and parsers that keep the first would then hide ours.
 *
 * @param limit how many are given at most
 * @param isLikely what is worth a look: junk of our name must not push the genuine one out
 */
export function cookieValues(
  header: string | undefined,
  name: string,
  limit = 10,
  isLikely: (value: string) => boolean = () => true,
): string[] {
  const values: string[] = []
  if (header === undefined) return values
  const needle = `${name}=`
  let at = header.indexOf(needle)
  while (at !== -1 && values.length < limit) {
    if (startsCookie(header, at)) {
      const value = valueAt(header, at + needle.length)
      if (isLikely(value)) values.push(value)
    }
    at = header.indexOf(needle, at + needle.length)
  }
  return values
}

/** The names of the cookies that begin with a prefix, each once, with the bytes they take in the header. */
export function cookieNames(header: string | undefined, prefix: string): Map<string, number> {
  const names = new Map<string, number>()
  if (header === undefined || !header.includes(prefix)) return names
  for (const pair of header.split(';')) {
    const name = pair.split('=', 1)[0]?.trim() ?? ''
    if (name.startsWith(prefix)) names.set(name, (names.get(name) ?? 0) + pair.length)
  }
  return names
}

function startsCookie(header: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && header.charCodeAt(before) === 0x20) before -= 1
  return before < 0 || header.charCodeAt(before) === 0x3b
}

function valueAt(header: string, start: number): string {
  const end = header.indexOf(';', start)
  const value = (end === -1 ? header.slice(start) : header.slice(start, end)).trim()
  return value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value
}
