import type { AreaName, RouteFacts, Schema } from './facts.ts'
import { handWritten, type HandWrittenType } from './hand-written.ts'
import { printObject } from './print-type.ts'

const head = `/*
 * Written from \`tools/routes/routes.json\` by \`tools/write-routes.ts\`: change those, then run the latter. Types only.
 */
`

/** The name of an area's interface: `external-contact` → `ExternalContactRoutes`. */
export function interfaceName(area: string): string {
  return `${area.split('-').map(capitalized).join('')}Routes`
}

/** The declaration file of one area. */
export function printArea(name: AreaName, area: string, routes: readonly RouteFacts[]): string {
  const imports = importLines(routes)
  const members = routes.map(printRoute).join('\n')
  return `${head}${imports}
/** ${name.en} · ${name.zh}: ${routes.length} ${routes.length === 1 ? 'route' : 'routes'}. */
export interface ${interfaceName(area)} {
${members}
}
`
}

/** The interface that joins all areas. */
export function printIndex(areas: readonly string[]): string {
  const imports = areas.map((area) => `import type { ${interfaceName(area)} } from './areas/${area}.ts'`)
  return `${head}${imports.join('\n')}

/**
 * Every path of WeCom's API for a corp's own apps, as its documents describe them: what \`request\` takes and answers.
 * Fields that WeCom adds later are not in it; \`request<T>\` reads those.
 */
export interface WecomRoutes extends ${areas.map(interfaceName).join(', ')} {}
`
}

function printRoute(facts: RouteFacts): string {
  const lines = [
    `  /** ${remarks(facts).join(' ')} */`,
    `  '${facts.route}': {`,
    ...requestParts(facts).map((part) => `    ${part}`),
    `    data: ${answerType(facts)}`,
    '  }',
  ]
  return lines.join('\n')
}

function remarks({ page, pageDate, contactsSync, systemSecretEnded }: RouteFacts): readonly string[] {
  const link = `https://developer.work.weixin.qq.com/document/path/${page}`
  return [
    `Page ${page}${pageDate === null ? '' : ` of ${pageDate}`}: ${link}`,
    ...(contactsSync === 'only' ? ['Contacts-sync secret only.'] : []),
    ...(contactsSync === 'old-ips-only'
      ? ['Closed to the contacts-sync secret from IP addresses new since 2022-08-15.']
      : []),
    ...(systemSecretEnded === true
      ? ["New corps: not with a system app's own secret since 2023-12-01."]
      : []),
  ]
}

function requestParts(facts: RouteFacts): readonly string[] {
  const { body, bodyType, route } = facts
  const parts: string[] = []
  const query = queryOf(facts)
  if (query !== undefined) parts.push(`query${mark(query.required)}: ${printAt(route, 'query', query)}`)
  if (bodyType === 'multipart') parts.push('body: RequestBody')
  else if (body !== undefined) parts.push(`json${mark(body.required)}: ${printAt(route, 'json', body)}`)
  else if (route.startsWith('POST')) parts.push('json?: Record<string, never>')
  return parts
}

function printAt(route: string, path: 'query' | 'json' | 'data', schema: Schema): string {
  const own = handWritten[route] ?? {}
  const whole = own[path]
  if (whole !== undefined) return whole.type
  const direction = path === 'data' ? 'answer' : 'request'
  return printObject(schema, { direction, path, indent: '    ', own })
}

/** The access_token is the client's business; a group robot's key is the caller's. */
function queryOf({ query, token }: RouteFacts): Schema | undefined {
  if (token !== 'key') return query
  const { properties, required = [] } = query ?? {}
  return { properties: { key: { type: 'string' }, ...properties }, required: ['key', ...required] }
}

function answerType({ response, responseType, route }: RouteFacts): string {
  if (responseType === 'binary') return 'Uint8Array'
  if (response?.properties === undefined || Object.keys(response.properties).length === 0) return 'object'
  return printAt(route, 'data', response)
}

function mark(required: readonly string[] | undefined): string {
  return required === undefined || required.length === 0 ? '?' : ''
}

function importLines(routes: readonly RouteFacts[]): string {
  const needed = routes.flatMap(({ route }) => Object.values(handWritten[route] ?? {}))
  const wanted: HandWrittenType[] = routes.some(({ bodyType }) => bodyType === 'multipart')
    ? [...needed, { type: 'RequestBody', from: '../request-body.ts' }]
    : needed
  const files = [...new Set(wanted.map(({ from }) => from))].toSorted()
  return files
    .map((file) => {
      const names = new Set(wanted.filter(({ from }) => from === file).map(({ type }) => type))
      return `import type { ${[...names].toSorted().join(', ')} } from '${file}'\n`
    })
    .join('')
}

function capitalized(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}
