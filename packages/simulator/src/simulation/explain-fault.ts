import type { Fault } from '../faults/fault.ts'
import type { Reason } from '../wire/reason.ts'

/** Why a request went wrong on command. */
export function explainFault(fault: Fault): Reason {
  return { rule: 'fault', reason: `a fault of kind ${fault.kind} was ordered for ${fault.path}` }
}
