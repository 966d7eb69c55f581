import type { Clock } from './clock.ts'
import { randomText } from './random-text.ts'

/** A text in one language, as approval templates have them. */
export interface ApprovalText {
  text: string
  lang: string
}

/** A form to apply with. */
export interface ApprovalTemplate {
  readonly id: string
  /** Name of the app that made it by API and alone may change it; undefined for one of an admin. */
  readonly app: string | undefined
  names: readonly ApprovalText[]
  /** `controls` as the API takes and gives them. */
  content: Readonly<Record<string, unknown>>
}

/** 1 under way, 2 agreed to, 3 refused, 4 withdrawn. */
export type ApprovalStatus = 1 | 2 | 3 | 4

/** One person in a node of an approval's way. */
export interface ApprovalStep {
  readonly userid: string
  status: ApprovalStatus
  speech: string
  /** Unix seconds, 0 while nothing happened. */
  at: number
}

/** A node of an approval's way. */
export interface ApprovalNode {
  /** 1 approvers, 2 people who are told, 3 people who handle it. */
  readonly type: 1 | 2 | 3
  /** 1 all must agree, 2 one suffices, 3 one after the other. */
  readonly relation: number
  readonly steps: readonly ApprovalStep[]
}

/** An application that was handed in. */
export interface Approval {
  readonly spNo: string
  readonly templateId: string
  readonly name: string
  /** Unix seconds. */
  readonly applyTime: number
  readonly userid: string
  readonly partyId: number
  readonly contents: readonly unknown[]
  readonly nodes: readonly ApprovalNode[]
  status: ApprovalStatus
}

/** Applications and templates that were there before. */
export interface MadeApprovals {
  approvalTemplates?: readonly ApprovalTemplate[]
  approvals?: readonly Approval[]
}

/** The approvals of one world. */
export class Approvals {
  readonly #clock: Clock
  readonly #templates = new Map<string, ApprovalTemplate>()
  readonly #approvals = new Map<string, Approval>()
  #serial: number

  constructor(clock: Clock, { approvals = [], approvalTemplates = [] }: MadeApprovals = {}) {
    this.#clock = clock
    this.putTemplate(leaveTemplate)
    for (const template of approvalTemplates) this.putTemplate(template)
    for (const approval of approvals) this.#approvals.set(approval.spNo, approval)
    this.#serial = approvals.length
  }

  templates(): ApprovalTemplate[] {
    return [...this.#templates.values()]
  }

  template(id: string): ApprovalTemplate | undefined {
    return this.#templates.get(id)
  }

  putTemplate(template: ApprovalTemplate): void {
    this.#templates.set(template.id, template)
  }

  newTemplateId(): string {
    return randomText(43)
  }

  all(): Approval[] {
    return [...this.#approvals.values()]
  }

  find(spNo: string): Approval | undefined {
    return this.#approvals.get(spNo)
  }

  /** Numbered by the day: 202601010001 and so on. */
  add(approval: Omit<Approval, 'spNo' | 'applyTime' | 'status'>): Approval {
    this.#serial += 1
    const day = new Date(this.#clock.now()).toISOString().slice(0, 10).replaceAll('-', '')
    const spNo = `${day}${String(this.#serial).padStart(4, '0')}`
    const kept: Approval = { spNo, applyTime: this.#clock.seconds(), status: 1, ...approval }
    this.#approvals.set(spNo, kept)
    return kept
  }

  /** What one approver does, and what becomes of the whole. */
  decide(approval: Approval, step: ApprovalStep, status: 2 | 3, speech: string): void {
    step.status = status
    step.speech = speech
    step.at = this.#clock.seconds()
    const deciding = approval.nodes.filter(({ type }) => type !== 2)
    if (status === 3) approval.status = 3
    else if (deciding.every(isAgreed)) approval.status = 2
  }
}

function isAgreed({ relation, steps }: ApprovalNode): boolean {
  const agreed = steps.filter(({ status }) => status === 2).length
  return relation === 2 ? agreed > 0 : agreed === steps.length
}

/** One form that every corp begins with. */
const leaveTemplate: ApprovalTemplate = {
  id: 'simulated-template-of-a-leave-0000000000001',
  app: undefined,
  names: [{ text: '请假', lang: 'zh_CN' }],
  content: {
    controls: [
      {
        property: {
          control: 'Text',
          id: 'Text-1',
          title: [{ text: '事由', lang: 'zh_CN' }],
          placeholder: [{ text: '请输入', lang: 'zh_CN' }],
          require: 1,
          un_print: 0,
        },
        config: {},
      },
    ],
  },
}
