import { readFileSync } from 'node:fs'

/** A field as WeCom's pages describe it: JSON Schema with a few words of our own. */
export interface Schema {
  readonly type?: SchemaType | readonly SchemaType[]
  readonly nullable?: boolean
  readonly format?: 'int64' | 'uint64'
  /** Allowed values of a request. */
  readonly enum?: readonly (string | number)[]
  /** Documented values of an answer; WeCom adds to them. */
  readonly values?: readonly (string | number)[]
  readonly maxLength?: number
  readonly maxBytes?: number
  readonly maximum?: number
  readonly maxItems?: number
  /** WeCom cuts what is longer instead of refusing it. */
  readonly soft?: boolean
  readonly from?: 'skit' | 'name'
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  /** What every documented answer has. */
  readonly usual?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | true
  readonly anyOf?: readonly Schema[]
}

/** JSON's kinds of value, with integers told apart. */
export type SchemaType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'

/** One path of the API. */
export interface RouteFacts {
  readonly route: string
  readonly area: string
  readonly page: number
  readonly pageDate: string | null
  /** The query parameter that carries the credential; null where there is none. */
  readonly token: string | null
  readonly query?: Schema
  readonly body?: Schema
  readonly bodyType?: 'multipart'
  readonly form?: { readonly file: string }
  readonly response?: Schema
  readonly responseType?: 'binary'
  readonly contactsSync?: 'only' | 'old-ips-only'
  readonly systemSecretEnded?: boolean
}

/** The names of an area in both languages. */
export interface AreaName {
  readonly en: string
  readonly zh: string
}

/** Everything `routes.json` says, ordered by area and path. */
export function readRoutes(): readonly RouteFacts[] {
  const { routes }: { routes: readonly RouteFacts[] } = JSON.parse(textOf('routes.json'))
  return routes
}

/** The areas of WeCom's documents by the name the facts use. */
export function readAreas(): Readonly<Record<string, AreaName>> {
  const areas: Readonly<Record<string, AreaName>> = JSON.parse(textOf('areas.json'))
  return areas
}

function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
}
