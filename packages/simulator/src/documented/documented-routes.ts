import { readFileSync } from 'node:fs'
import { isRecord } from '../shape/shape.ts'

/**
 * What the documents say of a value, in few letters: `s` text, `i` whole number, `n` number, `b` boolean, several of
 * them for "one of", `*` anything, `i:1` a number of which 1 is one documented value. A list holds one item schema. An
 * object has a schema per field; `!` behind a name says that it is required, and `$` holds the name of the field that
 * chooses among siblings, followed by its values.
 */
export type Schema = string | readonly [Schema] | ObjectSchema

/** See {@link Schema}. */
export interface ObjectSchema {
  readonly [name: string]: Schema
}

/** One path of WeCom's documents. */
export interface DocumentedRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Our name of the chapter. */
  readonly area: string
  /** Number of the page below developer.work.weixin.qq.com/document/path. */
  readonly page: number
  /** Where the credential stands in the query. */
  readonly token: 'access_token' | 'key' | 'none'
  /** `only`: for contacts-sync alone. `old-ips`: for contacts-sync too, but from IPs known before 2022-08-15. */
  readonly contactsSync: 'only' | 'old-ips' | undefined
  /** Since 2023-12-01 a system app's own secret no longer opens this path to new corps. */
  readonly systemSecretEnded: boolean
  /** A file in the form field `media`. */
  readonly upload: boolean
  /** The answer is a file. */
  readonly file: boolean
  /** The page and a widely used SDK disagree on the method. */
  readonly eitherMethod: boolean
  readonly query: ObjectSchema
  readonly body: ObjectSchema
  readonly response: ObjectSchema
}

let lines: Map<string, string> | undefined
const parsed = new Map<string, DocumentedRoute>()

/** What the documents say of a path; undefined when they do not have it. Read from disk on the first call. */
export function documentedRoute(path: string): DocumentedRoute | undefined {
  const found = parsed.get(path)
  if (found !== undefined) return found
  const line = routeLines().get(path)
  if (line === undefined) return undefined
  const route = parseLine(line)
  parsed.set(path, route)
  return route
}

/** Every documented path that an internal app may call. */
export function documentedPaths(): string[] {
  return [...routeLines().keys()]
}

/** Paths documented for service providers, delegated apps and devices alone, which are not simulated. */
export function pathsElsewhere(): string[] {
  return dataLines('elsewhere.txt').map(pathOf)
}

/** One route a line: method and path, area, page, flags, query, body, response; 0 where there is none. */
function routeLines(): Map<string, string> {
  lines ??= new Map(dataLines('paths.jsonl').map((line) => [pathOf(line), line]))
  return lines
}

/** The path without what stands around it, so that no line is parsed before it is asked for. */
function pathOf(line: string): string {
  return /\/cgi-bin\/[^"\s]+/.exec(line)?.[0] ?? line
}

/** The files stand beside this one, and beside the bundle in `dist`. */
function dataLines(name: string): string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
}

function parseLine(line: string): DocumentedRoute {
  const row: unknown = JSON.parse(line)
  if (!Array.isArray(row)) throw new Error('paths.jsonl: a line is no list')
  const [route, area, page, flags, query, body, response]: unknown[] = row
  const [method, path = ''] = String(route).split(' ')
  const has = (flag: string): boolean => String(flags).includes(flag)
  return {
    method: method === 'GET' ? 'GET' : 'POST',
    path,
    area: String(area),
    page: Number(page),
    token: tokenOf(has),
    contactsSync: contactsSyncOf(has),
    systemSecretEnded: has('e'),
    upload: has('m'),
    file: has('b'),
    eitherMethod: has('g'),
    query: objectSchema(query),
    body: objectSchema(body),
    response: objectSchema(response),
  }
}

function tokenOf(has: (flag: string) => boolean): DocumentedRoute['token'] {
  if (has('k')) return 'key'
  return has('n') ? 'none' : 'access_token'
}

function contactsSyncOf(has: (flag: string) => boolean): DocumentedRoute['contactsSync'] {
  if (has('o')) return 'only'
  return has('i') ? 'old-ips' : undefined
}

function objectSchema(value: unknown): ObjectSchema {
  return isObjectSchema(value) ? value : {}
}

function isObjectSchema(value: unknown): value is ObjectSchema {
  return isRecord(value) && Object.values(value).every(isSchema)
}

function isSchema(value: unknown): value is Schema {
  if (typeof value === 'string') return true
  return Array.isArray(value) ? value.every(isSchema) : isObjectSchema(value)
}
