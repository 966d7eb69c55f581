import { api } from './api.js'
import { button, choice, clock, el, field, form, section, table } from './dom.js'
import { t } from './texts.js'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const sample = { Event: 'change_contact', ChangeType: 'update_user', UserID: 'zhangsan', Department: '4' }

/** Callback URLs, pushes by hand, and what became of each push. */
export async function callbacksView(redraw) {
  const [{ callbacks, deliveries }, { apps }] = await Promise.all([
    api('GET', 'callbacks'),
    api('GET', 'state'),
  ])
  const names = apps.map(({ name }) => name).toSorted((a) => (a === 'contacts-sync' ? -1 : 1))
  const outcome = el('p', { role: 'status' })
  const register = form(
    { className: 'row' },
    async (values) => {
      const { error, verified } = await api('POST', 'callbacks', values)
      if (verified) await redraw()
      else outcome.textContent = `${t('failed')}: ${error}`
    },
    choice(t('app'), 'app', names),
    field(t('url'), { name: 'url', type: 'url', required: true, size: 36 }),
    field(t('token'), { name: 'token', required: true }),
    field(t('encodingAesKey'), { name: 'encodingAesKey', required: true, size: 45 }),
    choice(t('format'), 'format', ['xml', 'json']),
    choice(t('form'), 'form', [
      ['short', t('short')],
      ['long', t('long')],
    ]),
    button(t('generate'), () => generate(register)),
    el('button', { className: 'primary' }, t('register')),
  )
  const event = el('textarea', { name: 'event', spellcheck: false }, JSON.stringify(sample, null, 2))
  const send = form(
    {},
    async (values) => {
      await api('POST', 'callbacks/send', { app: values.app, event: readEvent(values.event) })
      await redraw()
    },
    choice(
      t('app'),
      'app',
      callbacks.map(({ app }) => app),
    ),
    el('label', {}, t('event'), event),
    el('button', { className: 'primary', disabled: callbacks.length === 0 }, t('send')),
  )
  return [
    section(
      t('callbacks'),
      register,
      outcome,
      table(
        t('callbacks'),
        ['app', 'url', 'format', 'form', 'remove'].map(t),
        callbacks.map((each) => [
          each.app,
          each.url,
          each.format,
          t(each.form),
          button(t('remove'), async () => {
            await api('DELETE', `callbacks/${each.app}`)
            await redraw()
          }),
        ]),
      ),
    ),
    section(t('send'), send),
    section(
      t('deliveries'),
      table(
        t('deliveries'),
        ['serial', 'time', 'app', 'event', 'attempts', 'accepted'].map(t),
        deliveries.toReversed().slice(0, 100).map(deliveryRow),
      ),
    ),
  ]
}

function deliveryRow({ accepted, app, at, attempts, event, serial }) {
  const tries = attempts.map(({ durationMs, outcome }) => `${outcome} (${durationMs} ms)`).join(', ')
  return [
    `#${serial}`,
    clock(at),
    app,
    el('code', {}, typeof event === 'string' ? event : JSON.stringify(event)),
    tries,
    el('span', { className: accepted ? 'good' : 'bad' }, accepted ? '✓' : '✗'),
  ]
}

function generate(target) {
  const random = (length) =>
    Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte % letters.length]).join(
      '',
    )
  target.elements.namedItem('token').value = random(24)
  target.elements.namedItem('encodingAesKey').value = random(43)
}

/** Fields when it is JSON, else the text as it is. */
function readEvent(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
