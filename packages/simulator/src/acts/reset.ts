import { flag, maybe, object } from '../shape/shape.ts'
import { type Act, slowAct } from './act.ts'

/** What a reset leaves as it is. */
export interface ResetOptions {
  /**
   * Keeps the callback URLs and pushes change_contact for every member and department that the reset changes, one
   * after the other and without being waited for, so that a running receiver is not left with what is gone.
   *
   * @default false
   */
  keepCallbacks?: boolean | undefined
}

/** Back to the seed. */
export const resetAct: Act<[options?: ResetOptions], Promise<void>> = slowAct({
  http: 'POST reset',
  input: [maybe(object<ResetOptions>({ keepCallbacks: maybe(flag) }))],
  run: async (simulation, { keepCallbacks } = {}) => simulation.reset(keepCallbacks),
})
