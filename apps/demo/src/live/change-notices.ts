import type { Message } from './broadcast.ts'

/** Milliseconds between two notices; longer than the directory itself waits during an import. */
const window = 700
/** Above this many the page had better read everything again. */
const maxNamed = 200

/** What a page is told: whom and what to read again. `everything` when it is too much to name. */
export interface ChangeNotice {
  readonly users: readonly string[]
  /** Departments whose lists or names changed. */
  readonly departments: readonly number[]
  /** Whether departments came, went, moved or have other names. */
  readonly tree: boolean
  readonly everything: boolean
}

/** Tells a page to read everything again. */
export const readEverything: ChangeNotice = { users: [], departments: [], tree: true, everything: true }

/** Gathers changes: the first is told at once, those of the following moment together, so that an import is a few notices. */
export class ChangeNotices {
  readonly #tell: (notice: ChangeNotice) => void
  #users = new Set<string>()
  #departments = new Set<number>()
  #tree = false
  #timer: NodeJS.Timeout | undefined

  constructor(tell: (notice: ChangeNotice) => void) {
    this.#tell = tell
  }

  /** Adds what a message is about. */
  add(message: Message): void {
    if (message.kind === 'session') return
    if (message.kind === 'department') {
      this.#departments.add(message.departmentId)
      this.#tree = true
    } else {
      for (const id of [message.userId, message.newUserId]) if (id !== undefined) this.#users.add(id)
      for (const id of message.departmentIds ?? []) this.#departments.add(id)
    }
    if (this.#timer === undefined) this.#flush()
  }

  /** Drops what waits. */
  close(): void {
    clearTimeout(this.#timer)
  }

  #flush(): void {
    this.#timer = undefined
    if (this.#users.size + this.#departments.size === 0) return
    const everything = this.#users.size + this.#departments.size > maxNamed
    const tree = this.#tree
    const notice = everything
      ? readEverything
      : { users: [...this.#users], departments: [...this.#departments], tree, everything }
    this.#users = new Set()
    this.#departments = new Set()
    this.#tree = false
    this.#timer = setTimeout(() => this.#flush(), window).unref()
    this.#tell(notice)
  }
}
