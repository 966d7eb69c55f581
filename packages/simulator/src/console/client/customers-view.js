import { api } from './api.js'
import { button, el, pretty, section, table } from './dom.js'
import { actForm } from './forms.js'
import { t } from './texts.js'

/** Customers and who serves them: what happens between people in WeCom and WeChat is one click each. */
export async function customersView(redraw) {
  const { customers } = await api('GET', 'customers')
  const add = await actForm('POST customers', {
    submit: t('addCustomer'),
    first: ['userid', 'name'],
    value: { userid: 'zhangsan' },
    done: redraw,
  })
  const rows = customers.flatMap((customer) =>
    customer.follows.map((follow) => customerRow(customer, follow, redraw)),
  )
  const headings = [
    ['tight', t('externalUserid')],
    ['tight', t('name')],
    ['tight', t('servedBy')],
    t('remark'),
    '',
  ]
  return [
    section(
      t('customers'),
      el('p', { className: 'soft' }, t('customersNote')),
      add.element,
      table(t('customers'), headings, rows),
    ),
  ]
}

function customerRow({ externalUserid, name }, follow, redraw) {
  const { remark, userid } = follow
  const happen = (what) =>
    button(
      t(what),
      async () => {
        await api('POST', `customers/${what}`, { userid, externalUserid })
        await redraw()
      },
      { 'aria-label': `${t(what)} ${name} ${userid}` },
    )
  return {
    key: `${externalUserid} ${userid}`,
    cells: [externalUserid, name, userid, remark, el('span', { className: 'row' }, ...doings.map(happen))],
    detail: () => [pretty(follow)],
  }
}

/** Switches below `customers/`, and the texts of their buttons. */
const doings = ['edit', 'remove', 'leave']
