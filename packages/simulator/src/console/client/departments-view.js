import { api } from './api.js'
import { button, el, section, split, table } from './dom.js'
import { editDialog } from './edit-dialog.js'
import { t } from './texts.js'

/** Departments: add, edit, delete. */
export async function departmentsView(redraw) {
  const { departments } = await api('GET', 'departments')
  const rows = departments.map((department) => [
    String(department.id),
    department.name,
    String(department.parentid),
    String(department.order),
    department.department_leader.join(', '),
    el(
      'span',
      { className: 'row' },
      button(t('edit'), () => edit(department, redraw), { 'aria-label': `${t('edit')} ${department.id}` }),
      button(t('remove'), () => remove(department, redraw), {
        'aria-label': `${t('remove')} ${department.id}`,
      }),
    ),
  ])
  return [
    section(
      t('departments'),
      button(t('add'), () => edit(undefined, redraw), { className: 'primary' }),
      el('p', { className: 'soft', role: 'status' }, `${departments.length} ${t('count')}`),
      table(t('departments'), ['id', t('departmentName'), t('parentid'), t('order'), t('head'), ''], rows),
    ),
  ]
}

async function edit(department, redraw) {
  const fields = [
    ['name', t('departmentName'), department?.name, { required: true }],
    ['parentid', t('parentid'), String(department?.parentid ?? 1)],
    ['order', t('order'), String(department?.order ?? 0)],
    ['department_leader', t('head'), department?.department_leader.join(',')],
  ]
  await editDialog(department?.name ?? t('add'), fields, async (values) => {
    const body = {
      name: values.name,
      parentid: Number(values.parentid),
      order: Number(values.order),
      department_leader: split(values.department_leader),
    }
    if (department === undefined) await api('POST', 'departments', body)
    else await api('PATCH', `departments/${department.id}`, body)
  })
  await redraw()
}

async function remove(department, redraw) {
  if (!confirm(`${t('confirmRemove')} ${department.name}?`)) return
  await api('DELETE', `departments/${department.id}`)
  await redraw()
}
