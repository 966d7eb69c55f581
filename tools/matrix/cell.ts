import type { CommandResult } from '../support/run-command.ts'

/** One cell of a table: what it says, and whether that is what we promise. */
export interface Cell {
  readonly text: string
  readonly good: boolean
  /** What was printed, when it is not good. */
  readonly output?: string
}

/** `ok`, or what went wrong. */
export function cellOf({ exitCode, output }: CommandResult): Cell {
  return exitCode === 0 ? { text: 'ok', good: true } : { text: 'FAILS', good: false, output }
}

/** Says what is printed when a whole row could not be made. */
export function failedCell(error: unknown): Cell {
  return { text: 'FAILS', good: false, output: error instanceof Error ? error.message : String(error) }
}
