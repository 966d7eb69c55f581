import { tellApproval } from '../messages/approval-event.ts'
import { anyText, maybe, object, oneOf, type Shape, text } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { Approval, ApprovalStep } from '../world/approvals.ts'
import { act, type ActsOf } from './act.ts'

/** What happens to an application. */
export interface Decision {
  /** `withdraw` is the applicant's, the others an approver's. */
  action: 'agree' | 'refuse' | 'withdraw'
  /** Whose turn it is. @default the first approver who has not decided */
  userid?: string | undefined
  /** @default '' */
  speech?: string | undefined
}

/**
 * Applications of the app 审批 and what approvers do with them. Each act sends the event `sys_approval_change` to the
 * callback URL of 审批, or, while that has none, to every app that has one.
 */
export interface ApprovalsApi {
  /** Newest last. */
  list(): Approval[]
  /** @throws TypeError for an unknown number, a finished application, or somebody who has nothing to decide. */
  decide(spNo: string, decision: Decision): Approval
}

const decision: Shape<Decision> = object<Decision>({
  action: oneOf('agree', 'refuse', 'withdraw'),
  userid: maybe(text),
  speech: maybe(anyText),
})

/** The acts behind {@link ApprovalsApi}. */
export const approvalActs: ActsOf<ApprovalsApi> = {
  list: act({
    http: 'GET approvals',
    input: [],
    run: ({ world }) => world.approvals.all(),
    answer: (approvals) => ({ count: approvals.length, approvals }),
  }),
  decide: act({
    http: 'POST approvals/:id',
    input: [text, decision],
    run: decide,
    answer: (approval) => ({ approval }),
  }),
}

function decide({ world }: Simulation, spNo: string, { action, speech = '', userid }: Decision): Approval {
  const approval = world.approvals.find(spNo)
  if (approval === undefined) throw new TypeError(`there is no application ${spNo}`)
  if (approval.status !== 1) throw new TypeError(`application ${spNo} is finished`)
  if (action === 'withdraw') approval.status = 4
  else world.approvals.decide(approval, stepOf(approval, userid), action === 'agree' ? 2 : 3, speech)
  tellApproval(world, approval)
  return approval
}

function stepOf({ nodes, spNo }: Approval, userid: string | undefined): ApprovalStep {
  const open = nodes
    .filter(({ type }) => type !== 2)
    .flatMap(({ steps }) => steps.filter(({ status }) => status === 1))
  const step = open.find((each) => userid === undefined || each.userid.toLowerCase() === userid.toLowerCase())
  if (step === undefined) throw new TypeError(`userid: nobody of that name has to decide application ${spNo}`)
  return step
}
