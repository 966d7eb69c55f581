import type { Department } from './department.ts'
import { type Member, useridKey } from './member.ts'
import type { Tag } from './tag.ts'

/** A row of user/list_id. */
export interface IdRow {
  userid: string
  department: number
}

/**
 * The corp's departments, members and tags with the indexes that keep a corp of 12,000 fast. Members and departments
 * are never changed in place: an edit puts another object, so a seed can be shared by every reset.
 */
export class Directory {
  readonly #members = new Map<string, Member>()
  readonly #departments = new Map<number, Department>()
  readonly #children = new Map<number, Set<number>>()
  readonly #residents = new Map<number, Map<string, Member>>()
  readonly #tags = new Map<number, Tag>()
  #version = 0
  #idRows: { version: number; rows: readonly IdRow[] } | undefined

  constructor(departments: Iterable<Department>, members: Iterable<Member>, tags: Iterable<Tag>) {
    for (const department of departments) this.putDepartment(department)
    for (const member of members) this.putMember(member)
    for (const tag of tags) this.putTag(tag)
  }

  /** Grows with every edit, so that derived data knows when it is stale. */
  get version(): number {
    return this.#version
  }

  get memberCount(): number {
    return this.#members.size
  }

  get departmentCount(): number {
    return this.#departments.size
  }

  members(): IterableIterator<Member> {
    return this.#members.values()
  }

  /** The first member that fits. */
  findMember(fits: (member: Member) => boolean): Member | undefined {
    for (const member of this.#members.values()) if (fits(member)) return member
    return undefined
  }

  member(userid: string): Member | undefined {
    return this.#members.get(useridKey(userid))
  }

  /** One row per member and department, sorted by userid so that paging survives most edits. Kept until an edit. */
  idRows(): readonly IdRow[] {
    if (this.#idRows?.version !== this.#version) {
      const sorted = [...this.#members.values()].sort((a, b) => (a.userid < b.userid ? -1 : 1))
      const rows = sorted.flatMap(({ department, userid }) =>
        department.map((id) => ({ userid, department: id })),
      )
      this.#idRows = { version: this.#version, rows }
    }
    return this.#idRows.rows
  }

  departments(): IterableIterator<Department> {
    return this.#departments.values()
  }

  department(id: number): Department | undefined {
    return this.#departments.get(id)
  }

  tags(): IterableIterator<Tag> {
    return this.#tags.values()
  }

  tag(id: number): Tag | undefined {
    return this.#tags.get(id)
  }

  /** Members who are directly in the department. */
  residents(departmentId: number): Iterable<Member> {
    return this.#residents.get(departmentId)?.values() ?? []
  }

  residentCount(departmentId: number): number {
    return this.#residents.get(departmentId)?.size ?? 0
  }

  childCount(departmentId: number): number {
    return this.#children.get(departmentId)?.size ?? 0
  }

  /** The department's id and all below it, parents before children. */
  subtree(departmentId: number): number[] {
    const found = [departmentId]
    for (const id of found) found.push(...(this.#children.get(id) ?? []))
    return found
  }

  /** One who is there already keeps the place in every list. */
  putMember(member: Member): void {
    const key = useridKey(member.userid)
    const left = this.#members.get(key)?.department.filter((id) => !member.department.includes(id)) ?? []
    for (const id of left) this.#residents.get(id)?.delete(key)
    this.#members.set(key, member)
    for (const id of member.department)
      bucket(this.#residents, id, () => new Map<string, Member>()).set(key, member)
    this.#version += 1
  }

  removeMember(userid: string): boolean {
    const key = useridKey(userid)
    const member = this.#members.get(key)
    if (member === undefined) return false
    for (const id of member.department) this.#residents.get(id)?.delete(key)
    this.#members.delete(key)
    this.#version += 1
    return true
  }

  /** One that is there already keeps its place in every list. */
  putDepartment(department: Department): void {
    const { id, parentid } = department
    const before = this.#departments.get(id)
    if (before !== undefined && before.parentid !== parentid) this.#children.get(before.parentid)?.delete(id)
    this.#departments.set(id, department)
    bucket(this.#children, parentid, () => new Set<number>()).add(id)
    this.#version += 1
  }

  removeDepartment(id: number): boolean {
    const department = this.#departments.get(id)
    if (department === undefined) return false
    this.#children.get(department.parentid)?.delete(id)
    this.#departments.delete(id)
    this.#version += 1
    return true
  }

  putTag(tag: Tag): void {
    this.#tags.set(tag.tagid, tag)
    this.#version += 1
  }

  removeTag(id: number): boolean {
    this.#version += 1
    return this.#tags.delete(id)
  }
}

function bucket<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = create()
  map.set(key, made)
  return made
}
