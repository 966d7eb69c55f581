/**
 * Tells answers that were asked for before a change from those after it. An answer on its way while its member changes
 * may carry either state, so it is given to those who wait for it and not remembered.
 */
export class Revisions {
  #now = 0
  #underway = 0
  #allChanged = 0
  readonly #changed = new Map<string, number>()

  /** A call leaves; keep the number for {@link Revisions.isCurrent}. */
  begin(): number {
    this.#underway += 1
    return this.#now
  }

  /** The call ended. With none left, nobody can be behind, and the marks go. */
  end(): void {
    this.#underway -= 1
    if (this.#underway === 0) this.#changed.clear()
  }

  /** The subject changed. */
  change(key: string): void {
    this.#now += 1
    if (this.#underway > 0) this.#changed.set(key, this.#now)
  }

  /** Everything changed. */
  changeAll(): void {
    this.#now += 1
    this.#allChanged = this.#now
  }

  /** Whether an answer that was asked for then may be remembered. */
  isCurrent(key: string, begun: number): boolean {
    return Math.max(this.#changed.get(key) ?? 0, this.#allChanged) <= begun
  }
}
