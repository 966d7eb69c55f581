import type { Random } from '../random.ts'
import type { SecretSearch } from '../secrets.ts'
import type { Outcome } from '../tally.ts'
import type { Target } from '../target.ts'

/** One way to use the packages, and how to tell a right answer from a wrong one. */
export interface Face {
  readonly name: string
  /** Calls a process once and judges what comes back. */
  call(target: Target, tools: FaceTools): Promise<Outcome>
}

/** What a call may use. */
export interface FaceTools {
  readonly random: Random
  readonly secrets: SecretSearch
}
