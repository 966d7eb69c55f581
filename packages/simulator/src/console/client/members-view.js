import { api } from './api.js'
import { button, el, field, form, section, split, table } from './dom.js'
import { editDialog } from './edit-dialog.js'
import { t } from './texts.js'

const shown = 100
let search = ''

/** Members: find, add, edit, delete. */
export async function membersView(redraw) {
  const { count, users } = await api('GET', `users?limit=${shown}&search=${encodeURIComponent(search)}`)
  const find = form(
    { className: 'row', role: 'search' },
    async (values) => {
      search = values.search
      await redraw()
    },
    field(t('search'), { name: 'search', type: 'search', value: search }),
    el('button', {}, t('search')),
  )
  const rows = users.map((user) => [
    user.userid,
    user.name,
    user.department.join(', '),
    user.position,
    user.mobile,
    String(user.status),
    el(
      'span',
      { className: 'row' },
      button(t('edit'), () => edit(user, redraw), { 'aria-label': `${t('edit')} ${user.userid}` }),
      button(t('remove'), () => remove(user, redraw), { 'aria-label': `${t('remove')} ${user.userid}` }),
    ),
  ])
  return [
    section(
      t('members'),
      find,
      button(t('add'), () => edit(undefined, redraw), { className: 'primary' }),
      el('p', { className: 'soft', role: 'status' }, `${users.length} / ${count} ${t('found')}`),
      table(
        t('members'),
        [t('userid'), t('name'), t('departments'), t('position'), t('mobile'), t('status'), ''],
        rows,
      ),
    ),
  ]
}

async function edit(user, redraw) {
  const fields = [
    ['userid', t('userid'), user?.userid, { required: true }],
    ['name', t('name'), user?.name, { required: true }],
    ['department', t('department'), user?.department.join(',') ?? '1', { required: true }],
    ['position', t('position'), user?.position],
    ['alias', t('alias'), user?.alias],
    ['mobile', t('mobile'), user?.mobile],
    ['email', t('email'), user?.email],
    ['status', t('memberStatus'), String(user?.status ?? 1)],
  ]
  await editDialog(user?.userid ?? t('add'), fields, async (values) => {
    const body = {
      ...values,
      department: split(values.department).map(Number),
      status: Number(values.status),
    }
    if (user === undefined) await api('POST', 'users', body)
    else await api('PATCH', `users/${encodeURIComponent(user.userid)}`, body)
  })
  await redraw()
}

async function remove(user, redraw) {
  if (!confirm(`${t('confirmRemove')} ${user.userid}?`)) return
  await api('DELETE', `users/${encodeURIComponent(user.userid)}`)
  await redraw()
}
