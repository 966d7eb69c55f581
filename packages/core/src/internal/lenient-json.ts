/** How integers beyond 2^53 arrive: rounded, or as the text they were written as. */
export type BigIntegers = 'number' | 'string'

/** `text`: every number arrives as the text it was written as. */
type Numbers = BigIntegers | 'text'

// 16 digits or more in a row where a value begins: only such a text can hold an integer that a number cannot.
const mayHoldBigInteger = /[:[,]\s{0,32}-?\d{16}/

/**
 * JSON as WeCom sends it. It puts names into its answers as members typed them, raw control characters included, which
 * `JSON.parse` refuses; those are escaped and read once more. Both steps are linear in the text.
 *
 * @throws SyntaxError for what is no JSON even so
 */
export function parseLenientJson(text: string, numbers: Numbers = 'number'): unknown {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  try {
    return parse(bare, numbers)
  } catch (error) {
    const mended = escapeControls(bare)
    if (mended === bare) throw error
    return parse(mended, numbers)
  }
}

function parse(text: string, numbers: Numbers): unknown {
  if (numbers === 'number' || (numbers === 'string' && !mayHoldBigInteger.test(text))) return JSON.parse(text)
  const keep = (_name: string, value: unknown, { source = '' }: { source?: string } = {}): unknown =>
    typeof value === 'number' && (numbers === 'text' || isBigInteger(value, source)) ? source : value
  // Called by reflection because TypeScript's library does not know the reviver's third argument yet.
  return Reflect.apply(JSON.parse, JSON, [text, keep])
}

function isBigInteger(value: number, source: string): boolean {
  return !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
}

const [quote, backslash, space] = [0x22, 0x5c, 0x20]

/**
 * Outside of strings control characters are space between values, inside they are part of a name. One walk: a pattern
 * for strings would look for the end of one that has none again and again.
 */
function escapeControls(text: string): string {
  const pieces: string[] = []
  let isInside = false
  let copied = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) isInside = !isInside
    else if (!isInside) continue
    else if (code === backslash) index += 1
    else if (code < space) {
      pieces.push(text.slice(copied, index), `\\u${code.toString(16).padStart(4, '0')}`)
      copied = index + 1
    }
  }
  return pieces.join('') + text.slice(copied)
}
