import { interfaceName } from './print-area.ts'
import type { PagedFacts } from './paged.ts'

/** The table of lists that come in pages, and the types of their rows. */
export function printPaged(routes: readonly PagedFacts[]): string {
  const areas = [...new Set(routes.map(({ area }) => area))]
  const imports = areas.map((area) => `import type { ${interfaceName(area)} } from './areas/${area}.ts'`)
  return `/*
 * Written from \`tools/routes/routes.json\` by \`tools/write-routes.ts\`: change those, then run the latter.
 */
${imports.join('\n')}

/** Lists that come in pages: the parameter that walks them, and what one of their rows is. */
export interface PagedRoutes {
${routes.map(printTypes).join('\n')}
}

/** How a list is walked: \`[rows, cursor, next, first]\`. No \`next\`: the cursor is an offset that counts the rows. */
export type PagedShape = readonly [
  rows: readonly string[] | undefined,
  cursor: string,
  next: string | undefined,
  first?: string | number,
]

/** How each of {@link PagedRoutes} is walked. */
export const pagedShapes: Readonly<Record<keyof PagedRoutes, PagedShape>> = {
${routes.map(printShape).join('\n')}
}
`
}

function printTypes({ route, area, cursor, items }: PagedFacts): string {
  const data = `${interfaceName(area)}['${route}']['data']`
  const list = items?.reduce((type, field) => `NonNullable<${type}['${field}']>`, data)
  return `  '${route}': { cursor: '${cursor}'; item: ${list === undefined ? data : `${list}[number]`} }`
}

function printShape({ route, cursor, next, items, first }: PagedFacts): string {
  const rows = items === undefined ? 'undefined' : `[${items.map((field) => `'${field}'`).join(', ')}]`
  const parts = [rows, `'${cursor}'`, next === undefined ? 'undefined' : `'${next}'`]
  if (first !== undefined) parts.push(first === '' ? "''" : '0')
  return `  '${route}': [${parts.join(', ')}],`
}
