import { api } from './api.js'
import { button, clock, el, section, table } from './dom.js'
import { actDialog, actForm } from './forms.js'
import { departmentNames } from './names.js'
import { t } from './texts.js'

/** Apps to edit, their secrets covered; tokens and codes by number. */
export async function appsView(redraw) {
  const [{ apps: full }, { apps }, { tokens }, { codes }, { departments }] = await Promise.all([
    api('GET', 'apps'),
    api('GET', 'state'),
    api('GET', 'tokens'),
    api('GET', 'codes'),
    api('GET', 'departments'),
  ])
  const known = { apps: apps.map(({ name }) => name), departments: departmentNames(departments) }
  const outcome = el('p', { role: 'status' })
  const revoke = await actForm('POST tokens/revoke', { submit: t('revoke'), known, done: redraw })
  const issue = await actForm('POST codes', {
    submit: t('issue'),
    known,
    value: { user: 'zhangsan' },
    first: ['user', 'app'],
    done: async ({ code }) => (outcome.textContent = code),
  })
  const headings = ['name', 'kind', 'agentId', 'secret', 'callback', 'visible', 'enabled'].map((key) => [
    'tight',
    t(key),
  ])
  headings[4] = t('callback')
  return [
    section(
      t('apps'),
      table(
        t('apps'),
        [...headings, ''],
        full.map((app) => appRow(app, apps.find(({ name }) => name === app.name)?.callback, known, redraw)),
      ),
    ),
    section(t('tokens'), el('p', { className: 'soft' }, t('tokensNote')), revoke.element, tokenTable(tokens)),
    section(t('codes'), issue.element, outcome, codeTable(codes)),
  ]
}

function appRow(app, callback, known, redraw) {
  const { agentId, enabled = true, kind, name, secret, visible } = app
  const edit = async () => {
    await actDialog(name, 'PATCH apps/:id', {
      path: `apps/${name}`,
      value: { enabled: true, ...app },
      known: { departments: known.departments },
    })
    await redraw()
  }
  const toggle = async () => {
    await api('PATCH', `apps/${name}`, { enabled: !enabled })
    await redraw()
  }
  return [
    name,
    kind,
    String(agentId ?? ''),
    cover(secret),
    callback?.url,
    visible === 'all' ? t('all') : t('some'),
    button(t(enabled ? 'on' : 'off'), toggle, {
      'aria-label': `${t('enabled')} ${name}`,
      'aria-pressed': String(enabled),
    }),
    button(t('edit'), edit, { 'aria-label': `${t('edit')} ${name}` }),
  ]
}

function tokenTable(tokens) {
  return table(
    t('tokens'),
    ['serial', 'app', 'issued', 'expires', 'status'].map(t),
    tokens
      .toReversed()
      .slice(0, 200)
      .map((token) => [
        `#${token.serial}`,
        token.app,
        clock(token.issuedAt),
        clock(token.expiresAt),
        token.status,
      ]),
  )
}

function codeTable(codes) {
  return table(
    t('codes'),
    ['serial', 'user', 'agentId', 'purpose', 'expires', 'status'].map(t),
    codes
      .toReversed()
      .slice(0, 200)
      .map((code) => [
        `#${code.serial}`,
        code.user,
        String(code.agentId ?? ''),
        code.purpose,
        clock(code.expiresAt),
        code.status,
      ]),
  )
}

/** Secrets that were uncovered stay so when the view is drawn again. */
const uncovered = new Set()

/** Covered until asked for, so that a screen can be shared. */
function cover(secret) {
  const text = el('code')
  const toggle = button('', () => {
    if (!uncovered.delete(secret)) uncovered.add(secret)
    draw()
  })
  const draw = () => {
    const open = uncovered.has(secret)
    text.textContent = open ? secret : '••••••••'
    toggle.textContent = t(open ? 'hide' : 'show')
    toggle.setAttribute('aria-pressed', String(open))
  }
  draw()
  return el('span', {}, text, ' ', toggle)
}
