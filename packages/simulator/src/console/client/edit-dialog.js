import { button, el, field, form } from './dom.js'
import { t } from './texts.js'

/** Opens a dialog with fields `[name, label, value]`; resolves when it was saved or closed. */
export function editDialog(title, fields, save) {
  return new Promise((resolve) => {
    const dialog = el('dialog', { 'aria-label': title })
    const content = form(
      {},
      async (values) => {
        await save(values)
        dialog.close()
      },
      el('h2', {}, title),
      el('p', { className: 'notice', role: 'alert', hidden: true }),
      ...fields.map(([name, label, value, properties]) =>
        field(label, { name, value: value ?? '', ...properties }),
      ),
      el(
        'div',
        { className: 'row' },
        el('button', { className: 'primary' }, t('save')),
        button(t('cancel'), () => dialog.close()),
      ),
    )
    dialog.append(content)
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve()
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
