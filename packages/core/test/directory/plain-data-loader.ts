import type { WecomClient } from '../../src/client/wecom-client.ts'
import type { Directory } from '../../src/directory/types.ts'
import type { ViewerRequest } from './request-stream.ts'

type Reads = Pick<Directory, 'users' | 'departmentUsers'>

/** What a DataLoader per request makes of it: the distinct members of a request, one user/get each. */
export function userByUser({ users, departments }: WecomClient): Reads {
  return {
    async users(ids) {
      await Promise.all([...new Set(ids)].map((id) => users.get(id)))
      return []
    },
    async departmentUsers(id, { recursive = false } = {}) {
      const tree = recursive ? await departments.simpleList(id) : [{ id }]
      await Promise.all(tree.map((department) => users.list(department.id)))
      return []
    },
  }
}

/** Four requests at a time, as they would come in. */
export async function runAll(requests: readonly ViewerRequest[], reads: Reads): Promise<void> {
  for (let next = 0; next < requests.length; next += 4) {
    await Promise.all(
      requests
        .slice(next, next + 4)
        .map((request) =>
          request.kind === 'users'
            ? reads.users(request.ids)
            : reads.departmentUsers(request.departmentId, { recursive: request.recursive }),
        ),
    )
  }
}
