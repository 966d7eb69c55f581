import { XMLParser } from 'fast-xml-parser'
import { WecomCallbackError } from '../errors/errors.ts'
import { isRecord } from '../internal/is-record.ts'
import { isFields, type CallbackFields, type CallbackValue } from './fields.ts'

const maxDepth = 20
const maxElements = 10_000

// Ordered nodes instead of objects keyed by element: our own null-prototype objects are built from them, and an
// element cannot reach a prototype on the way.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  maxNestedTags: maxDepth,
  // CDATA is kept apart from text, because only the latter has references to decode.
  cdataPropName: '#cdata',
  processEntities: false,
})

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
  const root = onlyElement(parseOrThrow(xml))
  if (root?.name !== 'xml') throw malformed('expected one <xml> element')
  const fields = toValue(root.children)
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

function parseOrThrow(xml: string): unknown {
  try {
    return parser.parse(xml, true)
  } catch {
    throw malformed('not well-formed XML')
  }
}

interface Element {
  name: string
  children: unknown
}

function onlyElement(nodes: unknown): Element | undefined {
  const elements = elementsOf(nodes)
  return elements.length === 1 ? elements[0] : undefined
}

function elementsOf(nodes: unknown): Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes
    .filter(isRecord)
    .flatMap((node) => Object.entries(node).map(([name, children]) => ({ name, children })))
    .filter(({ name }) => name !== textName && name !== cdataName)
}

const textName = '#text'
const cdataName = '#cdata'

function toValue(nodes: unknown): CallbackValue {
  const elements = elementsOf(nodes)
  if (elements.length === 0) return textOf(nodes)
  const groups = new Map<string, CallbackValue[]>()
  for (const { name, children } of elements) {
    const group = groups.get(name) ?? []
    groups.set(name, group)
    group.push(toValue(children))
  }
  const fields = emptyFields()
  for (const [name, [first, ...more]] of groups) {
    if (first !== undefined) fields[name] = more.length === 0 ? first : [first, ...more]
  }
  return fields
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return ''
  return nodes
    .filter(isRecord)
    .map((node) => (cdataName in node ? rawText(node[cdataName]) : decodeReferences(rawText([node]))))
    .join('')
}

function rawText(nodes: unknown): string {
  if (!Array.isArray(nodes)) return ''
  return nodes
    .filter(isRecord)
    .map((node) => node[textName])
    .filter((text) => typeof text === 'string')
    .join('')
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
