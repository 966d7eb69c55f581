import type {
  Directory,
  DirectoryAnswer,
  DirectoryDepartment,
  DirectoryStats,
  DirectoryUser,
  DirectoryUserFull,
  DirectoryWant,
} from '@wecom-kit/core'
import { WecomConfigError } from '@wecom-kit/core'

/** What a memory directory holds. */
export interface MemoryCorp {
  users: readonly DirectoryUserFull[]
  departments: readonly DirectoryDepartment[]
}

/** A directory in memory that answers exactly the level it is asked for and remembers what it was asked. */
export interface MemoryDirectory extends Omit<Directory, 'forget'> {
  /** Every batch given to `resolve`. */
  readonly batches: DirectoryWant[][]
  /** Answers instead of the corp's for these user ids. */
  readonly failures: Map<string, Error>
  /** Calls of the department methods. */
  readonly departmentReads: string[]
}

export function memoryDirectory(corp: MemoryCorp): MemoryDirectory {
  // Frozen like the real directory's records: whoever writes onto them must fail here too.
  const users = corp.users.map((user) => Object.freeze({ ...user }))
  const departments = corp.departments.map((department) => Object.freeze({ ...department }))
  const batches: DirectoryWant[][] = []
  const departmentReads: string[] = []
  const failures = new Map<string, Error>()
  let searchable = false
  const byId = new Map(users.map((user) => [user.userId.toLowerCase(), user]))
  const departmentById = new Map(departments.map((department) => [department.id, department]))
  const childrenOf = (id: number | undefined): DirectoryDepartment[] =>
    departments.filter((department) => department.parentId === id)
  const subtree = (ids: readonly number[]): number[] =>
    ids.flatMap((id) => [id, ...subtree(childrenOf(id).map((child) => child.id))])

  function answer(want: DirectoryWant): DirectoryAnswer {
    if (want.kind === 'user') {
      const failure = failures.get(want.userId.toLowerCase())
      if (failure) return failure
      const user = byId.get(want.userId.toLowerCase())
      return user && atLevel(user, want.level ?? 'full')
    }
    const failure = failures.get(`d${want.departmentId}`)
    if (failure) return failure
    if (!departmentById.has(want.departmentId)) return undefined
    const ids = want.recursive ? subtree([want.departmentId]) : [want.departmentId]
    return users
      .filter((user) => user.departmentIds.some((id) => ids.includes(id)))
      .map((user) => atLevel(user, want.level ?? 'full'))
  }

  return {
    batches,
    failures,
    departmentReads,
    async warm(options) {
      searchable ||= options?.search === true
    },
    async resolve(wants) {
      batches.push([...wants])
      return wants.map(answer)
    },
    async user(userId, options) {
      const found = answer({ kind: 'user', userId, level: options?.level ?? 'full' })
      return found && 'level' in found ? found : undefined
    },
    async users(userIds, options) {
      return Promise.all(userIds.map((userId) => this.user(userId, options)))
    },
    async department(id) {
      departmentReads.push(`department ${id}`)
      return departmentById.get(id)
    },
    async departments(parentId, options) {
      departmentReads.push(`departments ${parentId ?? 'top'}`)
      const direct = childrenOf(parentId)
      if (!options?.recursive) return direct
      return subtree(direct.map(({ id }) => id)).flatMap((id) => departmentById.get(id) ?? [])
    },
    async departmentUsers(id, options) {
      const found = answer({ kind: 'list', departmentId: id, ...options })
      return found && !('level' in found) && !(found instanceof Error) ? found : undefined
    },
    async search(text, options) {
      if (!searchable) throw new WecomConfigError('search needs warm({ search: true })')
      const wanted = text.toLowerCase()
      return users
        .filter((user) =>
          [user.name, user.alias, user.userId].some((field) => field?.toLowerCase().includes(wanted)),
        )
        .slice(0, options?.limit)
    },
    invalidate() {},
    stats: (): DirectoryStats => ({
      calls: { '/memory/resolve': batches.length },
      hits: 0,
      guesses: 0,
      staleHits: 0,
      negativeHits: 0,
      batches: batches.length,
      planningMs: 0,
    }),
  }
}

function atLevel(user: DirectoryUserFull, level: 'id' | 'simple' | 'full'): DirectoryUser {
  const { userId, name, departmentIds } = user
  if (level === 'id') return Object.freeze({ level, userId })
  return level === 'simple' ? Object.freeze({ level, userId, name, departmentIds }) : user
}
