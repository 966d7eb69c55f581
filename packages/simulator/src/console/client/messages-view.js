import { api } from './api.js'
import { button, clock, el, section, table } from './dom.js'
import { t } from './texts.js'

/** What message/send delivered. */
export async function messagesView(redraw) {
  const { messages } = await api('GET', 'messages')
  const clear = button(t('clear'), async () => {
    await api('DELETE', 'messages')
    await redraw()
  })
  const rows = messages
    .toReversed()
    .map((message) => [
      clock(message.at),
      message.app,
      message.msgtype,
      String(message.recipients),
      message.delivered.slice(0, 20).join(', '),
      el('code', {}, JSON.stringify(message.content)),
    ])
  return [
    section(
      t('messages'),
      clear,
      table(t('messages'), ['time', 'app', 'msgtype', 'recipients', 'to', 'content'].map(t), rows),
    ),
  ]
}
