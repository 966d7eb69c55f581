import type { RouteFacts, Schema } from './facts.ts'

/** How a list that comes in pages is walked. */
export interface PagedFacts {
  readonly route: string
  readonly area: string
  /** The parameter that says where a page begins. */
  readonly cursor: string
  /** The field of the answer that says where the next one begins; absent: count what came. */
  readonly next: string | undefined
  /** Where the rows are, as a path of fields; absent where a page has several lists. */
  readonly items: readonly string[] | undefined
  /** What the parameter must be for the first page, where it may not be left out. */
  readonly first: '' | 0 | undefined
}

/** Pairs of parameter and field, the usual one first. */
const pairs = [
  ['cursor', 'next_cursor'],
  ['new_cursor', 'new_next_cursor'],
  ['next_cursor', 'next_cursor'],
  ['next_key', 'next_key'],
  ['start', 'next_start'],
  ['offset', 'next_offset'],
  ['offset', 'next'],
  ['cursor', 'cursor'],
] as const

/** Routes with a cursor, or with an offset and a limit. The rest answers in one piece, or its end cannot be told. */
export function pagedRoutes(routes: readonly RouteFacts[]): readonly PagedFacts[] {
  return routes.flatMap((facts) => {
    const { response } = facts
    const parameters = facts.route.startsWith('GET') ? facts.query : facts.body
    if (parameters?.properties === undefined || response?.properties === undefined) return []
    const pair = preferred(facts.route, parameters, response)
    if (pair === undefined) return []
    const [cursor, next] = pair
    const items = itemsOf(response)
    if (next === undefined && items === undefined) return []
    return [{ route: facts.route, area: facts.area, cursor, next, items, first: firstOf(parameters, cursor) }]
  })
}

function preferred(
  route: string,
  { properties: sent = {} }: Schema,
  { properties: answered = {} }: Schema,
): readonly [string, string | undefined] | undefined {
  // Its page names the new pair; the old one is an integer of another meaning.
  const order = route.endsWith('/oa/getapprovalinfo') ? pairs.slice(1) : pairs
  const pair = order.find(([cursor, next]) => sent[cursor] !== undefined && answered[next] !== undefined)
  if (pair !== undefined) return pair
  return sent['offset'] !== undefined && sent['limit'] !== undefined ? ['offset', undefined] : undefined
}

function itemsOf(response: Schema): readonly string[] | undefined {
  const fields = Object.entries(response.properties ?? {})
  const lists = fields.filter(([, { type }]) => type === 'array').map(([name]) => name)
  if (lists.length > 0) return lists.length === 1 ? lists : undefined
  const nested = fields.flatMap(([outer, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, { type }]) => type === 'array')
      .map(([inner]) => [outer, inner]),
  )
  return nested.length === 1 ? nested[0] : undefined
}

function firstOf({ properties = {}, required = [] }: Schema, cursor: string): '' | 0 | undefined {
  if (!required.includes(cursor)) return undefined
  return properties[cursor]?.type === 'string' ? '' : 0
}
