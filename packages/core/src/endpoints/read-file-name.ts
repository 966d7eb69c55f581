/**
 * The file name of a Content-Disposition. Headers are bytes: WeCom writes UTF-8 into them, which arrives as Latin-1.
 * RFC 6266's `filename*` comes first.
 */
export function readFileName(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined
  const extended = /;\s*filename\*=utf-8''([^;\s]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) return decoded(extended)
  const [, quoted, bare] = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? []
  const name = quoted?.replaceAll(/\\(.)/g, '$1') ?? bare
  return name === undefined ? undefined : utf8(name)
}

function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

function utf8(name: string): string {
  const bytes = Buffer.from(name, 'latin1')
  // Beyond Latin-1 somebody has decoded it already.
  if (bytes.toString('latin1') !== name) return name
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? name : text
}
