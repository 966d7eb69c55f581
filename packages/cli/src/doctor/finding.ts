import type { Words } from '../words.ts'

/** What the doctor looks at, in the order of its report. */
export const findingIds = [
  'node',
  'clock',
  'network',
  'secret',
  'ip',
  'agent',
  'domain',
  'domain-file',
  'login',
  'contacts',
  'callback',
  'redis',
  'session-secret',
  'public-address',
  'collision',
] as const

/** Name of one thing that the doctor looks at. */
export type FindingId = (typeof findingIds)[number]

/**
 * `error`: something does not work. `warn`: it works and will surprise somebody. `skipped`: not set up, or something
 * before it is broken.
 */
export type FindingLevel = 'ok' | 'warn' | 'error' | 'skipped'

/** What a check found, in both languages, secrets not yet taken out. */
export interface Diagnosis {
  readonly level: FindingLevel
  /** What was found and why it matters. */
  readonly message: Words
  /** What to do, with the menus of the admin console. */
  readonly fix?: Words
}

/** One line of the report. */
export interface Finding {
  readonly id: FindingId
  readonly level: FindingLevel
  readonly message: string
  readonly fix?: string
}

/** The whole report, as `wecom doctor --json` prints it. */
export interface DoctorReport {
  /** Whether nothing is an `error`. */
  readonly ok: boolean
  readonly findings: readonly Finding[]
}

/** Nothing to complain about. */
export function fine(en: string, zh: string): Diagnosis {
  return { level: 'ok', message: { en, zh } }
}

/** Not looked at, and why. */
export function skipped(en: string, zh: string): Diagnosis {
  return { level: 'skipped', message: { en, zh } }
}

/** Something that does not work, and what to do. */
export function broken(message: Words, fix: Words): Diagnosis {
  return { level: 'error', message, fix }
}

/** Something that works and will surprise somebody. */
export function doubtful(message: Words, fix: Words): Diagnosis {
  return { level: 'warn', message, fix }
}
