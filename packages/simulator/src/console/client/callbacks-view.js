import { api } from './api.js'
import { button, clock, el, pretty, section, table } from './dom.js'
import { actForm } from './forms.js'
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
  const register = await actForm('POST callbacks', {
    submit: t('register'),
    known: { apps: names },
    first: ['app', 'url', 'token', 'encodingAesKey'],
    async done({ error, verified }) {
      if (verified) await redraw()
      else outcome.textContent = `${t('failed')}: ${error}`
    },
  })
  register.element.append(button(t('generate'), () => generate(register)))
  const send = await actForm('POST callbacks/send', {
    submit: t('send'),
    known: { apps: callbacks.map(({ app }) => app) },
    value: { app: callbacks[0]?.app, event: sample },
    done: redraw,
  })
  return [
    section(t('callbacks'), register.element, outcome, urlTable(callbacks, redraw)),
    ...(callbacks.length === 0 ? [] : [section(t('sending'), send.element)]),
    section(
      t('deliveries'),
      table(
        t('deliveries'),
        [['tight', t('time')], ['tight', t('app')], t('event'), t('attempts'), ['tight', t('accepted')]],
        deliveries
          .toReversed()
          .slice(0, 100)
          .map((delivery) => deliveryRow(delivery, redraw)),
      ),
    ),
  ]
}

function urlTable(callbacks, redraw) {
  return table(
    t('callbacks'),
    ['app', 'url', 'format', 'form', 'remove'].map(t),
    callbacks.map(({ app, form, format, url }) => [
      app,
      url,
      format,
      t(form),
      button(
        t('remove'),
        async () => {
          await api('DELETE', `callbacks/${app}`)
          await redraw()
        },
        { 'aria-label': `${t('remove')} ${app}` },
      ),
    ]),
  )
}

function deliveryRow(delivery, redraw) {
  const { accepted, app, at, attempts, dropped, event, resendOf, serial } = delivery
  const tries = attempts.map(({ durationMs, outcome }) => `${outcome} (${durationMs} ms)`).join(', ')
  return {
    key: `${serial} ${at}`,
    cells: [
      `${clock(at)} #${serial}`,
      app,
      el('code', {}, `${resendOf === undefined ? '' : `↻ #${resendOf} `}${summary(event)}`),
      dropped ? t('dropped') : tries,
      el('span', { className: accepted ? 'good' : 'bad' }, accepted ? '✓' : '✗'),
    ],
    detail: () => deliveryDetail(delivery, redraw),
  }
}

/** The fields that tell one event from another; the whole message is in the detail. */
function summary(event) {
  if (typeof event === 'string') return event.slice(0, 80)
  return Object.values(event)
    .filter((value) => typeof value !== 'object')
    .join(' ')
    .slice(0, 80)
}

function deliveryDetail({ attempts, plaintext, reply, serial }, redraw) {
  const resend = async () => {
    await api('POST', `callbacks/resend/${serial}`)
    await redraw()
  }
  return [
    el(
      'div',
      { className: 'halves' },
      el('div', {}, el('h3', {}, t('plaintext')), pretty(plaintext)),
      el(
        'div',
        {},
        el('h3', {}, t('answers')),
        ...attempts.map(({ at, durationMs, outcome, response }) =>
          pretty(`${clock(at)} ${outcome} (${durationMs} ms)\n${response ?? ''}`),
        ),
        reply === undefined ? undefined : pretty(reply),
      ),
    ),
    button(t('resend'), resend, { 'aria-label': `${t('resend')} #${serial}` }),
  ]
}

function generate({ set }) {
  const random = (length) =>
    Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte % letters.length]).join(
      '',
    )
  set('token', random(24))
  set('encodingAesKey', random(43))
}
