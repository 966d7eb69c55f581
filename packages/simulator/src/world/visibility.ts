import type { App } from './app.ts'
import type { Directory } from './directory.ts'
import { type Member, useridKey } from './member.ts'

/** What one app may see of the directory. Derived once and again after each edit of the directory or the app. */
export class Visibility {
  readonly #everything: boolean
  readonly #departments = new Set<number>()
  readonly #users = new Set<string>()

  constructor(app: App, directory: Directory) {
    this.#everything = app.visible === 'all'
    if (app.visible === 'all') return
    this.#addDepartments(app.visible.departments ?? [], directory)
    for (const userid of app.visible.users ?? []) this.#users.add(useridKey(userid))
    for (const tagid of app.visible.tags ?? []) {
      const tag = directory.tag(tagid)
      this.#addDepartments(tag?.partylist ?? [], directory)
      for (const userid of tag?.userlist ?? []) this.#users.add(useridKey(userid))
    }
  }

  seesDepartment(id: number): boolean {
    return this.#everything || this.#departments.has(id)
  }

  /** Through one of the member's departments, or because the member was named. */
  seesMember(member: Member): boolean {
    if (this.#everything || this.#users.has(useridKey(member.userid))) return true
    return member.department.some((id) => this.#departments.has(id))
  }

  #addDepartments(ids: readonly number[], directory: Directory): void {
    for (const id of ids) for (const below of directory.subtree(id)) this.#departments.add(below)
  }
}
