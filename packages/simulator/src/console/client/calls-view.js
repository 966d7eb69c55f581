import { api } from './api.js'
import { button, clock, el, labelled, pretty, section, table } from './dom.js'
import { t } from './texts.js'

const shown = 300
/** What is looked for; it stays while other views are on the screen. */
const wanted = { contains: '', app: '', errcode: '', refused: '', minutes: '' }
let paused = false

/** Calls as they happen, each with what came, what was answered and why. */
export async function callsView() {
  const { apps } = await api('GET', 'apps')
  const list = el('div')
  const counter = el('p', { className: 'soft', 'aria-live': 'polite' })
  let reads = 0
  const read = async () => {
    reads += 1
    const reading = reads
    const { count, requests } = await api('GET', `journal?${query()}`)
    // What was looked for in the meantime may have been answered first.
    if (reading !== reads) return
    counter.textContent = `${count} ${t('seen')}`
    redrawList(list, requests)
  }
  const set = (name) => async (event) => {
    wanted[name] = event.target.value
    await read()
  }
  const clear = button(t('clear'), async () => {
    await api('DELETE', 'journal')
    await read()
  })
  const filters = el(
    'div',
    { className: 'row', role: 'search' },
    labelled(t('filter'), el('input', { type: 'search', value: wanted.contains, oninput: set('contains') })),
    pick(t('app'), 'app', [['', t('all')], ...apps.map(({ name }) => [name, name])], set),
    labelled(t('errcode'), el('input', { type: 'number', value: wanted.errcode, oninput: set('errcode') })),
    pick(
      t('outcome'),
      'refused',
      [
        ['', t('all')],
        ['1', t('refusedOnly')],
      ],
      set,
    ),
    pick(
      t('time'),
      'minutes',
      [['', t('all')], ...[1, 5, 60].map((each) => [each, `${each} ${t('minutes')}`])],
      set,
    ),
    labelled(
      t('pause'),
      el('input', { type: 'checkbox', checked: paused, onchange: ({ target }) => pause(target, read) }),
    ),
    clear,
  )
  await read()
  const elements = [
    section(t('calls'), el('p', { className: 'soft' }, t('callsNote')), filters, counter, list),
  ]
  return { elements, refresh: async () => (paused ? undefined : read()) }
}

async function pause({ checked }, read) {
  paused = checked
  if (!paused) await read()
}

function pick(text, name, options, set) {
  const select = el(
    'select',
    { onchange: set(name) },
    ...options.map(([value, each]) =>
      el('option', { value, selected: String(value) === wanted[name] }, each),
    ),
  )
  return labelled(text, select)
}

function query() {
  const { minutes, ...rest } = wanted
  const from = minutes === '' ? '' : lastCallAt - Number(minutes) * 60_000
  return new URLSearchParams({ ...rest, from, limit: shown }).toString()
}

/** Simulated time, which may be far from this machine's. */
let lastCallAt = 0

function redrawList(list, requests) {
  for (const { at } of requests) lastCallAt = Math.max(lastCallAt, at)
  const scrolled = list.querySelector('.scroll')?.scrollTop ?? 0
  const focused = list.contains(document.activeElement) ? document.activeElement.textContent : undefined
  const headings = [t('time'), t('method'), t('path'), t('app'), t('status'), t('errcode'), t('ms'), t('why')]
  list.replaceChildren(
    table(
      t('calls'),
      headings.map((heading, index) => (index === 7 ? heading : ['tight', heading])),
      requests.toReversed().map(row),
    ),
  )
  list.querySelector('.scroll').scrollTop = scrolled
  if (focused !== undefined)
    [...list.querySelectorAll('button')].find(({ textContent }) => textContent === focused)?.focus()
}

function row(call) {
  const good = call.status === 200 || call.status === 302
  return {
    key: `${call.serial} ${call.at}`,
    cells: [
      `${clock(call.at)} #${call.serial}`,
      call.method,
      el('code', {}, call.path),
      call.app,
      el('span', { className: good ? '' : 'bad' }, String(call.status || '—')),
      el('span', { className: call.errcode === 0 ? 'good' : 'bad' }, String(call.errcode ?? '')),
      String(call.durationMs),
      call.reason ?? parameters(call),
    ],
    detail: () => detail(call),
  }
}

/** The beginning of what was asked; the detail has all of it. */
function parameters({ query: all }) {
  const pairs = Object.entries(all).filter(([name]) => name !== 'access_token')
  const text = pairs.map(([name, value]) => `${name}=${value}`).join(' ')
  return el('span', { className: 'mono soft' }, text.length > 120 ? `${text.slice(0, 120)}…` : text)
}

async function detail({ serial }) {
  const [full] = (await api('GET', `journal?full=1&serial=${serial}`)).requests
  if (full === undefined) return [t('none')]
  const { caller, reason, rule } = full
  const facts = [
    [t('reason'), reason === null ? t('success') : `${rule}: ${reason}`],
    [t('app'), full.app ?? '—'],
    [t('caller'), caller === null ? '—' : `${caller.ip} ${caller.userAgent ?? ''}`],
    [t('fault'), full.fault ?? '—'],
  ]
  return [
    el('dl', {}, ...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    el(
      'div',
      { className: 'halves' },
      part(t('request'), { query: full.query, body: full.request }),
      part(t('response'), full.response),
      part(t('responseHeaders'), full.responseHeaders),
    ),
    copyable(curlOf(full)),
  ]
}

function part(title, value) {
  return el('div', {}, el('h3', {}, title), pretty(value ?? '—'))
}

function copyable(text) {
  const done = el('span', { role: 'status', className: 'soft' })
  const copy = button(t('copyCurl'), async () => {
    await navigator.clipboard.writeText(text)
    done.textContent = t('copied')
  })
  return el('div', {}, el('pre', {}, text), copy, ' ', done)
}

/**
 * The call for a shell; what is masked is a variable to fill in. Whoever copies it did not write it: any page of a
 * browser on this machine can make a call, and nothing of it may be a command.
 */
function curlOf({ method, path, query: all, request }) {
  const pairs = Object.entries(all).map(
    ([name, value]) => `${harmless(encodeURIComponent(name))}=${valueOf(name, value)}`,
  )
  const url = harmless(`${location.origin}${path}`) + (pairs.length === 0 ? '' : '?') + pairs.join('&')
  const body =
    request === null
      ? ''
      : ` --data-raw ${quoted(typeof request === 'string' ? request : JSON.stringify(request))}`
  return `curl -X ${method} "${url}"${body}`
}

function valueOf(name, value) {
  return value === '***'
    ? `$${name.replaceAll(/\W/g, '_').toUpperCase()}`
    : harmless(encodeURIComponent(value))
}

/** Without what a shell reads between double quotes. */
function harmless(text) {
  return text.replaceAll(/["$`\\!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
}

function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
