import { existsSync, readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { type DoctorSettings, type Environment, readSettings } from './settings.ts'
import { UsageError } from '../usage-error.ts'
import { type Language, languageOf } from '../words.ts'

// No flag takes a secret: every user of the machine sees the arguments of every process.
const options = {
  'corp-id': { type: 'string' },
  'agent-id': { type: 'string' },
  'base-url': { type: 'string' },
  'api-base-url': { type: 'string' },
  'authorize-base-url': { type: 'string' },
  'login-base-url': { type: 'string' },
  'callback-path': { type: 'string' },
  env: { type: 'string' },
  with: { type: 'string', multiple: true },
  contacts: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
} as const

/** What the command line says, with the settings that belong to it. */
export interface Arguments {
  readonly settings: DoctorSettings
  /** Settings of `--with`. */
  readonly others: readonly DoctorSettings[]
  readonly language: Language
  readonly json: boolean
  readonly contacts: boolean
  /** What is no flag. */
  readonly words: readonly string[]
}

/** Reads flags, environment and `.env`, the first that has a value wins. @throws UsageError */
export function readArguments(args: readonly string[], environment: Environment = process.env): Arguments {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const file = values.env ?? '.env'
  if (values.env !== undefined && !existsSync(file)) throw new UsageError(`--env: there is no file ${file}`)
  const fromFile = existsSync(file) ? readFile(file) : {}
  const present = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
  const settings = readSettings({ ...fromFile, ...Object.fromEntries(present) })
  return {
    settings: { ...settings, ...fromFlags(values) },
    others: (values.with ?? []).map((name) => readSettings(readFile(name))),
    language: readLanguage(values.lang, environment),
    json: values.json,
    contacts: values.contacts,
    words: positionals,
  }
}

function fromFlags(values: Readonly<Record<string, unknown>>): DoctorSettings {
  const flags = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'env' && name !== 'lang' ? [[camelCase(name), value]] : [],
  )
  return Object.fromEntries(flags)
}

function camelCase(flag: string): string {
  return flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function readFile(name: string): Environment {
  try {
    return parseEnv(readFileSync(name, 'utf8'))
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function readLanguage(flag: string | undefined, environment: Environment): Language {
  if (flag === undefined) return languageOf(environment)
  if (flag === 'en' || flag === 'zh') return flag
  throw new UsageError(`--lang must be en or zh, not "${flag}"`)
}
