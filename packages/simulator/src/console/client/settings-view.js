import { api, refused } from './api.js'
import { button, el, form, section } from './dom.js'
import { t } from './texts.js'

const steps = [
  ['minutes5', 300_000],
  ['hours2', 7_200_000],
  ['days1', 86_400_000],
]

/** The clock and all settings as JSON. */
export async function settingsView(redraw) {
  const [clock, settings] = await Promise.all([api('GET', 'clock'), api('GET', 'settings')])
  const move = async (body) => {
    await api('POST', 'clock', body)
    await redraw()
  }
  const text = el(
    'textarea',
    { name: 'settings', spellcheck: false, rows: 28, 'aria-label': t('settings') },
    JSON.stringify(settings, null, 2),
  )
  const save = form(
    {},
    async (values) => {
      await api('POST', 'settings', readJson(values.settings))
      await redraw()
    },
    text,
    el('button', { className: 'primary' }, t('save')),
  )
  return [
    section(
      t('now'),
      el('p', { role: 'status' }, new Date(clock.now).toLocaleString(document.documentElement.lang)),
      el(
        'div',
        { className: 'row' },
        ...steps.map(([key, advanceMs]) => button(`${t('advance')} ${t(key)}`, () => move({ advanceMs }))),
        button(t(clock.frozen ? 'resume' : 'freeze'), () => move({ frozen: !clock.frozen })),
      ),
    ),
    section(t('settings'), el('p', { className: 'soft' }, t('settingsNote')), save),
  ]
}

function readJson(text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refused(`${t('notJson')}: ${error.message}`)
  }
}
