import { readArguments } from '../settings/read-arguments.ts'
import { UsageError } from '../usage-error.ts'
import { printReport } from './print-report.ts'
import { runDoctor } from './run-doctor.ts'

/** `wecom doctor`. Answers the exit code. */
export async function runDoctorCommand(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args)
  if (parsed.words.length > 0) throw new UsageError(`doctor takes no argument ${parsed.words[0]}`)
  const { settings, others, language } = parsed
  const report = await runDoctor(settings, { others, language, environment: process.env })
  process.stdout.write(
    parsed.json ? `${JSON.stringify(report, undefined, 2)}\n` : printReport(report, language),
  )
  return report.ok ? 0 : 1
}
