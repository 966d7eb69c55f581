import type { RouteFacts } from './facts.ts'

/** What the client must know about single routes at run time. */
export function printTraits(routes: readonly RouteFacts[]): string {
  const binary = routes.filter(({ responseType }) => responseType === 'binary')
  const writing = routes.filter(({ route }) => /^GET .*(?:\/delete(?:_\w+)?|\/authsucc)$/.test(route))
  const withoutToken = routes.filter(({ token }) => token !== 'access_token')
  return `/*
 * Written from \`tools/routes/routes.json\` by \`tools/write-routes.ts\`: change those, then run the latter.
 */

/** Routes whose answer is a file. */
export const binaryRoutes: ReadonlySet<string> = new Set([
${list(binary)}
])

/** Routes that carry no access_token: another parameter lets their caller in. */
export const routesWithoutToken: ReadonlySet<string> = new Set([
${list(withoutToken)}
])

/** Routes that write although they are GET: repeating one after it perhaps ran is no repeat. */
export const writingGetRoutes: ReadonlySet<string> = new Set([
${list(writing)}
])
`
}

function list(routes: readonly RouteFacts[]): string {
  return routes.map(({ route }) => `  '${route}',`).join('\n')
}
