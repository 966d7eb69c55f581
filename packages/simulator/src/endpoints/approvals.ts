import { tellApproval } from '../messages/approval-event.ts'
import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyNumber, bodyText } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { isRecord } from '../shape/shape.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Approval, ApprovalNode, ApprovalTemplate, ApprovalText } from '../world/approvals.ts'

/** An argument of the approval API that makes no sense; the text names it. */
function argumentError(what: string): Refusal {
  return new Refusal(301025, 'parameters', what, `approval API argument error, ${what}`)
}

/**
 * `POST /cgi-bin/oa/gettemplatedetail`: names and controls of a template.
 *
 * How sure: official; 301026 for an unknown one from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/91982
 */
const getTemplateDetail: Endpoint = {
  path: '/cgi-bin/oa/gettemplatedetail',
  answer(call) {
    const { content, names } = templateOf(call)
    return { template_names: names, template_content: content }
  },
}

/**
 * `POST /cgi-bin/oa/approval/create_template`: a form of the app.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/97437
 */
const createTemplate: Endpoint = {
  path: '/cgi-bin/oa/approval/create_template',
  answer(call) {
    const { approvals } = call.world
    const id = approvals.newTemplateId()
    approvals.putTemplate({ id, app: call.app.name, ...readTemplate(call) })
    return { template_id: id }
  },
}

/**
 * `POST /cgi-bin/oa/approval/update_template`, for the app that made the template.
 *
 * How sure: official; 301088 for another app from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/97438
 */
const updateTemplate: Endpoint = {
  path: '/cgi-bin/oa/approval/update_template',
  answer(call) {
    const template = templateOf(call)
    if (template.app !== call.app.name)
      throw new Refusal(
        301088,
        'owner',
        `the template was made by ${template.app}, and ${call.app.name} asked`,
      )
    Object.assign(template, readTemplate(call))
    return {}
  },
}

function templateOf(call: Call): ApprovalTemplate {
  const template = call.world.approvals.template(bodyText(call, 'template_id') ?? '')
  if (template === undefined)
    throw new Refusal(301026, 'parameters', 'there is no template of this template_id')
  return template
}

function readTemplate({ body }: Call): Pick<ApprovalTemplate, 'names' | 'content'> {
  const { template_content: content, template_name: names } = body
  if (!Array.isArray(names) || names.length === 0) throw argumentError('template_name is empty')
  if (!isRecord(content) || controlsOf(content).length === 0)
    throw argumentError('template_content.controls is empty')
  return { names: names.map(readText), content }
}

function readText(value: unknown): ApprovalText {
  const { lang, text } = isRecord(value) ? value : {}
  return { text: String(text), lang: String(lang) }
}

function controlsOf(content: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const { controls } = content
  const all: unknown[] = Array.isArray(controls) ? controls : []
  return all.flatMap((control) => {
    const { property } = isRecord(control) ? control : {}
    return isRecord(property) ? [property] : []
  })
}

/**
 * `POST /cgi-bin/oa/applyevent`: hands in an application. Required controls of the template must have a value.
 *
 * How sure: official; that the template's own approvers (`use_template_approver` 1) are the applicant's leader here is
 * ours.
 * @see https://developer.work.weixin.qq.com/document/path/91853
 */
const applyEvent: Endpoint = {
  path: '/cgi-bin/oa/applyevent',
  answer(call) {
    const { world } = call
    const member = visibleMember(call, bodyText(call, 'creator_userid') ?? '')
    const template = templateOf(call)
    const approval = world.approvals.add({
      templateId: template.id,
      name: template.names[0]?.text ?? '',
      userid: member.userid,
      partyId: bodyNumber(call, 'choose_department') ?? member.main_department,
      contents: readContents(call, template),
      nodes:
        bodyNumber(call, 'use_template_approver') === 1 ? leaderNode(member.direct_leader) : readNodes(call),
    })
    tellApproval(world, approval)
    return { sp_no: approval.spNo }
  },
}

function readContents({ body }: Call, { content }: ApprovalTemplate): readonly unknown[] {
  const { contents } = isRecord(body['apply_data']) ? body['apply_data'] : {}
  const given: unknown[] = Array.isArray(contents) ? contents : []
  const values = new Map(given.filter(isRecord).map((each) => [each['id'], each]))
  for (const { id, require: needed } of controlsOf(content))
    if (needed === 1 && values.get(id) === undefined)
      throw argumentError(`control ${String(id)} has no value`)
  const titles = new Map(controlsOf(content).map(({ id, title }) => [id, title]))
  return [...values.values()].map((value) =>
    Object.assign({}, value, { title: titles.get(value['id']) ?? [] }),
  )
}

function leaderNode(leaders: readonly string[]): ApprovalNode[] {
  return leaders.length === 0 ? [] : [newNode(1, 1, leaders)]
}

function readNodes(call: Call): ApprovalNode[] {
  const { process } = call.body
  const { node_list: list } = isRecord(process) ? process : {}
  const nodes: unknown[] = Array.isArray(list) ? list : []
  if (nodes.length === 0) throw argumentError('process.node_list is empty')
  return nodes.map((node) => readNode(call, isRecord(node) ? node : {}))
}

