import { covers } from './demand.ts'
import { departmentKey, type Memory } from './memory.ts'
import type { DirectorySettings } from './settings.ts'
import type { Spending } from './spending.ts'
import { backgroundShare, type Upstream } from './upstream.ts'

// About a second: as long as a look-up may wait for what the lists bring.
const soon = 300

/** Fetches lists that nobody asked for, where look-ups of single members cost more than knowing everybody would. */
export class Crawl {
  readonly #memory: Memory
  readonly #upstream: Upstream
  readonly #spending: Spending
  readonly #settings: DirectorySettings
  readonly #onProgress: () => void
  /** Departments to list, while a crawl is under way. */
  #ahead: number[] | undefined

  constructor(
    memory: Memory,
    upstream: Upstream,
    spending: Spending,
    settings: DirectorySettings,
    onProgress: () => void,
  ) {
    this.#memory = memory
    this.#upstream = upstream
    this.#spending = spending
    this.#settings = settings
    this.#onProgress = onProgress
  }

  /** Whether lists are being fetched and will be there in a moment. */
  get endsSoon(): boolean {
    return this.#ahead !== undefined && Math.min(this.#ahead.length, this.#spending.crawlBudget) < soon
  }

  /** Visible departments whose list is not known, the largest first. */
  unlisted(): number[] {
    const tree = this.#upstream.tree.current(false)
    if (tree === undefined) return []
    const { membership } = this.#memory
    const size = (id: number): number => membership.sizeOf(id) ?? membership.seenIn(id)
    const now = this.#settings.now()
    return tree
      .ids()
      .filter((id) => size(id) <= this.#settings.maxListSize && this.#isUnlisted(id, now))
      .toSorted((one, other) => size(other) - size(one))
  }

  /** Goes on behind everybody's back, as far as look-ups have paid for it. */
  run(): void {
    if (this.#spending.crawlBudget <= 0 || this.#ahead !== undefined) return
    this.#ahead = []
    this.#goOn()
      .catch(() => {})
      .finally(() => {
        this.#ahead = undefined
        this.#onProgress()
      })
  }

  async #goOn(): Promise<void> {
    await this.#upstream.tree.load(false)
    const ahead = this.unlisted()
    this.#ahead = ahead
    const walkers = Math.ceil(this.#settings.maxConcurrency * backgroundShare)
    await Promise.all(Array.from({ length: walkers }, () => this.#walk(ahead)))
  }

  async #walk(ahead: number[]): Promise<void> {
    for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
      if (this.#spending.crawlBudget <= 0) return
      if (!this.#isUnlisted(id, this.#settings.now())) continue
      this.#spending.takeCrawl(1)
      const result = await this.#upstream.list(id, 'full', true)
      if (result.kind === 'failed') return
      if (result.kind === 'found') this.#spending.crawled(result.value.members.length, result.value.brought)
    }
  }

  #isUnlisted(department: number, now: number): boolean {
    if (this.#upstream.underway(department) === 'full') return false
    if (this.#memory.isMissing(departmentKey(department), now)) return false
    const entry = this.#memory.holdings.list(department)
    return (
      entry === undefined || !covers(entry.level, 'full') || this.#memory.ageOfList(entry, now) !== 'fresh'
    )
  }
}
