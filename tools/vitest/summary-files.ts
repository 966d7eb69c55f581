import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from '../support/is-record.ts'

/** What one run of one project came to. */
export interface ProjectSummary {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
  /** Milliseconds since 1970. Before the command began: the result is remembered. */
  readonly endedAt: number
}

/** Where the counts of a project are left, for whoever adds them up; turbo keeps the file with the result. */
export function summaryFileOf(root: string, project: string): string {
  return join(root, '.test', `${project}.json`)
}

/** The counts that were left there, or undefined: then the run has crashed. */
export function readSummary(file: string): ProjectSummary | undefined {
  if (!existsSync(file)) return undefined
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isRecord(value)) return undefined
  const { passed, failed, skipped, seconds, endedAt } = value
  const numbers = [passed, failed, skipped, seconds, endedAt]
  return numbers.every((number) => typeof number === 'number')
    ? {
        passed: Number(passed),
        failed: Number(failed),
        skipped: Number(skipped),
        seconds: Number(seconds),
        endedAt: Number(endedAt),
      }
    : undefined
}
