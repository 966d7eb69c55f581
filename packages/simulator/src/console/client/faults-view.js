import { api } from './api.js'
import { button, el, section, table } from './dom.js'
import { actForm } from './forms.js'
import { t } from './texts.js'

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

/** Faults, scripted and random, and answers of one's own; each can be taken back by one click. */
export async function faultsView(redraw) {
  const [{ faults, random }, { stubs }] = await Promise.all([api('GET', 'faults'), api('GET', 'stubs')])
  const script = await actForm('POST faults', {
    submit: t('add'),
    value: { path: paths[0], errcode: -1, status: 503, ms: 1000, times: 1 },
    done: redraw,
  })
  const chance = await actForm('POST faults/random', {
    submit: t('start'),
    first: ['rate', 'seed'],
    value: { rate: random?.rate ?? 0.2, ...(random ? { seed: random.seed } : {}) },
    done: redraw,
  })
  const stub = await actForm('POST stubs', {
    submit: t('addStub'),
    value: { path: '/cgi-bin/user/get', answer: { errcode: 0 } },
    done: redraw,
  })
  const remove = (path, name) =>
    button(
      t('remove'),
      async () => {
        await api('DELETE', path)
        await redraw()
      },
      { 'aria-label': `${t('remove')} ${name}` },
    )
  const stop = async () => {
    await api('POST', 'faults/random', { rate: 0 })
    await redraw()
  }
  return [
    section(
      t('faults'),
      script.element,
      faultTable(faults, remove),
      clear('faults', t('clearFaults'), redraw),
    ),
    section(
      t('random'),
      chance.element,
      el(
        'p',
        { role: 'status' },
        random === null ? t('none') : `${t('running')}: ${random.rate}, ${t('seed')} ${random.seed} `,
        random === null ? undefined : button(t('stop'), stop),
      ),
    ),
    section(
      t('stubs'),
      el('p', { className: 'soft' }, t('stubsNote')),
      stub.element,
      stubTable(stubs, remove),
    ),
  ]
}

function clear(path, text, redraw) {
  return button(text, async () => {
    await api('DELETE', path)
    await redraw()
  })
}

function faultTable(faults, remove) {
  return table(
    t('pending'),
    [t('path'), t('kind'), t('times'), t('value'), ''],
    faults.map(({ id, kind, path, times, ...rest }) => [
      el('code', {}, path),
      kind,
      String(times),
      Object.values(rest).map(String).join(' '),
      remove(`faults/${id}`, `${kind} ${path}`),
    ]),
  )
}

function stubTable(stubs, remove) {
  return table(
    t('stubs'),
    [t('path'), t('when'), t('answer'), ''],
    stubs.map(({ answer, id, path, when }) => [
      el('code', {}, path),
      el('code', {}, when === undefined ? '' : JSON.stringify(when)),
      el('code', {}, JSON.stringify(answer)),
      remove(`stubs/${id}`, `${t('stubs')} ${path}`),
    ]),
  )
}