function readNode(call: Call, { apv_rel: relation, type, userid }: Record<string, unknown>): ApprovalNode {
  if (type !== 1 && type !== 2 && type !== 3) throw argumentError('node type is not 1, 2 or 3')
  const named: unknown[] = Array.isArray(userid) ? userid : []
  const userids = named.map((each) => {
    const member = call.world.directory.member(String(each))
    if (member === undefined) throw argumentError(`there is no member ${String(each)}`)
    return member.userid
  })
  if (userids.length === 0) throw argumentError('a node has no userid')
  return newNode(type, typeof relation === 'number' ? relation : 1, userids)
}

function newNode(type: ApprovalNode['type'], relation: number, userids: readonly string[]): ApprovalNode {
  return { type, relation, steps: userids.map((userid) => ({ userid, status: 1, speech: '', at: 0 })) }
}

const maxSpanSeconds = 31 * 86_400
const maxSize = 100

/**
 * `POST /cgi-bin/oa/getapprovalinfo`: numbers of the applications of at most 31 days, in pages.
 *
 * How sure: official; 301025 for a span that is too long is our reading.
 * @see https://developer.work.weixin.qq.com/document/path/91816
 */
const getApprovalInfo: Endpoint = {
  path: '/cgi-bin/oa/getapprovalinfo',
  answer(call) {
    const start = Number(call.body['starttime'])
    const end = Number(call.body['endtime'])
    if (!(end > start) || end - start > maxSpanSeconds)
      throw argumentError('starttime and endtime: at most 31 days')
    const size = Math.min(bodyNumber(call, 'size') ?? maxSize, maxSize)
    const found = call.world.approvals
      .all()
      .filter(({ applyTime }) => applyTime >= start && applyTime <= end)
      .filter((approval) => fits(call, approval))
    const from = Number(bodyText(call, 'new_cursor') ?? 0)
    const next = from + size
    return {
      sp_no_list: found.slice(from, next).map(({ spNo }) => spNo),
      ...(next < found.length ? { new_next_cursor: String(next) } : {}),
    }
  },
}

function fits({ body, visibility, world }: Call, approval: Approval): boolean {
  const member = world.directory.member(approval.userid)
  if (member === undefined || !visibility.seesMember(member)) return false
  const { filters } = body
  const wanted: unknown[] = Array.isArray(filters) ? filters : []
  const values: Readonly<Record<string, string>> = {
    template_id: approval.templateId,
    creator: approval.userid,
    department: String(approval.partyId),
    sp_status: String(approval.status),
  }
  return wanted.filter(isRecord).every(({ key, value }) => {
    const own = values[String(key)]
    return own === undefined || own === String(value)
  })
}

/**
 * `POST /cgi-bin/oa/getapprovaldetail`: one application with its way so far.
 *
 * How sure: official; 301025 for an unknown number is our reading.
 * @see https://developer.work.weixin.qq.com/document/path/91983
 */
const getApprovalDetail: Endpoint = {
  path: '/cgi-bin/oa/getapprovaldetail',
  answer(call) {
    const approval = call.world.approvals.find(bodyText(call, 'sp_no') ?? '')
    if (approval === undefined) throw argumentError('there is no such sp_no')
    return { info: detailOf(approval) }
  },
}

function detailOf(approval: Approval): Answer {
  const deciding = approval.nodes.filter(({ type }) => type !== 2)
  return {
    sp_no: approval.spNo,
    sp_name: approval.name,
    sp_status: approval.status,
    template_id: approval.templateId,
    apply_time: approval.applyTime,
    applyer: { userid: approval.userid, partyid: String(approval.partyId) },
    sp_record: deciding.map(recordOf),
    notifyer: approval.nodes
      .filter(({ type }) => type === 2)
      .flatMap(({ steps }) => steps.map(({ userid }) => ({ userid }))),
    apply_data: { contents: approval.contents },
    comments: [],
    process_list: { node_list: approval.nodes.map(nodeOf) },
  }
}

/** `approverattr` counts the other way round than `apv_rel`: 1 is "one suffices", 2 is "all". */
function recordOf({ relation, steps }: ApprovalNode): Answer {
  return {
    sp_status: steps.find(({ status }) => status !== 1)?.status ?? 1,
    approverattr: relation === 2 ? 1 : 2,
    details: steps.map(({ at, speech, status, userid }) => ({
      approver: { userid },
      speech,
      sp_status: status,
      sptime: at,
      media_id: [],
    })),
  }
}

function nodeOf({ relation, steps, type }: ApprovalNode): Answer {
  return {
    node_type: type,
    sp_status: steps.find(({ status }) => status !== 1)?.status ?? 1,
    apv_rel: relation,
    sub_node_list: steps.map(({ at, speech, status, userid }) => ({
      userid,
      speech,
      sp_yj: status,
      sptime: at,
      media_ids: [],
    })),
  }
}

/** Approvals: forms, applications and their way. */
export const approvalEndpoints: readonly Endpoint[] = [
  getTemplateDetail,
  createTemplate,
  updateTemplate,
  applyEvent,
  getApprovalInfo,
  getApprovalDetail,
]
