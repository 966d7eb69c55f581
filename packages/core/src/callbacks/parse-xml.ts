import sax from 'sax'
import { WecomCallbackError } from '../errors/errors.ts'
import { isFields, type CallbackFields, type CallbackValue } from './fields.ts'

const maxDepth = 20
const maxElements = 10_000

/**
 * Reads WeCom's XML: one `<xml>` element, no attributes, text or CDATA.
 *
 * A DOCTYPE, an entity declaration, a comment or a processing instruction is refused before the parser sees it, so
 * that there is nothing to expand. What the parser says about bad XML is not passed on: it quotes the text.
 *
 * @throws WecomCallbackError reason `malformed`
 */
export function parseXml(xml: string): CallbackFields {
  checkMarkup(xml)
  const [root, ...more] = readElements(xml)
  if (root?.name !== 'xml' || more.length > 0) throw malformed('expected one <xml> element')
  const fields = toValue(root)
  return isFields(fields) ? fields : emptyFields()
}

/** Looks at everything outside CDATA, where a member's own text may hold any markup. */
function checkMarkup(xml: string): void {
  let tags = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) {
    if (xml.startsWith('<![CDATA[', at)) {
      at = xml.indexOf(']]>', at)
      if (at === -1) throw malformed('a CDATA section has no end')
    } else if (xml[at + 1] === '!') {
      throw malformed('declarations and comments are not accepted')
    } else if (xml[at + 1] === '?' && xml.slice(0, at).trim() !== '') {
      throw malformed('processing instructions are not accepted')
    } else {
      tags += 1
    }
  }
  if (tags > maxElements * 2) throw malformed(`more than ${maxElements} elements`)
}

interface Element {
  readonly name: string
  readonly elements: Element[]
  text: string
}

/** The elements on top. */
function readElements(xml: string): readonly Element[] {
  const top: Element = { name: '', elements: [], text: '' }
  const parser = Object.assign(sax.parser(true), buildInto(top))
  parser.write(withReferencesKept(xml)).close()
  return top.elements
}

type Builder = Pick<sax.SAXParser, 'ontext' | 'oncdata' | 'onopentag' | 'onclosetag' | 'onerror'>

/** Hangs what is read into an element. CDATA is text as it is, references elsewhere are decoded by us. */
function buildInto(top: Element): Builder {
  const open = [top]
  const append = (text: string): void => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  return {
    ontext: (text) => append(decodeReferences(text)),
    oncdata: append,
    onopentag: ({ name }) => {
      if (open.length > maxDepth) throw malformed(`more than ${maxDepth} elements inside of each other`)
      const element = { name, elements: [], text: '' }
      open.at(-1)?.elements.push(element)
      open.push(element)
    },
    onclosetag: () => void open.pop(),
    onerror: () => {
      throw malformed('not well-formed XML')
    },
  }
}

/** The parser would refuse a reference that XML does not know, such as `&nbsp;`; to us it is text. */
function withReferencesKept(xml: string): string {
  return xml.replaceAll(/<!\[CDATA\[[^]*?\]\]>|&/g, (found) => (found === '&' ? '&amp;' : found))
}

function toValue({ elements, text }: Element): CallbackValue {
  if (elements.length === 0) return text
  const groups = new Map<string, CallbackValue[]>()
  for (const element of elements) {
    const group = groups.get(element.name) ?? []
    groups.set(element.name, group)
    group.push(toValue(element))
  }
  const fields = emptyFields()
  for (const [name, [first, ...more]] of groups) {
    if (first !== undefined) fields[name] = more.length === 0 ? first : [first, ...more]
  }
  return fields
}

function emptyFields(): Record<string, CallbackValue> {
  return Object.create(null)
}

function malformed(what: string): WecomCallbackError {
  return new WecomCallbackError('malformed', `The callback's XML is refused: ${what}`)
}

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
