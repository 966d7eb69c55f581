const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Decodes what XML lets stand for a character outside CDATA: its five names, and numbers in both forms. Each is decoded
 * once, so `&amp;lt;` is the text `&lt;`. A name that only HTML knows, and a number that is no character, stay as they
 * are.
 *
 * @see https://www.w3.org/TR/xml/#sec-references
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:([a-z]{2,4})|#(\d{1,10})|#x([\dA-Fa-f]{1,8}));/g,
    (reference: string, name?: string, decimal?: string, hex?: string) =>
      (name === undefined ? character(decimal, hex) : named.get(name)) ?? reference,
  )
}

function character(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const isCharacter = code > 0 && code <= 0x10_ffff && !(code >= 0xd8_00 && code <= 0xdf_ff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}
