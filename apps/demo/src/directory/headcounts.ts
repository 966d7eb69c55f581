import type { Directory, DirectoryDepartment } from '@wecom-kit/core'

/** Members of a department itself, and of it with everything below, each counted once. */
export type Headcount = readonly [own: number, total: number]

/** Head counts by department. */
export type HeadcountsById = Readonly<Record<string, Headcount>>

/** Head counts out of lists that the warm-up has read. 100,000 members take 0.4 s, so they are counted once per change. */
export class Headcounts {
  readonly #directory: Directory
  #counted: Promise<HeadcountsById> | undefined

  constructor(directory: Directory) {
    this.#directory = directory
  }

  /** The counts; what failed is tried again by whoever asks next. */
  read(): Promise<HeadcountsById> {
    this.#counted ??= countHeads(this.#directory).catch((error: unknown) => {
      this.#counted = undefined
      throw error
    })
    return this.#counted
  }

  /** Somebody came, went or moved. */
  forget(): void {
    this.#counted = undefined
  }
}

async function countHeads(directory: Directory): Promise<HeadcountsById> {
  const departments = await directory.departments(undefined, { recursive: true })
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  const lists = await Promise.all(departments.map(({ id }) => membersOf(directory, id)))
  const totals = new Map<number, number>()
  for (const [index, { id }] of departments.entries()) {
    for (const departmentIds of lists[index] ?? []) {
      const homes = departmentIds.filter((home) => parents.has(home))
      // Whoever is in several departments comes up once for each: the first one counts for all.
      if (homes[0] !== id) continue
      for (const department of above(homes, parents)) add(totals, department)
    }
  }
  const count = (department: DirectoryDepartment, index: number): [string, Headcount] => [
    String(department.id),
    [lists[index]?.length ?? 0, totals.get(department.id) ?? 0],
  ]
  return Object.fromEntries(departments.map(count))
}

async function membersOf(directory: Directory, id: number): Promise<readonly (readonly number[])[]> {
  const users = (await directory.departmentUsers(id, { level: 'simple' })) ?? []
  return users.map((user) => (user.level === 'id' ? [] : user.departmentIds))
}

/** The departments and everything above them. */
function above(homes: readonly number[], parents: ReadonlyMap<number, number | undefined>): Set<number> {
  const found = new Set<number>()
  for (const home of homes) {
    for (let at: number | undefined = home; at !== undefined && !found.has(at); at = parents.get(at))
      found.add(at)
  }
  return found
}

function add(totals: Map<number, number>, department: number): void {
  totals.set(department, (totals.get(department) ?? 0) + 1)
}
