import { api } from './api.js'
import { button, clock, el, field, section, table } from './dom.js'
import { t } from './texts.js'

const shown = 300
const calls = []
let paused = false

/** Keeps a call for the list; the newest 300 stay. The journal may have told of it before its end. */
export function noteCall(call) {
  const known = calls.findIndex((each) => isSame(each, call))
  if (known === -1) calls.unshift(call)
  else calls[known] = call
  calls.length = Math.min(calls.length, shown)
  if (!paused) document.dispatchEvent(new Event('call'))
}

/** The serial alone is not enough: a simulator that was started again counts from 1. */
function isSame(one, other) {
  return one.serial === other.serial && one.at === other.at
}

/** Forgets the calls of before a reset. */
export function forgetCalls() {
  calls.length = 0
}

/** Calls as they happen. */
export async function callsView() {
  if (calls.length === 0) {
    const { requests } = await api('GET', `journal?limit=${shown}`)
    calls.push(...requests.toReversed().filter((request) => !calls.some((call) => isSame(call, request))))
  }
  const filter = field(t('filter'), { type: 'search', oninput: () => draw() })
  const pause = el('input', {
    type: 'checkbox',
    checked: paused,
    onchange: () => {
      paused = pause.checked
      draw()
    },
  })
  const list = el('div')
  const counter = el('p', { className: 'soft', 'aria-live': 'polite' })
  const clear = button(t('clear'), async () => {
    await api('DELETE', 'journal')
    forgetCalls()
    draw()
  })
  const draw = () => {
    const wanted = filter.querySelector('input').value
    const matching = calls.filter(({ path }) => path.includes(wanted))
    counter.textContent = `${matching.length} ${t('seen')}`
    list.replaceChildren(
      table(
        t('calls'),
        ['time', 'method', 'path', 'app', 'status', 'errcode', 'ms', 'fault', 'query'].map(t),
        matching.map(row),
      ),
    )
  }
  draw()
  const view = section(
    t('calls'),
    el('p', { className: 'soft' }, t('callsNote')),
    el('div', { className: 'row' }, filter, el('label', {}, t('pause'), pause), clear),
    counter,
    list,
  )
  const redraw = () => (view.isConnected ? draw() : document.removeEventListener('call', redraw))
  setTimeout(() => document.addEventListener('call', redraw))
  return [view]
}

function row(call) {
  const good = call.status === 200 || call.status === 302
  const errcode = el(
    'span',
    { className: call.errcode === 0 ? 'good' : 'bad' },
    call.errcode === null ? '' : String(call.errcode),
  )
  const query = Object.entries(call.query)
    .filter(([name]) => name !== 'access_token')
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
  return [
    clock(call.at),
    call.method,
    el('code', {}, call.path),
    call.app,
    el('span', { className: good ? '' : 'bad' }, String(call.status || '—')),
    errcode,
    String(call.durationMs),
    call.fault,
    el('span', { className: 'mono' }, query),
  ]
}
