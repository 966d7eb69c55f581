import { api } from './api.js'
import { button, el, section, table } from './dom.js'
import { actDialog } from './forms.js'
import { departmentNames, nameById } from './names.js'
import { t } from './texts.js'

const first = ['name', 'parentid', 'order', 'department_leader', 'name_en']

/** Departments: add, edit, delete. */
export async function departmentsView(redraw) {
  const { departments } = await api('GET', 'departments')
  const names = nameById(departments)
  const known = { departments: departmentNames(departments) }
  const edit = async (department) => {
    await (department === undefined
      ? actDialog(t('add'), 'POST departments', { first, known, value: { parentid: 1 } })
      : actDialog(department.name, 'PATCH departments/:id', {
          first,
          known,
          path: `departments/${department.id}`,
          value: department,
        }))
    await redraw()
  }
  const remove = async ({ id, name }) => {
    if (!confirm(`${t('confirmRemove')} ${name}?`)) return
    await api('DELETE', `departments/${id}`)
    await redraw()
  }
  const rows = departments.map((department) => [
    String(department.id),
    department.name,
    department.parentid === 0 ? '—' : `${names.get(department.parentid) ?? '?'} (${department.parentid})`,
    String(department.order),
    department.department_leader.join(', '),
    el(
      'span',
      { className: 'row' },
      button(t('edit'), () => edit(department), { 'aria-label': `${t('edit')} ${department.id}` }),
      button(t('remove'), () => remove(department), { 'aria-label': `${t('remove')} ${department.id}` }),
    ),
  ])
  return [
    section(
      t('departments'),
      button(t('add'), () => edit(undefined), { className: 'primary' }),
      el('p', { className: 'soft', role: 'status' }, `${departments.length} ${t('count')}`),
      table(t('departments'), ['id', t('departmentName'), t('parentid'), t('order'), t('head'), ''], rows),
    ),
  ]
}
