import { api } from './api.js'
import { button, choice, clock, el, form, section, table } from './dom.js'
import { t } from './texts.js'

/** Apps with their secrets covered, tokens and codes by number. */
export async function appsView(redraw) {
  const [{ apps }, { tokens }, { codes }] = await Promise.all([
    api('GET', 'state'),
    api('GET', 'tokens'),
    api('GET', 'codes'),
  ])
  const revoke = form(
    { className: 'row' },
    async ({ answer, app }) => {
      await api('POST', 'tokens/revoke', { answer: Number(answer), ...(app === '' ? {} : { app }) })
      await redraw()
    },
    choice(t('app'), 'app', [['', '*'], ...apps.map(({ name }) => name)]),
    choice(t('answer'), 'answer', ['40014', '42001']),
    el('button', {}, t('revoke')),
  )
  return [
    section(
      t('apps'),
      table(t('apps'), ['name', 'kind', 'agentId', 'secret', 'callback'].map(t), apps.map(appRow)),
    ),
    section(
      t('tokens'),
      el('p', { className: 'soft' }, t('tokensNote')),
      revoke,
      table(
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
      ),
    ),
    section(
      t('codes'),
      table(
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
      ),
    ),
  ]
}

function appRow({ agentId, callback, kind, name, secret }) {
  return [name, kind, String(agentId ?? ''), cover(secret), callback?.url]
}

/** Covered until asked for, so that a screen can be shared. */
function cover(secret) {
  const text = el('code', {}, '••••••••')
  const toggle = button(
    t('show'),
    () => {
      const covered = text.textContent !== secret
      text.textContent = covered ? secret : '••••••••'
      toggle.textContent = t(covered ? 'hide' : 'show')
      toggle.setAttribute('aria-pressed', String(covered))
    },
    { 'aria-pressed': 'false' },
  )
  return el('span', {}, text, ' ', toggle)
}
