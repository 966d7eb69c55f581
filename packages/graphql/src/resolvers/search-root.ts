import { readCursor } from '../paging/cursor.ts'
import { pageOf } from '../paging/page-of.ts'
import { perOccurrence } from '../selection/per-occurrence.ts'
import { connectionLevel, isEnough } from '../selection/user-level.ts'
import { present } from './present.ts'
import type { FieldResolvers } from './resolver.ts'
import type { ResolverTools } from './resolver-tools.ts'
import { rootField } from './root-field.ts'
import { userConnection } from './user-connection.ts'

interface SearchArguments {
  query: string
  first: number | null
  after?: string | null
}

const defaultPage = 20
// What a person looks through; a search for more is an export.
const mostResults = 1000

/** The root field that searches members. */
export function searchRoot(tools: ResolverTools): FieldResolvers {
  const { names } = tools
  const level = perOccurrence((nodes, info) => connectionLevel(nodes, names, info))
  const searchUsers = rootField<SearchArguments>(tools, 'searchUsers', async (scope, args, info) => {
    const after = args.after == null ? undefined : readCursor(args.after)
    const found = await scope.search(args.query.trim(), mostResults)
    const page = pageOf(found, args.first ?? defaultPage, after)
    scope.count(page.items.length)
    const wanted = level(info)
    const complete = page.items.map(async (item) =>
      isEnough(item.level, wanted) ? item : scope.user(item.userId, wanted),
    )
    return userConnection({ ...page, items: await present(complete) })
  })
  return { searchUsers }
}
