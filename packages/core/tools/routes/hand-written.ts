/** A type written by hand, and the file that declares it as the area files see it. */
export interface HandWrittenType {
  readonly type: string
  readonly from: string
}

/** Types by the place they stand at: `json`, `data.msg_list[]`. */
export type HandWritten = Readonly<Record<string, HandWrittenType>>

const frame = '../../messages/message-frame.ts'
const body = '../../messages/message-body.ts'
const approvals = '../../approvals/approval-control.ts'
const kf = '../../kf/kf-message.ts'

const applied = { 'json.apply_data.contents[]': { type: 'ApplicationControl', from: approvals } }
const answered = { 'data.info.apply_data.contents[]': { type: 'ApprovalControl', from: approvals } }

/**
 * Where the facts are too weak for a useful type (unions whose members differ by one field), a type written by hand
 * stands in the generated files instead.
 */
export const handWritten: Readonly<Record<string, HandWritten>> = {
  'POST /cgi-bin/message/send': { json: { type: 'SendMessage', from: frame } },
  'POST /cgi-bin/message/update_template_card': { json: { type: 'UpdateTemplateCard', from: frame } },
  'POST /cgi-bin/appchat/send': { json: { type: 'SendChatMessage', from: frame } },
  'POST /cgi-bin/webhook/send': { json: { type: 'RobotBody', from: body } },
  'POST /cgi-bin/oa/applyevent': applied,
  'POST /cgi-bin/oa/getapprovaldetail': answered,
  'POST /cgi-bin/oa/journal/get_record_detail': answered,
  'POST /cgi-bin/kf/send_msg': { json: { type: 'KfSend', from: kf } },
  'POST /cgi-bin/kf/sync_msg': { 'data.msg_list[]': { type: 'KfMessage', from: kf } },
}
