import { api, formOf, refused } from './api.js'
import { button, el, section } from './dom.js'
import { control } from './forms.js'
import { hint } from './labels.js'
import { t } from './texts.js'

const steps = [
  ['minutes5', 300_000],
  ['hours2', 7_200_000],
  ['days1', 86_400_000],
]
/** Settings whose parts are settings; the others are one control each. */
const groups = ['gettoken', 'rateLimit', 'login', 'callbacks']

/** The clock, and every setting with a control of its own: what is changed holds at once. */
export async function settingsView(redraw) {
  const [clock, settings, start, form] = await Promise.all([
    api('GET', 'clock'),
    api('GET', 'settings'),
    api('GET', 'settings/start'),
    formOf('POST settings'),
  ])
  const move = async (body) => {
    await api('POST', 'clock', body)
    await redraw()
  }
  const save = async (patch) => {
    await api('POST', 'settings', patch)
    await redraw()
  }
  const single = Object.keys(form.fields).filter((name) => !groups.includes(name))
  const rows = (fields, names, at, put) =>
    names.map((name) => {
      const path = at === undefined ? name : `${at}.${name}`
      const [now, before] = at === undefined ? [settings, start] : [settings[at], start[at]]
      return settingRow({
        path,
        form: fields[name],
        now: now[name],
        before: before[name],
        put: (value) => put(name, value),
      })
    })
  return [
    section(
      t('now'),
      el(
        'div',
        { className: 'row' },
        ...steps.map(([key, advanceMs]) => button(`${t('advance')} ${t(key)}`, () => move({ advanceMs }))),
        button(t(clock.frozen ? 'resume' : 'freeze'), () => move({ frozen: !clock.frozen })),
      ),
    ),
    section(
      t('general'),
      el('p', { className: 'soft' }, t('settingsNote')),
      ...rows(form.fields, single, undefined, (name, value) => save({ [name]: value })),
    ),
    ...groups.map((group) =>
      section(
        group,
        ...rows(form.fields[group].fields, Object.keys(form.fields[group].fields), group, (name, value) =>
          save({ [group]: { ...settings[group], [name]: value } }),
        ),
      ),
    ),
  ]
}

function settingRow({ before, form, now, path, put }) {
  const { element, read } = control({ ...form, optional: now === undefined }, path, now)
  element.setAttribute('aria-label', path)
  element.addEventListener('change', () => {
    if (element.validity.valid) void put(read())
    else throw refused(`${path}: ${element.validationMessage}`)
  })
  const differs = JSON.stringify(now) !== JSON.stringify(before)
  const back = button(t('back'), () => put(before), { 'aria-label': `${t('back')} ${path}` })
  return el(
    'div',
    { className: differs ? 'setting changed' : 'setting' },
    el('span', {}, el('code', {}, path), ' ', el('span', { className: 'soft' }, hint(path))),
    el('span', { className: 'row' }, element, differs ? back : undefined),
  )
}
