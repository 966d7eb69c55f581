import type { EventFields, EventValue } from '../world/event.ts'

/** An event as the plaintext of a push: numbers plain, texts as CDATA. */
export function eventXml(fields: EventFields): string {
  return `<xml>${elements(fields)}</xml>`
}

/** A text that keeps its meaning inside XML; `]]>` would end the section early, so it is split over two. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

function elements(fields: EventFields): string {
  return Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('')
}

function element(name: string, value: EventValue): string {
  if (typeof value === 'number') return `<${name}>${value}</${name}>`
  if (typeof value === 'string') return `<${name}>${cdata(value)}</${name}>`
  const items: readonly EventFields[] = isList(value) ? value : [value]
  return items.map((item) => `<${name}>${elements(item)}</${name}>`).join('')
}

function isList(value: EventFields | readonly EventFields[]): value is readonly EventFields[] {
  return Array.isArray(value)
}
