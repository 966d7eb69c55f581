import { api } from './api.js'
import { button, choice, el, field, form, section, table } from './dom.js'
import { t } from './texts.js'

const kinds = ['errcode', 'http', 'delay', 'hang', 'reset', 'truncate', 'html', 'malformed', 'slow-body']
/** Which field the argument of a kind fills. */
const argument = { errcode: 'errcode', http: 'status', delay: 'ms', 'slow-body': 'ms' }
const paths = [
  '/cgi-bin/gettoken',
  '/cgi-bin/auth/getuserinfo',
  '/cgi-bin/user/get',
  '/cgi-bin/user/list',
  '/cgi-bin/user/list_id',
  '/cgi-bin/department/simplelist',
  '/cgi-bin/message/send',
  '/connect/oauth2/authorize',
  '/wwlogin/sso/login',
]

/** Scripted and random faults. */
export async function faultsView(redraw) {
  const { faults, random } = await api('GET', 'faults')
  const script = form(
    { className: 'row' },
    async ({ kind, path, times, value }) => {
      const name = argument[kind]
      await api('POST', 'faults', {
        path,
        kind,
        times: Number(times),
        ...(name === undefined || value === '' ? {} : { [name]: Number(value) }),
      })
      await redraw()
    },
    field(t('path'), { name: 'path', value: paths[0], required: true }),
    choice(t('kind'), 'kind', kinds),
    field(t('value'), { name: 'value', value: '-1' }),
    field(t('times'), { name: 'times', type: 'number', min: 1, value: 1 }),
    el('button', { className: 'primary' }, t('add')),
  )
  script.querySelector('input').setAttribute('list', 'fault-paths')
  script.append(el('datalist', { id: 'fault-paths' }, ...paths.map((value) => el('option', { value }))))
  const chance = form(
    { className: 'row' },
    async ({ rate, seed }) => {
      await api('POST', 'faults/random', {
        rate: Number(rate),
        ...(seed === '' ? {} : { seed: Number(seed) }),
      })
      await redraw()
    },
    field(t('rate'), {
      name: 'rate',
      type: 'number',
      min: 0,
      max: 1,
      step: 'any',
      value: random?.rate ?? 0.2,
    }),
    field(t('seed'), { name: 'seed', value: random?.seed ?? '' }),
    el('button', {}, t('start')),
  )
  const clear = button(t('clearFaults'), async () => {
    await api('DELETE', 'faults')
    await redraw()
  })
  return [
    section(
      t('faults'),
      script,
      table(
        t('pending'),
        ['path', 'kind', 'times', 'value'].map(t),
        faults.map((fault) => [
          el('code', {}, fault.path),
          fault.kind,
          String(fault.times),
          String(fault[argument[fault.kind]] ?? ''),
        ]),
      ),
    ),
    section(
      t('random'),
      chance,
      el(
        'p',
        { role: 'status' },
        random === null ? t('none') : `${t('running')}: ${random.rate}, ${t('seed')} ${random.seed}`,
      ),
      clear,
    ),
  ]
}
