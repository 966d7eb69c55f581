import { api, Refused } from './api.js'
import { approvalsView } from './approvals-view.js'
import { appsView } from './apps-view.js'
import { callbacksView } from './callbacks-view.js'
import { callsView } from './calls-view.js'
import { customersView } from './customers-view.js'
import { departmentsView } from './departments-view.js'
import { el } from './dom.js'
import { faultsView } from './faults-view.js'
import { membersView } from './members-view.js'
import { messagesView } from './messages-view.js'
import { settingsView } from './settings-view.js'
import { applyLanguage, switchLanguage, t } from './texts.js'

const views = {
  calls: callsView,
  apps: appsView,
  members: membersView,
  departments: departmentsView,
  customers: customersView,
  approvals: approvalsView,
  faults: faultsView,
  callbacks: callbacksView,
  messages: messagesView,
  settings: settingsView,
}
const content = document.getElementById('content')
/** The simulated clock: how far it is from this machine's, or where it stands. */
let clock
let connected = false
let drawings = 0
/** Draws what is new in the view on the screen without disturbing whoever works in it. */
let refresh = draw

/** The view the address names, drawn again. */
async function draw() {
  showFrame(viewName())
  await drawView(() => false)
}

/** A view that refreshes itself returns how, beside its elements. `isUnwanted` is asked once everything is read. */
async function drawView(isUnwanted) {
  drawings += 1
  const drawing = drawings
  content.ariaBusy = 'true'
  const view = await views[viewName()](draw)
  // Somebody may have gone to another view while this one was still being read.
  if (drawing !== drawings) return
  content.ariaBusy = 'false'
  if (isUnwanted()) return
  refresh = view.refresh ?? (() => drawView(isBusy))
  keepPlace(() => content.replaceChildren(...(view.elements ?? view)))
}

function viewName() {
  const name = location.hash.slice(1)
  return Object.hasOwn(views, name) ? name : 'calls'
}

function showFrame(name) {
  applyLanguage()
  document.getElementById('language').textContent = t('language')
  document.getElementById('language').lang = document.documentElement.lang === 'en' ? 'zh-CN' : 'en'
  showConnection()
  const navigation = document.getElementById('navigation')
  navigation.setAttribute('aria-label', t('title'))
  navigation.replaceChildren(
    ...Object.keys(views).map((view) =>
      el('a', { href: `#${view}`, ...(view === name ? { 'aria-current': 'page' } : {}) }, t(view)),
    ),
  )
}

/** Puts focus and scroll positions back where they were: whoever uses the keyboard goes on where they were. */
function keepPlace(replace) {
  const focused = content.contains(document.activeElement) ? document.activeElement : undefined
  const scrolled = [...content.querySelectorAll('.scroll')].map(({ scrollLeft, scrollTop }) => [
    scrollLeft,
    scrollTop,
  ])
  replace()
  content.querySelectorAll('.scroll').forEach((element, index) => {
    const [left, top] = scrolled[index] ?? [0, 0]
    element.scrollTo(left, top)
  })
  if (focused === undefined || focused === content) return
  const controls = [...content.querySelectorAll('button, input, select, textarea')]
  const same = controls.find((control) => nameOf(control) === nameOf(focused))
  ;(same ?? content).focus()
}

function nameOf(control) {
  return [
    control.localName,
    control.form?.ariaLabel,
    control.name,
    control.ariaLabel,
    control.labels?.[0]?.firstChild?.textContent,
    control.localName === 'button' ? control.textContent : '',
  ].join(' ')
}

/** Nobody may lose what they are typing because a call came in. */
function isBusy() {
  const editing = content.querySelector(
    'form[data-dirty], form:focus-within :is(input, textarea, select):focus',
  )
  return document.querySelector('dialog[open]') !== null || editing !== null
}

let waiting
/** Many changes at once are one drawing. */
function onChange() {
  waiting ??= setTimeout(async () => {
    waiting = undefined
    await readClock()
    await refresh()
  }, 200)
}

async function readClock() {
  clock = await api('GET', 'clock')
  showClock()
}

function showClock() {
  if (clock === undefined) return
  const now = clock.frozen ? clock.now : Date.now() + clock.offsetMs
  const text = new Date(now).toLocaleString(document.documentElement.lang, { hour12: false })
  document.getElementById('clock').textContent = clock.frozen ? `${text} · ${t('frozen')}` : text
}

function showConnection() {
  document.getElementById('connection').textContent = t(connected ? 'connected' : 'disconnected')
}

function listen() {
  const events = new EventSource('/__simulator/events')
  const setConnected = (value) => () => {
    connected = value
    showConnection()
    if (value) onChange()
  }
  events.addEventListener('open', setConnected(true))
  events.addEventListener('error', setConnected(false))
  events.addEventListener('message', onChange)
  events.addEventListener('change', onChange)
}

document.getElementById('language').addEventListener('click', async () => {
  switchLanguage()
  await draw()
  showClock()
})
document.getElementById('reset').addEventListener('click', async () => {
  if (!confirm(t('confirmReset'))) return
  await api('POST', 'reset', { keepCallbacks: true })
  await draw()
})
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Refused) event.preventDefault()
})
addEventListener('hashchange', async () => {
  if (location.hash === '#content') return
  document.getElementById('notice').hidden = true
  await draw()
  content.focus()
})

const { corp, seed, url } = await api('GET', 'state')
document.getElementById('corp').textContent = `${corp.name} ${corp.id} · ${seed}`
document.getElementById('origin').textContent = url
setInterval(showClock, 1000)
await readClock()
listen()
await draw()
