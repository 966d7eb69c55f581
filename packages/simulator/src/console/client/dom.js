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

let labels = 0

/** A control below its label. The label does not hold it: else the options of a choice would be part of its name. */
export function labelled(label, control) {
  labels += 1
  control.id = `control-${labels}`
  return el('span', { className: 'labelled' }, el('label', { htmlFor: control.id }, label), control)
}

export function button(label, onclick, properties = {}) {
  return el('button', { type: 'button', onclick, ...properties }, label)
}

export function section(title, ...children) {
  return el('section', {}, el('h2', {}, title), ...children)
}

/** A time of day. */
export function clock(milliseconds) {
  return new Date(milliseconds).toLocaleTimeString(document.documentElement.lang, { hour12: false })
}

/** JSON to read. */
export function pretty(value) {
  return el('pre', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 2))
}

/**
 * A table with a caption; cells are texts or elements, and a heading `['tight', text]` never wraps its column. On a
 * narrow screen rows become cards, which costs a table its meaning in some browsers: hence the roles.
 */
export function table(caption, headings, rows) {
  const columns = headings.map((heading) =>
    Array.isArray(heading) ? { name: heading[1], tight: true } : { name: heading, tight: false },
  )
  const head = columns.map(({ name }) => el('th', { scope: 'col', role: 'columnheader' }, name))
  const body = rows.map((row) => (Array.isArray(row) ? cells(row, columns) : opening(caption, row, columns)))
  const empty = rows.length === 0 ? [cells([t('none'), ...columns.slice(1).map(() => '')], columns)] : []
  return el(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      { role: 'table' },
      el('caption', {}, caption),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
      el('tbody', { role: 'rowgroup' }, ...body, ...empty),
    ),
  )
}

function cells(row, columns) {
  return el(
    'tr',
    { role: 'row' },
    ...row.map((cell, index) =>
      el(
        'td',
        { role: 'cell', className: columns[index].tight ? 'tight' : '', 'data-label': columns[index].name },
        cell ?? '',
      ),
    ),
  )
}

/** Rows that were opened stay open when the table is drawn again. */
const opened = new Set()

/** A row `{ key, cells, detail }` whose first cell opens what `detail()` makes, now or later. */
function opening(caption, { cells: [first, ...rest], detail, key }, columns) {
  const id = `${caption} ${key}`
  const toggle = button(first, () => (opened.has(id) ? close() : open()), { className: 'opener' })
  const row = cells([toggle, ...rest], columns)
  const place = el('td', { role: 'cell', colSpan: columns.length })
  const below = el('tr', { role: 'row', className: 'detail' }, place)
  const open = async () => {
    opened.add(id)
    toggle.setAttribute('aria-expanded', 'true')
    row.after(below)
    place.replaceChildren(...(await detail()))
  }
  const close = () => {
    opened.delete(id)
    toggle.setAttribute('aria-expanded', 'false')
    below.remove()
  }
  toggle.setAttribute('aria-expanded', 'false')
  if (opened.has(id)) queueMicrotask(open)
  return row
}
