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
