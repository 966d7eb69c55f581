import type { Language } from '../words.ts'
import type { DoctorReport, FindingLevel } from './finding.ts'

const marks: Readonly<Record<FindingLevel, string>> = { ok: '✓', warn: '!', error: '✗', skipped: '-' }

/** The report as `wecom doctor` prints it: a line for each finding, what to do below it, and how many are wrong. */
export function printReport({ findings, ok }: DoctorReport, language: Language): string {
  const lines = findings.flatMap(({ id, level, message, fix }) => [
    `${marks[level]} ${id.padEnd(15)} ${message}`,
    ...(fix === undefined ? [] : [`  ${' '.repeat(15)} → ${fix}`]),
  ])
  const errors = findings.filter(({ level }) => level === 'error').length
  const end = {
    en: ok ? 'Nothing is wrong.' : `${errors} wrong.`,
    zh: ok ? '没有发现问题。' : `发现 ${errors} 个问题。`,
  }
  return `${[...lines, '', end[language]].join('\n')}\n`
}
