import { errmsg } from './errmsg.ts'
import type { Reason, Rule } from './reason.ts'

/**
 * A business error of WeCom, thrown by rules and endpoints and turned into an answer in one place. The caller reads
 * errcode and text as WeCom would write them; whoever looks at the journal also reads which rule threw it and why.
 */
export class Refusal extends Error {
  readonly errcode: number
  readonly why: Reason

  constructor(errcode: number, rule: Rule, reason: string, text: string = errmsg(errcode)) {
    super(text)
    this.name = 'Refusal'
    this.errcode = errcode
    this.why = { rule, reason }
  }
}
