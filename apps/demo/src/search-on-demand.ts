import type { Directory } from '@wecom-kit/core'

/**
 * The same directory, reading every department's list at the first search. A server that lives long would rather warm
 * up at its start; a demo should not make a dozen calls for a search that nobody may ever ask for.
 */
export function searchOnDemand(directory: Directory): Directory {
  let warming: Promise<void> | undefined
  const warm = (): Promise<void> => {
    warming ??= directory.warm({ search: true }).catch((error: unknown) => {
      warming = undefined
      throw error
    })
    return warming
  }
  return {
    warm: (options) => directory.warm(options),
    user: (userId, options) => directory.user(userId, options),
    users: (userIds, options) => directory.users(userIds, options),
    department: (id) => directory.department(id),
    departments: (parentId, options) => directory.departments(parentId, options),
    departmentUsers: (id, options) => directory.departmentUsers(id, options),
    resolve: (wants) => directory.resolve(wants),
    invalidate: (change) => directory.invalidate(change),
    stats: () => directory.stats(),
    search: async (text, options) => {
      await warm()
      return directory.search(text, options)
    },
  }
}
