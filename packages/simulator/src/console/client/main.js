import { api, Refused } from './api.js'
import { appsView } from './apps-view.js'
import { callbacksView } from './callbacks-view.js'
import { callsView, forgetCalls, noteCall } from './calls-view.js'
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
  faults: faultsView,
  callbacks: callbacksView,
  messages: messagesView,
  settings: settingsView,
}
const content = document.getElementById('content')
let connected = false
let drawings = 0

/** The view the address names, drawn again. */
async function draw() {
  drawings += 1
  const drawing = drawings
  const name = location.hash.slice(1) in views ? location.hash.slice(1) : 'calls'
  applyLanguage()
  document.getElementById('language').textContent = t('language')
  document.getElementById('language').lang = document.documentElement.lang === 'en' ? 'zh-CN' : 'en'
  showConnection()
  document.getElementById('navigation').setAttribute('aria-label', t('title'))
  document
    .getElementById('navigation')
    .replaceChildren(
      ...Object.keys(views).map((view) =>
        el('a', { href: `#${view}`, ...(view === name ? { 'aria-current': 'page' } : {}) }, t(view)),
      ),
    )
  content.ariaBusy = 'true'
  const view = await views[name](draw)
  // Somebody may have gone to another view while this one was still being read.
  if (drawing !== drawings) return
  keepFocus(() => content.replaceChildren(...view))
  content.ariaBusy = 'false'
}

/** Puts the focus back on the control that had it: whoever uses the keyboard goes on where they were. */
function keepFocus(replace) {
  const focused = content.contains(document.activeElement) ? document.activeElement : undefined
  replace()
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
    control.textContent,
  ].join(' ')
}

function showConnection() {
  const badge = document.getElementById('connection')
  badge.textContent = t(connected ? 'connected' : 'disconnected')
}

function listen() {
  const events = new EventSource('/__simulator/events')
  events.addEventListener('open', () => {
    connected = true
    showConnection()
  })
  events.addEventListener('error', () => {
    connected = false
    showConnection()
  })
  events.addEventListener('message', ({ data }) => noteCall(JSON.parse(data)))
}

document.getElementById('language').addEventListener('click', () => {
  switchLanguage()
  void draw()
})
document.getElementById('reset').addEventListener('click', async () => {
  if (!confirm(t('confirmReset'))) return
  await api('POST', 'reset')
  forgetCalls()
  await draw()
})
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Refused) event.preventDefault()
})
addEventListener('hashchange', async () => {
  if (location.hash === '#content') return
  await draw()
  content.focus()
})

const { corp, seed, url } = await api('GET', 'state')
document.getElementById('corp').textContent = `${corp.name} ${corp.id} · ${seed}`
document.getElementById('origin').textContent = url
listen()
await draw()
