import type { Approval, ApprovalNode } from '../world/approvals.ts'
import type { EventFields } from '../world/event.ts'
import type { World } from '../world/world.ts'

/** WeCom's own number of the app 审批. */
const approvalAgentId = 3_010_040

/**
 * Tells the app 审批 that an application came or went on.
 *
 * How sure: fields official (page of 2025-06-11); StatuChangeEvent is 1 for a new one, 2 agreed, 3 refused, 6 withdrawn.
 * @see https://developer.work.weixin.qq.com/document/path/91815
 */
export function tellApproval(world: World, approval: Approval): void {
  const changes = { 1: 1, 2: 2, 3: 3, 4: 6 } as const
  world.tell({
    to: { kind: 'approval' },
    fields: {
      Event: 'sys_approval_change',
      AgentID: approvalAgentId,
      ApprovalInfo: {
        SpNoStr: approval.spNo,
        SpNo: Number(approval.spNo),
        SpName: approval.name,
        SpStatus: approval.status,
        TemplateId: approval.templateId,
        ApplyTime: approval.applyTime,
        Applyer: { UserId: approval.userid, Party: String(approval.partyId) },
        SpRecord: approval.nodes.filter(({ type }) => type !== 2).map(recordOf),
        StatuChangeEvent: changes[approval.status],
      },
    },
  })
}

function recordOf({ relation, steps }: ApprovalNode): EventFields {
  return {
    SpStatus: steps.find(({ status }) => status !== 1)?.status ?? 1,
    ApproverAttr: relation === 2 ? 1 : 2,
    Details: steps.map(({ at, speech, status, userid }) => ({
      Approver: { UserId: userid },
      Speech: speech,
      SpStatus: status,
      SpTime: at,
    })),
  }
}
