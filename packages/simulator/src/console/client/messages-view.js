import { api } from './api.js'
import { button, clock, el, pretty, section, table } from './dom.js'
import { t } from './texts.js'

/** What the messages of apps delivered. */
export async function messagesView(redraw) {
  const { messages } = await api('GET', 'messages')
  const clear = button(t('clear'), async () => {
    await api('DELETE', 'messages')
    await redraw()
  })
  const rows = messages.toReversed().map((message) => ({
    key: `${message.serial} ${message.at}`,
    cells: [
      `${clock(message.at)} #${message.serial}`,
      message.app,
      message.msgtype,
      String(message.recipients),
      message.delivered.slice(0, 20).join(', '),
      el('code', {}, JSON.stringify(message.content).slice(0, 200)),
    ],
    detail: () => [pretty(message)],
  }))
  const headings = [
    ...['time', 'app', 'msgtype', 'recipients'].map((key) => ['tight', t(key)]),
    t('to'),
    t('content'),
  ]
  return [section(t('messages'), clear, table(t('messages'), headings, rows))]
}
