import { t } from './texts.js'

/** Makes an element. Children that are texts stay texts, so nothing in the corp can become markup. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && !name.startsWith('aria')) element[name] = value
    else element.setAttribute(name, value)
  }
  element.append(...children.filter((child) => child !== undefined && child !== null))
  return element
}

/** A labelled input. */
export function field(label, properties = {}) {
  return el('label', {}, label, el('input', { autocomplete: 'off', ...properties }))
}

/** A labelled choice; items are values or [value, text]. */
export function choice(label, name, items) {
  const options = items.map((item) =>
    Array.isArray(item) ? el('option', { value: item[0] }, item[1]) : el('option', { value: item }, item),
  )
  return el('label', {}, label, el('select', { name }, ...options))
}

export function button(label, onclick, properties = {}) {
  return el('button', { type: 'button', onclick, ...properties }, label)
}

/** A form whose fields arrive as an object of texts. */
export function form(properties, onSubmit, ...children) {
  const element = el('form', properties, ...children)
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    void onSubmit(Object.fromEntries(new FormData(element)), element)
  })
  return element
}

/** A table with a caption; cells are texts or elements. */
export function table(caption, headings, rows) {
  const head = el('tr', {}, ...headings.map((heading) => el('th', { scope: 'col' }, heading)))
  const body = rows.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell ?? ''))))
  const empty = rows.length === 0 ? [el('tr', {}, el('td', { colSpan: headings.length }, t('none')))] : []
  return el(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    el('table', {}, el('caption', {}, caption), el('thead', {}, head), el('tbody', {}, ...body, ...empty)),
  )
}

export function section(title, ...children) {
  return el('section', {}, el('h2', {}, title), ...children)
}

/** A time of day. */
export function clock(milliseconds) {
  return new Date(milliseconds).toLocaleTimeString(document.documentElement.lang, { hour12: false })
}

/** Comma separated texts as a list. */
export function split(text) {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
