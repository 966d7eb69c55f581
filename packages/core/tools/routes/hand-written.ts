/** A type written by hand, and the file that declares it as the area files see it. */
export interface HandWrittenType {
  readonly type: string
  readonly from: string
}

const frame = '../../messages/message-frame.ts'
const body = '../../messages/message-body.ts'

/**
 * Where the facts are too weak for a useful type (unions whose members differ by one field), a type written by hand
 * stands in the generated files instead.
 */
export const handWritten: Readonly<Record<string, { json?: HandWrittenType; data?: HandWrittenType }>> = {
  'POST /cgi-bin/message/send': { json: { type: 'SendMessage', from: frame } },
  'POST /cgi-bin/message/update_template_card': { json: { type: 'UpdateTemplateCard', from: frame } },
  'POST /cgi-bin/appchat/send': { json: { type: 'SendChatMessage', from: frame } },
  'POST /cgi-bin/webhook/send': { json: { type: 'RobotBody', from: body } },
}
