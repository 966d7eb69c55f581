import { api } from './api.js'
import { button, clock, el, pretty, section, table } from './dom.js'
import { t } from './texts.js'

/** Applications of 审批, and what the next approver or the applicant does with them. */
export async function approvalsView(redraw) {
  const { approvals } = await api('GET', 'approvals')
  const headings = [
    ...['spNo', 'time', 'template', 'applicant', 'status'].map((key) => ['tight', t(key)]),
    t('approvers'),
    '',
  ]
  const rows = approvals.toReversed().map((approval) => approvalRow(approval, redraw))
  return [
    section(
      t('approvals'),
      el('p', { className: 'soft' }, t('approvalsNote')),
      table(t('approvals'), headings, rows),
    ),
  ]
}

function approvalRow(approval, redraw) {
  const { applyTime, name, nodes, spNo, status, userid } = approval
  const decide = (action) =>
    button(
      t(action),
      async () => {
        await api('POST', `approvals/${spNo}`, { action })
        await redraw()
      },
      { 'aria-label': `${t(action)} ${spNo}` },
    )
  return {
    key: spNo,
    cells: [
      spNo,
      clock(applyTime * 1000),
      name,
      userid,
      t(`approval${status}`),
      nodes.map(describeNode).join(' → '),
      el('span', { className: 'row' }, ...(status === 1 ? ['agree', 'refuse', 'withdraw'].map(decide) : [])),
    ],
    detail: () => [pretty(approval)],
  }
}

const marks = { 1: '…', 2: '✓', 3: '✗', 4: '↩' }

function describeNode({ steps, type }) {
  const names = steps.map(({ status, userid }) => (type === 2 ? userid : `${userid} ${marks[status]}`))
  return type === 2 ? `${t('told')} ${names.join(', ')}` : names.join(', ')
}
