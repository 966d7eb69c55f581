import { isWecomError } from '@wecom-kit/core'
import { type Arguments, readArguments } from '../settings/read-arguments.ts'
import { UsageError } from '../usage-error.ts'
import type { DoctorReport } from './finding.ts'
import { printReport } from './print-report.ts'
import { redact } from '../settings/redact.ts'
import { runDoctor } from './run-doctor.ts'

/** `wecom doctor`. Answers the exit code. */
export async function runDoctorCommand(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args)
  if (parsed.words.length > 0) throw new UsageError(`doctor takes no argument ${parsed.words[0]}`)
  const report = await examine(parsed)
  process.stdout.write(
    parsed.json ? `${JSON.stringify(report, undefined, 2)}\n` : printReport(report, parsed.language),
  )
  return report.ok ? 0 : 1
}

async function examine({ settings, others, language }: Arguments): Promise<DoctorReport> {
  try {
    return await runDoctor(settings, { others, language, environment: process.env })
  } catch (error) {
    if (!isWecomError(error)) throw error
    throw new UsageError(redact(error.message, [settings, ...others]))
  }
}
