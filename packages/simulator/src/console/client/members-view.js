import { api } from './api.js'
import { button, el, labelled, section, table } from './dom.js'
import { actDialog } from './forms.js'
import { departmentNames, nameById } from './names.js'
import { t } from './texts.js'

const perPage = 50
const first = ['userid', 'name', 'department', 'position', 'alias', 'mobile', 'email', 'status']
let search = ''
let offset = 0

/** Members: find, add, edit, disable, delete. */
export async function membersView(redraw) {
  const query = new URLSearchParams({ limit: perPage, offset, search })
  const [{ count, users }, { departments }] = await Promise.all([
    api('GET', `users?${query}`),
    api('GET', 'departments'),
  ])
  const names = nameById(departments)
  const known = { departments: departmentNames(departments) }
  const go = async (to) => {
    offset = to
    await redraw()
  }
  const edit = async (user) => {
    await (user === undefined
      ? actDialog(t('add'), 'POST users', { first, known })
      : actDialog(user.userid, 'PATCH users/:id', { first, known, path: pathOf(user), value: user }))
    await redraw()
  }
  const from = count === 0 ? 0 : offset + 1
  return [
    section(
      t('members'),
      searchForm(async (text) => {
        search = text
        await go(0)
      }),
      el(
        'div',
        { className: 'row' },
        button(t('add'), () => edit(undefined), { className: 'primary' }),
        button(t('previous'), () => go(Math.max(0, offset - perPage)), { disabled: offset === 0 }),
        button(t('next'), () => go(offset + perPage), { disabled: offset + perPage >= count }),
        el(
          'span',
          { className: 'soft', role: 'status' },
          `${from}–${offset + users.length} / ${count} ${t('found')}`,
        ),
      ),
      table(
        t('members'),
        [
          ['tight', t('userid')],
          ['tight', t('name')],
          t('departments'),
          t('position'),
          ['tight', t('mobile')],
          ['tight', t('status')],
          '',
        ],
        users.map((user) => memberRow(user, names, () => edit(user), redraw)),
      ),
    ),
  ]
}

function searchForm(find) {
  const input = el('input', { type: 'search', value: search, autocomplete: 'off' })
  const form = el(
    'form',
    { className: 'row', role: 'search' },
    labelled(t('search'), input),
    el('button', {}, t('find')),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void find(input.value)
  })
  return form
}

function memberRow(user, names, edit, redraw) {
  const { userid } = user
  const change = async (method, body) => {
    await api(method, pathOf(user), body)
    await redraw()
  }
  const disabled = user.status === 2
  return [
    userid,
    user.name,
    user.department.map((id) => `${names.get(id) ?? '?'} (${id})`).join(', '),
    user.position,
    user.mobile,
    t(`status${user.status}`),
    el(
      'span',
      { className: 'row' },
      button(t('edit'), edit, { 'aria-label': `${t('edit')} ${userid}` }),
      button(t(disabled ? 'enable' : 'disable'), () => change('PATCH', { status: disabled ? 1 : 2 }), {
        'aria-label': `${t(disabled ? 'enable' : 'disable')} ${userid}`,
      }),
      button(t('remove'), () => confirm(`${t('confirmRemove')} ${userid}?`) && change('DELETE'), {
        'aria-label': `${t('remove')} ${userid}`,
      }),
    ),
  ]
}

function pathOf({ userid }) {
  return `users/${encodeURIComponent(userid)}`
}
