import { UsageError } from '../usage-error.ts'
import type { Words } from '../words.ts'
import { knownRoutes } from './known-routes.ts'
import { nearestRoute } from './nearest-route.ts'

/** One call as typed. */
export interface TypedCall {
  /** `GET /cgi-bin/user/get` */
  readonly route: `${'GET' | 'POST'} /${string}`
  readonly query: Readonly<Record<string, string>>
  readonly json: Readonly<Record<string, unknown>> | undefined
  /** Something to say before calling; undefined for a documented route. */
  readonly remark: Words | undefined
}

const usage = 'write it as: wecom call GET /cgi-bin/user/get userid=zhangsan'

/**
 * Reads `GET /path name=value name:=json`. Of a GET all become the query, of a POST the JSON body; `name==value` is
 * always the query.
 *
 * @throws UsageError
 */
export function parseCall(words: readonly string[]): TypedCall {
  const [method = '', path = '', ...fields] = words
  const verb = method.toUpperCase()
  if ((verb !== 'GET' && verb !== 'POST') || !path.startsWith('/')) throw new UsageError(usage)
  const query: Record<string, string> = {}
  const json: Record<string, unknown> = {}
  for (const field of fields) readField(field, verb, query, json)
  const route: TypedCall['route'] = `${verb} /${path.slice(1)}`
  return { route, query, json: verb === 'POST' ? json : undefined, remark: remarkOn(route, path) }
}

function readField(
  field: string,
  verb: 'GET' | 'POST',
  query: Record<string, string>,
  json: Record<string, unknown>,
): void {
  const [, name, sign, value = ''] = /^([\w.-]+)(:=|==|=)([\s\S]*)$/.exec(field) ?? []
  if (name === undefined) throw new UsageError(`"${field}" is no name=value; ${usage}`)
  if (sign === '==' || (verb === 'GET' && sign === '=')) query[name] = value
  else if (sign === ':=') json[name] = parseJson(name, value)
  else json[name] = value
  if (verb === 'GET' && sign === ':=')
    throw new UsageError(`a GET has no body, so ${name} is written ${name}=value`)
}

function parseJson(name: string, value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    throw new UsageError(`${name}:= takes JSON, such as ${name}:=[1,2]`)
  }
}

function remarkOn(route: string, path: string): Words | undefined {
  if (knownRoutes.has(route)) return undefined
  const other = route.startsWith('GET') ? `POST ${path}` : `GET ${path}`
  if (knownRoutes.has(other)) {
    return { en: `the documents know this path as ${other}`, zh: `文档中这个路径是 ${other}` }
  }
  const near = nearestRoute(route)
  return {
    en: `the documents do not know this path; the nearest is ${near}`,
    zh: `文档中没有这个路径，最接近的是 ${near}`,
  }
}
